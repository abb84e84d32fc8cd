use s3err_core::S3Error;

#[derive(Debug, S3Error)]
enum Error<T = u8, const N: usize = 4>
where
    [T; N]: Sized,
{
    NoSuchKey {
        #[s3(detail)]
        key: T,
        _bytes: [T; N],
    },
    #[s3(message = "not {0:?}")]
    NoSuchBucket([T; N]),
}

#[derive(Debug, S3Error)]
#[s3(code = "NoSuchKey")]
struct Hex<const N: usize>(#[s3(detail(name = "Key", with = s3err_core::hex_bytes))] [u8; N]);

fn main() {
    let error: Error = Error::NoSuchKey { key: 1, _bytes: [0; 4] };
    assert_eq!(error.details()[0].value, "1");
    assert_eq!(Error::NoSuchBucket([1, 2]).message(), "not [1, 2]");
    assert_eq!(Hex(*b"ab").details()[0].value, "61 62");
}
