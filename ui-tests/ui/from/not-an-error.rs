use s3err_core::S3Error;

#[derive(Debug, S3Error)]
enum StorageError {
    #[s3(code = "InternalError")]
    Note(#[s3(from)] String),
}

fn main() {}
