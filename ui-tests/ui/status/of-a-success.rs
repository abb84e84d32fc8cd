use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(code = "AllRight", status = 200, message = "all right")]
    AllRight,
}

fn main() {}
