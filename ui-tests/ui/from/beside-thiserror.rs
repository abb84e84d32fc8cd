use s3err_core::S3Error;

#[derive(Debug, thiserror::Error, S3Error)]
enum StorageError {
    #[error("disk")]
    #[s3(code = "InternalError")]
    Disk(
        #[from]
        #[s3(from)]
        std::io::Error,
    ),
}

fn main() {}
