//! A crate that wraps the derive in a macro of its own names `s3err_core` by its `$crate`.

#[doc(hidden)]
pub use s3err_core as __s3err_core;

#[macro_export]
macro_rules! error {
    ($name:ident, $code:literal $(, $field:ident: $ty:ty)*) => {
        #[derive(Debug, $crate::__s3err_core::S3Error)]
        #[s3(crate = $crate::__s3err_core, code = $code, display)]
        struct $name {
            $(#[s3(detail)] $field: $ty),*
        }
    };
}

mod user {
    use crate::__s3err_core::S3Error as _;

    crate::error!(NotThere, "NoSuchKey", key: String, version_id: Option<u8>);

    pub(super) fn check() {
        let error = NotThere { key: "key".to_owned(), version_id: None };
        assert_eq!((error.code(), error.details().len()), ("NoSuchKey", 1));
    }
}

fn main() {
    user::check();
}
