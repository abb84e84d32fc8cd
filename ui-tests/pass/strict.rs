use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(strict)]
enum Error {
    BadDigest {
        #[s3(detail)]
        calculated_digest: String,
        #[s3(detail)]
        expected_digest: String,
    },
    #[s3(code = "BadDigest")]
    Plain,
    NoSuchKey {
        #[s3(detail)]
        key: Option<String>,
    },
    SlowDown,
    #[s3(code = "NoSuchTenant", status = 404, message = "mine")]
    Own {
        #[s3(detail)]
        tenant: u8,
    },
    #[s3(code = "NoSuchBucket", custom, status = 404, message = "mine")]
    Custom {
        #[s3(detail)]
        tenant: u8,
    },
}

fn main() {
    let digest = || "x".to_owned();
    assert_eq!(Error::BadDigest { calculated_digest: digest(), expected_digest: digest() }.details().len(), 2);
    let _ = [
        Error::Plain,
        Error::NoSuchKey { key: None },
        Error::SlowDown,
        Error::Own { tenant: 1 },
        Error::Custom { tenant: 1 },
    ];
}
