use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(decode)]
enum Error {
    #[s3(other)]
    Other,
}

fn main() {}
