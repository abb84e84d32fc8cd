use s3err_core::S3Error;

#[derive(S3Error)]
enum First {
    NoSuchKeys,
}

#[derive(S3Error)]
enum Second {
    NoSuchBuckets,
}

fn main() {}
