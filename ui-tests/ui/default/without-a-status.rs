use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(default = "IdempotencyException")]
enum StorageError {
    DiskFull,
}

fn main() {}
