//! The strictest crate that somebody may have: nothing of it is warned of.
#![deny(
    warnings,
    future_incompatible,
    nonstandard_style,
    rust_2018_idioms,
    rust_2021_compatibility,
    rust_2024_compatibility,
    unused,
    absolute_paths_not_starting_with_crate,
    ambiguous_negative_literals,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    let_underscore_drop,
    macro_use_extern_crate,
    meta_variable_misuse,
    missing_abi,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    non_ascii_idents,
    redundant_imports,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unsafe_code,
    unstable_features,
    unused_crate_dependencies,
    unused_extern_crates,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]
#![allow(unused_crate_dependencies, variant_size_differences)] // of this package; of the enum itself
use std::time::Duration;

use s3err_core::{S3Error, StandardError};

/// An enum with everything.
#[derive(Debug, S3Error)]
#[s3(display)]
pub enum Error<'a, T: std::fmt::Debug> {
    /// With everything.
    #[s3(code = "NoSuchTenant", status = 404, message = "no {tenant} {generic:?}", header("x-amz-tenant", "{tenant}"))]
    Declared {
        /// Text.
        #[s3(detail, header = "x-amz-name")]
        tenant: String,
        /// Borrowed.
        #[s3(detail)]
        borrowed: &'a str,
        /// Generic.
        #[s3(detail)]
        generic: Option<T>,
        /// With a function.
        #[s3(detail(with = hex), sensitive)]
        hex: Option<u64>,
        /// A wait.
        #[s3(retry_after)]
        wait: Option<Duration>,
        /// The origin.
        source: std::io::Error,
        /// A path.
        #[s3(log)]
        path: String,
    },
    /// Transparent.
    #[s3(transparent)]
    Standard(StandardError),
    /// Classified.
    #[s3(via = classify)]
    Io(std::io::Error),
    /// Nothing.
    SlowDown,
}

/// A struct.
#[derive(Clone, Copy, Debug, S3Error)]
pub struct NoSuchKey;

/// A tuple.
#[derive(Clone, Copy, Debug, S3Error)]
#[s3(code = "NoSuchBucket", message = "no {0}")]
pub struct Tuple(#[s3(detail = "BucketName")] pub u8);

fn hex(number: &u64) -> String {
    format!("{number:x}")
}

fn classify(_: &std::io::Error) -> &'static StandardError {
    &StandardError::SlowDown
}

fn main() {
    assert_eq!(Error::<'_, u8>::SlowDown.code(), NoSuchKey.code().replace("NoSuchKey", "SlowDown"));
}
