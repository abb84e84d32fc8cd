use s3err_core::S3Error;

fn classify(_: &std::io::Error) -> &'static u8 {
    &5
}

#[derive(S3Error)]
enum Error {
    #[s3(via = classify)]
    Io(std::io::Error),
}

fn main() {}
