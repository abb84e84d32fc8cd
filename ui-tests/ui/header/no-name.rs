use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    NotModified {
        #[s3(header(with = s3err_core::hex_bytes))]
        etag: String,
    },
}

fn main() {}
