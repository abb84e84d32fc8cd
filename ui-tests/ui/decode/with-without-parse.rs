use s3err_core::{S3Error, hex_bytes};

#[derive(Debug, S3Error)]
#[s3(decode)]
enum Error {
    SignatureDoesNotMatch {
        #[s3(detail(with = hex_bytes))]
        string_to_sign_bytes: Vec<u8>,
    },
}

fn main() {}
