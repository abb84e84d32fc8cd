use s3err_core::S3Error;

#[derive(Clone, Copy, Debug, S3Error)]
#[s3(code = "Mine", status = 400, message = "m")]
#[repr(C, packed(2))]
struct Error {
    #[s3(detail)]
    size: u64,
}

fn main() {}
