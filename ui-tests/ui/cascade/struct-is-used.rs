use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(display, staus = 404)]
struct NoSuchKey;

fn main() {
    println!("{NoSuchKey} {}", NoSuchKey.code());
}
