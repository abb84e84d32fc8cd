//! Parameters that are not sized, that are in a projection, that are nowhere.

use std::marker::PhantomData;
use std::sync::Arc;

use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(display)]
enum Error<'a, T: ?Sized, U> {
    NoSuchKey {
        #[s3(detail)]
        key: &'a T,
        phantom: PhantomData<U>,
    },
    #[s3(message = "no {0}", code = "NoSuchBucket")]
    Bucket(Box<T>),
    NoSuchUpload(#[s3(detail = "UploadId")] Arc<T>),
}

#[derive(S3Error)]
enum Iterable<T: IntoIterator>
where
    for<'a> &'a T: IntoIterator<Item = &'a u8>,
{
    NoSuchKey {
        #[s3(detail(with = count))]
        count: T,
        #[s3(detail)]
        first: Option<<T as IntoIterator>::Item>,
        #[allow(dead_code)]
        function: for<'b> fn(&'b u8) -> &'b u8,
    },
}

fn count<T>(items: &T) -> usize
where
    for<'a> &'a T: IntoIterator<Item = &'a u8>,
{
    items.into_iter().count()
}

fn main() {
    assert_eq!(Error::NoSuchKey { key: "key", phantom: PhantomData::<()> }.details()[0].value, "key");
    assert_eq!(Error::<'_, str, ()>::Bucket("b".into()).to_string(), "no b");
    assert_eq!(Error::<'_, str, ()>::NoSuchUpload("c".into()).details()[0].value, "c");
    let error = Iterable::NoSuchKey { count: vec![1_u8, 2], first: Some(7_u8), function: |number| number };
    let values: Vec<_> = error.details().into_iter().map(|detail| detail.value).collect();
    assert_eq!(values, ["2", "7"]);
}
