use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(other)]
struct Other(s3err_core::StandardError);

fn main() {}
