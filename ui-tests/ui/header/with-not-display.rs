use s3err_core::S3Error;

fn bytes(tag: &String) -> Vec<u8> {
    tag.clone().into_bytes()
}

#[derive(S3Error)]
enum Error {
    NotModified(#[s3(header(name = "ETag", with = bytes))] String),
}

fn main() {}
