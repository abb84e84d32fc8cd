use s3err_core::S3Error;

fn length(text: &str) -> Option<usize> {
    Some(text.len())
}

#[derive(Debug, S3Error)]
#[s3(decode)]
enum Error {
    NoSuchKey {
        #[s3(detail(parse = length))]
        key: String,
    },
}

fn main() {}
