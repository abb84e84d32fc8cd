use s3err_core::{S3Error, StandardError};

#[derive(Debug, S3Error)]
#[s3(display)]
enum Plain {
    #[s3(transparent)]
    Inner(Box<Plain>),
    #[s3(transparent)]
    Itself(Box<Self>),
    #[s3(via = Self::found)]
    Via(u8),
    NoSuchKey {
        #[s3(detail(with = Self::shown))]
        key: u8,
    },
    InternalError {
        source: Box<Self>,
    },
}

impl Plain {
    fn found(_: &u8) -> &'static StandardError {
        &StandardError::SlowDown
    }

    fn shown(key: &u8) -> u8 {
        *key + 1
    }
}

#[derive(Debug, S3Error)]
enum Generic<T> {
    #[s3(transparent)]
    Inner(Box<Self>),
    NoSuchKey {
        #[s3(detail)]
        key: T,
    },
}

fn main() {
    let key = || Plain::NoSuchKey { key: 1 };
    assert_eq!(Plain::Inner(Box::new(Plain::Itself(Box::new(key())))).details()[0].value, "2");
    assert_eq!(Plain::Via(1).code(), "SlowDown");
    assert!(Plain::InternalError { source: Box::new(key()) }.origin().is_some());
    assert_eq!(Generic::Inner(Box::new(Generic::NoSuchKey { key: 1 })).code(), "NoSuchKey");
}
