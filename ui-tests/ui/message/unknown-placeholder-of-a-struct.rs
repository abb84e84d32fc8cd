use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(message = "no {name}")]
struct NoSuchKey {
    key: String,
}

fn main() {}
