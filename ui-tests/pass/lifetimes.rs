use std::borrow::Cow;
use std::time::Duration;

use s3err_core::S3Error;

#[derive(Debug, S3Error)]
enum Borrowed<'a> {
    NoSuchKey {
        #[s3(detail)]
        key: &'a str,
        #[s3(detail)]
        version_id: Option<Cow<'a, str>>,
    },
    #[s3(message = "wait {0:?} for {1}")]
    SlowDown(#[s3(retry_after)] Duration, &'a u64),
}

#[derive(Debug, S3Error)]
enum Several<'a, 'b: 'a, T>
where
    T: 'a + ?Sized,
{
    NoSuchKey {
        #[s3(detail)]
        key: &'b T,
        _tenant: &'a str,
    },
    #[s3(transparent)]
    Inner(&'a Borrowed<'b>),
}

fn main() {
    let key = String::from("key");
    let inner = Borrowed::NoSuchKey { key: &key, version_id: Some("3".into()) };
    assert_eq!(inner.details().len(), 2);
    assert_eq!(Several::<'_, '_, str>::Inner(&inner).details(), inner.details());
    assert_eq!(Several::NoSuchKey { key: key.as_str(), _tenant: "" }.details()[0].value, "key");
    let slow = Borrowed::SlowDown(Duration::from_secs(1), &5);
    assert_eq!(slow.message(), "wait 1s for 5");
    assert_eq!(slow.retry().wait(), Some(Duration::from_secs(1)));
}
