use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(code = "InternalError")]
struct Corrupt {
    #[s3(log(with = std::path::PathBuf::clone))]
    path: std::path::PathBuf,
}

fn main() {}
