#[s3(message = display)]
enum StorageError {
    InternalError(std::io::Error),
    #[s3(transparent)]
    Inner(Inner),
}
