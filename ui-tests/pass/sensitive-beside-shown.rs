//! A field that is sensitive by the catalogue does not keep another from being shown.
use s3err_core::S3Error;

#[derive(Debug, S3Error)]
enum TokenError {
    #[s3(message = "The provided token of {realm} has expired.")]
    ExpiredToken {
        #[s3(detail = "Token-0")]
        token: String,
        #[s3(detail)]
        realm: &'static str,
    },
}

fn main() {
    let error = TokenError::ExpiredToken { token: "secret".into(), realm: "a" };
    assert_eq!(error.message(), "The provided token of a has expired.");
    assert!(error.details()[0].sensitive && !error.details()[1].sensitive);
}
