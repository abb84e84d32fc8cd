use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(display)]
union Error {
    code: u8,
}

fn main() {}
