use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[allow(non_snake_case)]
enum Error {
    SignatureDoesNotMatch {
        #[s3(detail)]
        aws_access_key_id: u8,
        #[s3(detail)]
        string_to_sign: u8,
    },
    ExpiredToken {
        #[s3(detail)]
        token_0: u8,
    },
    NoSuchKey {
        #[s3(detail)]
        key: u8,
        #[s3(detail)]
        _hidden: u8,
        #[s3(detail)]
        content__md5_2: u8,
        #[s3(detail)]
        Already: u8,
        #[s3(detail)]
        größe: u8,
        #[s3(detail = "code")]
        lower: u8,
    },
}

fn names(error: &Error) -> Vec<String> {
    error.details().into_iter().map(|detail| detail.name).collect()
}

fn main() {
    assert_eq!(
        names(&Error::SignatureDoesNotMatch { aws_access_key_id: 1, string_to_sign: 2 }),
        ["AWSAccessKeyId", "StringToSign"]
    );
    let token = Error::ExpiredToken { token_0: 1 };
    assert_eq!(names(&token), ["Token-0"]);
    assert!(token.details()[0].sensitive);
    let key = Error::NoSuchKey { key: 1, _hidden: 2, content__md5_2: 3, Already: 4, größe: 5, lower: 6 };
    assert_eq!(names(&key), ["Key", "Hidden", "ContentMd52", "Already", "Größe", "code"]);
}
