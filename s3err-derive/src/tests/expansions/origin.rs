enum StorageError {
    #[s3(code = "InternalError")]
    Disk {
        #[s3(log)]
        path: String,
        source: std::io::Error,
    },
    #[s3(code = "ServiceUnavailable")]
    Peer(#[from] Box<dyn std::error::Error + Send + Sync>),
    #[s3(code = "SlowDown")]
    Busy {
        source: Option<Arc<TimedOut>>,
    },
}
