use s3err_core::S3Error;

#[derive(Debug, S3Error)]
enum Error {
    #[s3(code = "InternalError")]
    Disks { source: Vec<std::io::Error> },
}

fn main() {}
