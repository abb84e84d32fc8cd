use s3err_core::S3Error;

#[derive(S3Error)]
enum Inner {
    NoSuchKeys,
}

#[derive(S3Error)]
enum Outer {
    #[s3(transparent)]
    Inner(Inner),
}

fn main() {}
