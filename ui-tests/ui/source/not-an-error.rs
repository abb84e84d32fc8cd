use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    InternalError(#[s3(source)] u8),
}

fn main() {}
