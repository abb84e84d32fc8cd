use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(strict)]
enum Error {
    #[s3(message = "no {name}")]
    PermanentRedirect {
        #[s3(detail)]
        tenant: String,
    },
}

fn main() {}
