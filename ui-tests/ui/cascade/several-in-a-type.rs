use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(dispaly)]
enum Error {
    #[s3(code = "NoSuchBukcet")]
    NoBucket,
    #[s3(status = 200)]
    NoSuchKey,
    #[s3(message = "no {name}")]
    NoSuchUpload {
        #[s3(detail = "Code")]
        key: String,
    },
    DatabaseIsDown(#[s3(sensitive)] String),
    #[s3(transparent)]
    Inner,
}

fn main() {}
