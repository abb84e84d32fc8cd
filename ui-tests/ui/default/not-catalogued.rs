use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(default = "DatabaseIsDown")]
enum StorageError {
    DiskFull,
    NoSuchKey,
}

fn main() {}
