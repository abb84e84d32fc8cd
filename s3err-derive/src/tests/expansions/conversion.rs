#[s3(default = "InternalError")]
enum StorageError {
    NoSuchKey {
        #[s3(detail)]
        key: String,
    },
    DiskFull,
    Io(#[s3(from)] std::io::Error),
    #[s3(transparent)]
    Standard(#[s3(from)] s3err_core::StandardError),
}
