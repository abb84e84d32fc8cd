#[s3(decode)]
enum ClientError {
    NoSuchKey {
        #[s3(detail)]
        key: String,
    },
    InvalidRange {
        #[s3(detail)]
        actual_object_size: u64,
        #[s3(header(name = "Content-Range", parse = range))]
        range: Option<Range>,
        seen: bool,
    },
    #[s3(transparent)]
    Upload(UploadError),
}
