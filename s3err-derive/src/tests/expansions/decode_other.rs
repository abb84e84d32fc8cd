#[s3(decode)]
enum ClientError {
    SlowDown {
        #[s3(retry_after)]
        wait: Duration,
    },
    #[s3(other)]
    Other(ErrorDocument),
}
