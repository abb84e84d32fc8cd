use s3err_core::S3Error;

fn bytes(key: &String) -> Vec<u8> {
    key.clone().into_bytes()
}

#[derive(S3Error)]
enum Error {
    NoSuchKey {
        #[s3(detail(with = bytes))]
        key: String,
    },
}

fn main() {}
