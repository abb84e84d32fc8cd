use s3err_core::S3Error;

fn hex(number: &Option<u64>) -> String {
    format!("{number:x?}")
}

#[derive(S3Error)]
enum Error {
    NoSuchKey {
        #[s3(detail(with = hex))]
        key: Option<u64>,
    },
}

fn main() {}
