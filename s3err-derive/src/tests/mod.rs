//! Tests of the macro from inside, where its tokens can be seen.

mod expansions;
mod guide;
mod pairs;
mod rejections;
mod standard;
mod table;
mod token_soup;
