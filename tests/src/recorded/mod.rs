//! An error for each recorded response that has a body: `CODE7` is the seventh line of `CODE` in `recorded.tsv`.
//!
//! Details are in S3's order. Where the catalogue has the recorded message, none is given: then it is the catalogue
//! that is compared.

mod access;
mod argument;
mod body;
mod missing;
mod request;
mod state;

pub use access::Access;
pub use argument::Argument;
pub use body::Body;
pub use missing::Missing;
pub use request::Request;
pub use state::State;

use s3err_core::S3Error;

/// An enum of errors whose fields are details, and a value of every variant: each field holds its own name.
macro_rules! rows {
    ($(#[$meta_of_enum:meta])* $enum:ident $($(#[$meta:meta])* $variant:ident $({ $($field:ident),* })?,)*) => {
        $(#[$meta_of_enum])*
        #[derive(Debug, s3err_core::S3Error)]
        #[s3(strict)]
        #[allow(missing_docs)]
        pub enum $enum {
            $($(#[$meta])* $variant $({ $(#[s3(detail)] $field: &'static str),* })?,)*
        }

        impl $enum {
            /// A value of every variant.
            pub const ALL: &'static [Self] = &[$(Self::$variant $({ $($field: stringify!($field)),* })?),*];
        }
    };
}
pub(crate) use rows;

/// All of them.
pub fn all() -> impl Iterator<Item = &'static dyn S3Error> {
    fn erased<E: S3Error>(errors: &'static [E]) -> impl Iterator<Item = &'static dyn S3Error> {
        errors.iter().map(|error| -> &dyn S3Error { error })
    }
    erased(Access::ALL)
        .chain(erased(Argument::ALL))
        .chain(erased(Body::ALL))
        .chain(erased(Missing::ALL))
        .chain(erased(Request::ALL))
        .chain(erased(State::ALL))
}
