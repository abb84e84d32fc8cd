use s3err_core::S3Error;

const HEX: u8 = 16;

#[derive(S3Error)]
enum Error {
    NoSuchKey {
        #[s3(detail(with = HEX))]
        key: String,
    },
}

fn main() {}
