enum GatewayError {
    #[s3(transparent)]
    Storage(StorageError),
    #[s3(via = classify)]
    Io {
        #[s3(source)]
        cause: std::io::Error,
    },
    AccessDenied,
}
