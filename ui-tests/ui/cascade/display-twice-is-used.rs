use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(display, display)]
enum Error {
    NoSuchKey,
}

fn main() {
    println!("{}", Error::NoSuchKey);
}
