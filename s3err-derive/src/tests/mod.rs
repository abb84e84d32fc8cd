//! Tests of the macro from inside, where its tokens can be seen.

mod expansions;
mod token_soup;
