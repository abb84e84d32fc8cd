use s3err_core::S3Error;

/// Made from any S3 error, as a server's `Failure` is.
struct Answer;

impl<E: S3Error> From<E> for Answer {
    fn from(_: E) -> Self {
        Self
    }
}

fn read() -> Result<Vec<u8>, Answer> {
    Ok(std::fs::read("object")?)
}

fn main() {
    let _ = read();
}
