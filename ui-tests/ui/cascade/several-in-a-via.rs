use s3err_core::S3Error;

#[derive(Debug, S3Error)]
enum Error {
    #[s3(via = "classify", status = 500)]
    Disk,
}

fn main() {}
