use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(display, code = "Mine", status = 400, message = "m")]
struct Error {
    #[s3(detail)]
    size: usize,
    data: [u8],
}

fn main() {}
