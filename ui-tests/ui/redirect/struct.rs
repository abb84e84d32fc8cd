use s3err_core::S3Error;

#[derive(S3Error)]
struct TemporaryRedirect;

fn main() {}
