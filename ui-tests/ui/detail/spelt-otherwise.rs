use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    NoSuchKey(#[s3(detail = "key")] String),
    InvalidArgument {
        #[s3(detail = "Argument-Name")]
        name: String,
        #[s3(detail = "Argument")]
        own: String,
    },
}

fn main() {}
