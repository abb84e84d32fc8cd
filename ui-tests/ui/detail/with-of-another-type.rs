use s3err_core::S3Error;

fn hex(bytes: &[u8; 4]) -> String {
    format!("{bytes:?}")
}

#[derive(S3Error)]
enum Error {
    NoSuchKey {
        #[s3(detail(with = hex))]
        key: u64,
    },
}

fn main() {}
