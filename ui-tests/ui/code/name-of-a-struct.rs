use s3err_core::S3Error;

#[derive(S3Error)]
struct DatabaseIsDown;

fn main() {}
