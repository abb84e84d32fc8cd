use s3err_core::{Describe, Fault, S3Error};

#[derive(Debug, S3Error)]
enum Error {
    #[s3(code = "KMS.NotFoundException")]
    Dotted,
    #[s3(custom, code = "nosuchkey", status = 404, message = "mine")]
    Custom,
    #[s3(custom, code = "NoSuchKey", status = 410, message = "mine")]
    CustomOfS3,
    #[s3(code = "My-Own_Code.2", status = 599, message = "mine")]
    Own,
    #[s3(code = "Moved", status = 300, message = "mine")]
    Moved,
    #[s3(code = "NoSuchKey")]
    First(#[s3(detail = "Key")] u8),
    #[s3(code = "NoSuchKey", status = 404)]
    Second,
    #[s3(custom, code = "PermanentRedirect", status = 301, message = "mine")]
    Incomplete,
    PermanentRedirect {
        #[s3(detail)]
        endpoint: String,
        #[s3(detail)]
        bucket: String,
        #[s3(header = "X-Amz-Bucket-Region")]
        region: String,
    },
    #[s3(header("Location", "https://{endpoint}/"))]
    TemporaryRedirect {
        #[s3(detail)]
        endpoint: String,
        #[s3(detail)]
        bucket: String,
    },
}

fn main() {
    let specs: Vec<_> = Error::SPECS.iter().map(|spec| (spec.code, spec.status.as_u16())).collect();
    assert_eq!(
        specs[..7],
        [
            ("KMS.NotFoundException", 400),
            ("nosuchkey", 404),
            ("NoSuchKey", 410),
            ("My-Own_Code.2", 599),
            ("Moved", 300),
            ("NoSuchKey", 404),
            ("NoSuchKey", 404),
        ]
    );
    assert_eq!((Error::Own.fault(), Error::Moved.fault()), (Fault::Server, Fault::Client));
    let _ = [Error::Dotted, Error::Custom, Error::CustomOfS3, Error::First(1), Error::Second, Error::Incomplete];
    let redirect = Error::TemporaryRedirect { endpoint: "a".to_owned(), bucket: "b".to_owned() };
    assert_eq!(redirect.details().len(), 2);
    let redirect =
        Error::PermanentRedirect { endpoint: "a".to_owned(), bucket: "b".to_owned(), region: "c".to_owned() };
    assert_eq!(redirect.status(), 301);
}
