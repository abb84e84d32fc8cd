use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(display)]
enum Error<'a, T: Copy, const N: usize>
where
    T: PartialEq,
{
    NoSuchKeys(&'a [T; N]),
}

fn main() {
    println!("{} {}", Error::NoSuchKeys(&[1]), Error::NoSuchKeys(&[1]).code());
}
