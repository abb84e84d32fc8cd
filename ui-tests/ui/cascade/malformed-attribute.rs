use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(code = "DatabaseIsDown" status = 503, message = "The database is down.")]
    Down,
}

fn main() {}
