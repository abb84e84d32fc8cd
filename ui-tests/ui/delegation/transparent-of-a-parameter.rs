use s3err_core::S3Error;

#[derive(S3Error)]
enum Error<E> {
    #[s3(transparent)]
    Inner(E),
}

fn is_an_error(_: impl S3Error) {}

fn main() {
    is_an_error(Error::Inner(std::fmt::Error));
}
