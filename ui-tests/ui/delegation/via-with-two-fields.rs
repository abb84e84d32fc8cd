use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(via = classify)]
    Io { path: String, error: std::io::Error },
}

fn main() {}
