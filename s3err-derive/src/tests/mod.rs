//! Tests of the macro from inside, where its tokens can be seen.

mod expansions;
mod refusals;
mod token_soup;
