use s3err_core::S3Error;

#[derive(S3Error)]
enum Error<'a> {
    InternalError { source: &'a std::io::Error },
}

fn main() {}
