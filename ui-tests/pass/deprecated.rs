//! To derive is not to use: only the user's own uses of what is deprecated are warned of.
#![deny(warnings)]

#[allow(unused)]
mod types {
    use s3err_core::{S3Error, StandardError};

    #[deprecated]
    #[derive(Debug, S3Error)]
    #[s3(display)]
    pub(crate) struct NoSuchBucket {
        #[s3(detail)]
        #[deprecated]
        pub(crate) bucket_name: String,
    }

    #[deprecated]
    #[derive(Debug, S3Error)]
    pub(crate) enum Old {
        NoSuchKey,
    }

    #[derive(Debug, S3Error)]
    #[s3(display)]
    pub(crate) enum Error {
        #[deprecated = "use another"]
        NoSuchKey {
            #[s3(detail)]
            key: String,
        },
        #[deprecated]
        AccessDenied,
        #[s3(message = "no {upload_id}", header("x-amz-upload", "{upload_id}"))]
        NoSuchUpload {
            #[deprecated]
            #[s3(detail)]
            upload_id: String,
            #[deprecated]
            #[s3(log)]
            path: u8,
            #[deprecated]
            #[s3(header = "x-amz-tenant")]
            tenant: Option<u8>,
        },
        #[deprecated]
        #[s3(transparent)]
        Inner(StandardError),
        #[deprecated]
        #[s3(via = classify)]
        Via(u8),
        #[deprecated]
        InternalError { source: std::fmt::Error },
    }

    fn classify(_: &u8) -> &'static StandardError {
        &StandardError::SlowDown
    }
}

fn main() {
    #[allow(deprecated)]
    let error = types::Error::AccessDenied;
    assert_eq!(s3err_core::S3Error::code(&error), "AccessDenied");
}
