/// The bucket is not there.
#[s3(strict)]
struct NoSuchBucket {
    #[s3(detail)]
    bucket_name: String,
}
