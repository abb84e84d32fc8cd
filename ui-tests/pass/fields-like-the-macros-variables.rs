use s3err_core::{S3Error, StandardError};

#[derive(Debug, S3Error)]
#[s3(display)]
enum Error {
    #[s3(message = "{f} {visit} {self_:?} {field_0} {found} {values} {sink} {error}", header("x-amz-f", "{f:?}"))]
    NoSuchKey {
        #[s3(detail)]
        f: u8,
        #[s3(detail)]
        visit: String,
        #[s3(detail(with = with))]
        self_: Option<u8>,
        #[s3(detail)]
        field_1: Option<u8>,
        #[s3(detail)]
        field_0: u8,
        #[s3(detail)]
        found: u8,
        #[s3(header = "x-amz-values")]
        values: u8,
        #[s3(header(name = "x-amz-sink", with = with))]
        sink: u8,
        #[s3(log)]
        details: Option<u8>,
        #[s3(log)]
        headers: u8,
        #[s3(log)]
        log: u8,
        #[s3(detail)]
        error: u8,
        #[s3(detail)]
        value: String,
    },
    #[s3(via = found)]
    Via { found: u8 },
    #[s3(transparent)]
    Transparent { origin: StandardError },
}

fn with(f: &u8) -> impl std::fmt::Display {
    *f
}

fn found(_: &u8) -> &dyn S3Error {
    &StandardError::SlowDown
}

fn main() {
    let error = Error::NoSuchKey {
        f: 1,
        visit: "2".to_owned(),
        self_: Some(3),
        field_1: Some(4),
        field_0: 5,
        found: 6,
        values: 7,
        sink: 8,
        details: Some(9),
        headers: 10,
        log: 11,
        error: 12,
        value: "13".to_owned(),
    };
    let values: Vec<_> = error.details().into_iter().map(|detail| detail.value).collect();
    assert_eq!(values, ["1", "2", "3", "4", "5", "6", "12", "13"]);
    assert_eq!(Error::Via { found: 1 }.code(), "SlowDown");
    assert_eq!(Error::Transparent { origin: StandardError::NoSuchKey }.code(), "NoSuchKey");
}
