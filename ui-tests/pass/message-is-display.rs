use s3err_core::{S3Error, StandardError};

#[derive(Debug, thiserror::Error, S3Error)]
#[s3(message = display)]
enum All {
    #[error("no {key}")]
    NoSuchKey {
        #[s3(detail)]
        key: String,
    },
    #[error("kept")]
    #[s3(message = "its own")]
    SlowDown,
    #[error("kept")]
    #[s3(transparent)]
    Inner(StandardError),
}

#[derive(Debug, thiserror::Error, S3Error)]
enum One {
    #[error("no {0}")]
    #[s3(message = display)]
    NoSuchKey(u8),
    #[error("secret")]
    SlowDown,
}

#[derive(Debug, thiserror::Error, S3Error)]
#[error("no {0}")]
#[s3(code = "NoSuchKey", message = display)]
struct Struct<T: std::fmt::Display>(T);

fn main() {
    assert_eq!(All::NoSuchKey { key: "key".to_owned() }.message(), "no key");
    assert_eq!(All::SlowDown.message(), "its own");
    assert_eq!(All::Inner(StandardError::NoSuchKey).message(), "The specified key does not exist.");
    assert_eq!(One::NoSuchKey(1).message(), "no 1");
    assert_eq!(One::SlowDown.message(), "Please reduce your request rate.");
    assert_eq!(Struct(5).message(), "no 5");
}
