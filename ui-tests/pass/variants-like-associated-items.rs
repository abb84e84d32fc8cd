use s3err_core::{ErrorDocument, S3Error};

#[derive(Debug, PartialEq, S3Error)]
#[s3(decode)]
enum Failure {
    #[s3(code = "InternalError")]
    Error,
    #[s3(code = "SlowDown")]
    SPECS,
    #[s3(code = "NoSuchKey")]
    Err,
}

fn main() {
    for error in [Failure::Error, Failure::SPECS, Failure::Err] {
        let document = ErrorDocument::parse(format!("<Error><Code>{}</Code></Error>", error.code()).as_bytes()).unwrap();
        assert_eq!(Failure::try_from(&document), Ok(error));
    }
}
