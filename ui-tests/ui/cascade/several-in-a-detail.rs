use s3err_core::S3Error;

#[derive(Debug, S3Error)]
enum Error {
    NoSuchKey {
        #[s3(detail(nam = "Key", with = "show", parse))]
        key: String,
    },
}

fn main() {}
