//! Everything that is text, and what is only called so.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use s3err_core::S3Error;

#[derive(S3Error)]
struct NoSuchKey<'a, T: std::fmt::Display> {
    #[s3(detail)]
    string: String,
    #[s3(detail)]
    boxed: Box<str>,
    #[s3(detail)]
    arc: Arc<str>,
    #[s3(detail)]
    rc: Rc<str>,
    #[s3(detail)]
    cow: Cow<'a, str>,
    #[s3(detail)]
    str: &'a str,
    #[s3(detail)]
    reference: &'a &'a String,
    #[s3(detail)]
    optional: Option<Box<str>>,
    #[s3(detail)]
    optional_str: Option<&'a str>,
    #[s3(detail)]
    boxed_string: Box<String>,
    #[s3(detail)]
    arc_string: Arc<String>,
    #[s3(detail)]
    exclusive: &'a mut String,
    #[s3(detail)]
    boxed_number: Box<u8>,
    #[s3(detail)]
    parameter: T,
    #[s3(detail)]
    object: Box<dyn std::fmt::Display + 'a>,
    #[s3(detail)]
    format: std::fmt::Arguments<'a>,
    #[s3(detail)]
    character: char,
}

mod own {
    use s3err_core::S3Error;

    /// Not the standard library's.
    #[derive(Clone, Debug)]
    pub(super) struct String(pub u8);

    impl std::fmt::Display for String {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "<{}>", self.0)
        }
    }

    #[derive(Debug, S3Error)]
    pub(super) struct NoSuchBucket<'a> {
        #[s3(detail)]
        pub(super) own: String,
        #[s3(detail)]
        pub(super) optional: Option<String>,
        #[s3(detail)]
        pub(super) boxed: Box<String>,
        #[s3(detail)]
        pub(super) cow: std::borrow::Cow<'a, String>,
        #[s3(detail)]
        pub(super) reference: &'a String,
    }
}

fn main() {
    let (text, mut exclusive, seven) = ("x".to_owned(), "y".to_owned(), 7);
    let error = NoSuchKey {
        string: text.clone(),
        boxed: text.as_str().into(),
        arc: text.as_str().into(),
        rc: text.as_str().into(),
        cow: text.as_str().into(),
        str: &text,
        reference: &&text,
        optional: Some("z".into()),
        optional_str: None,
        boxed_string: Box::new(text.clone()),
        arc_string: Arc::new(text.clone()),
        exclusive: &mut exclusive,
        boxed_number: Box::new(1),
        parameter: 2,
        object: Box::new(3),
        format: format_args!("{seven}"),
        character: 'c',
    };
    let values: Vec<_> = error.details().into_iter().map(|detail| detail.value).collect();
    assert_eq!(values.concat(), "xxxxxxxzxxy1237c");

    let own = own::NoSuchBucket {
        own: own::String(1),
        optional: Some(own::String(2)),
        boxed: Box::new(own::String(3)),
        cow: std::borrow::Cow::Owned(own::String(4)),
        reference: &own::String(5),
    };
    let values: Vec<_> = own.details().into_iter().map(|detail| detail.value).collect();
    assert_eq!(values, ["<1>", "<2>", "<3>", "<4>", "<5>"]);
}
