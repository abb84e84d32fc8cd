//! Tests of the macro from inside, where its tokens can be seen.

mod expansions;
mod guide;
mod keys;
mod refusals;
mod standard;
mod token_soup;
