use s3err_core::S3Error;

#[derive(Debug, S3Error)]
enum StorageError {
    #[s3(code = "InternalError")]
    Disk {
        #[s3(from)]
        cause: std::io::Error,
        shard: u16,
    },
}

fn main() {}
