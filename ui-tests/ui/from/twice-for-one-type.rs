use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(default = "InternalError")]
enum StorageError {
    Disk(#[s3(from)] std::io::Error),
    Network(#[s3(from)] std::io::Error),
}

fn main() {}
