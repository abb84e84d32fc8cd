use s3err_core::S3Error;

fn hex(number: u64) -> String {
    format!("{number:x}")
}

#[derive(S3Error)]
enum Error {
    NoSuchKey {
        #[s3(detail(with = hex))]
        key: u64,
    },
}

fn main() {}
