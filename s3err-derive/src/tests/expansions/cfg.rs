enum Conditional {
    #[cfg(unix)]
    NoSuchKey {
        #[cfg(feature = "details")]
        #[s3(detail)]
        key: String,
    },
    AccessDenied,
}
