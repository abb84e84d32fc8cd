use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(code = 5)]
    First,
    #[s3(code = "Second", status = "400", message = "the second")]
    Second,
    #[s3(code = "Third", status = 400, message = 5)]
    Third,
}

fn main() {}
