use s3err_core::S3Error;

struct Key;

#[derive(S3Error)]
enum Error {
    #[s3(message = "no {0}")]
    NoSuchKey(Key),
}

fn main() {}
