use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    DatabaseIsDown,
}

fn main() {}
