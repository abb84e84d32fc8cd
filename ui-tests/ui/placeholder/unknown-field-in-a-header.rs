use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(header("Content-Range", "bytes */{length}"))]
    InvalidRange { size: u64 },
}

fn main() {}
