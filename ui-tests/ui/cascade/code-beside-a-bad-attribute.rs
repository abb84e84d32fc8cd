//! An attribute that could not be read may be the one that is missing.
use s3err_core::S3Error;

#[derive(Debug, S3Error)]
enum QuotaError {
    #[s3(code = "QuotaExceeded", staus = 403, message = "The quota is used up.")]
    Quota,
}

fn main() {}
