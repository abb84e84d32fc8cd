use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    NoSuchKey {
        #[s3(detail, with = s3err_core::hex_bytes)]
        key: String,
    },
}

fn main() {}
