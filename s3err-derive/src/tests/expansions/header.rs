enum GetObjectError {
    #[s3(header("Content-Range", "bytes */{size}"), header("x-amz-delete-marker", "true"))]
    InvalidRange {
        size: u64,
    },
    NotModified {
        #[s3(header = "ETag")]
        etag: Option<String>,
        #[s3(header(name = "Last-Modified", with = http_date))]
        modified: SystemTime,
    },
    SlowDown {
        #[s3(retry_after)]
        wait: Option<Duration>,
    },
}
