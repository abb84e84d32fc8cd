//! Generated items are as private as their type.
#![deny(warnings, private_interfaces, private_bounds)]

mod inner {
    use s3err_core::S3Error;

    #[derive(Debug)]
    struct Secret;

    impl std::fmt::Display for Secret {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("shown")
        }
    }

    #[derive(Debug, S3Error)]
    #[s3(display)]
    pub struct NoSuchKey {
        #[s3(detail)]
        key: Secret,
    }

    #[derive(Debug, S3Error)]
    #[s3(transparent)]
    pub struct Outer(Private);

    #[derive(Debug, S3Error)]
    enum Private {
        SlowDown,
    }

    #[derive(Debug, S3Error)]
    #[s3(code = "NoSuchBucket")]
    pub(in crate::inner) struct Restricted;

    pub fn errors() -> (NoSuchKey, Outer) {
        assert_eq!(Restricted.code(), "NoSuchBucket");
        (NoSuchKey { key: Secret }, Outer(Private::SlowDown))
    }
}

fn main() {
    use s3err_core::S3Error;

    let (key, outer) = inner::errors();
    assert_eq!((key.details()[0].value.as_str(), outer.code()), ("shown", "SlowDown"));
}
