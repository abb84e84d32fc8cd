use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(code = "NoSuchBukcet")]
    NoBucket(#[s3(detail = "Name")] String, #[s3(detail = "Name")] String),
}

fn main() {}
