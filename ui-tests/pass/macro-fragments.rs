use s3err_core::{Describe, HeaderVisitor, S3Error, StandardError};

macro_rules! define {
    (
        $(#[$meta:meta])*
        $vis:vis $name:ident<$life:lifetime> {
            $variant:ident { $field:ident: $ty:ty, $other:ident: Option<$inner:ty> }
        }
        $code:literal, $status:literal, $message:literal, $header:literal, $template:literal, $with:path, $via:path,
        $expr:expr
    ) => {
        $(#[$meta])*
        $vis enum $name<$life> {
            #[s3(code = $code, status = $status, message = $message, header($header, $template))]
            $variant {
                #[s3(detail)]
                $field: $ty,
                #[s3(detail(with = $with))]
                $other: Option<$inner>,
                #[s3(header = "x-amz-inner")]
                inner: $inner,
                #[s3(log)]
                text: &$life str,
            },
            #[s3(via = $via)]
            Via($ty),
            #[s3(code = $expr)]
            Expr(#[s3(detail = $code)] Option<$ty>),
        }
    };
}

define! {
    /// The documentation.
    #[derive(Debug, S3Error)]
    pub Error<'a> {
        Tenant { tenant: String, number: Option<u64> }
    }
    "NoSuchTenant", 404, "no tenant {tenant} {number:?}", "x-amz-tenant", "{tenant}", crate::hex, self::classify,
    "NoSuchKey"
}

fn hex(number: &u64) -> impl std::fmt::Display {
    format!("{number:x}")
}

fn classify(text: &String) -> &'static StandardError {
    if text.is_empty() { &StandardError::InternalError } else { &StandardError::SlowDown }
}

macro_rules! variants {
    ($($name:ident = $code:literal $(($ty:ty))?),* $(,)?) => {
        #[derive(Debug, S3Error)]
        enum Variants {
            $(
                #[s3(code = $code)]
                $name $((#[s3(detail = "Value")] $ty))?
            ),*
        }
    };
}

variants! { One = "NoSuchKey", Two = "NoSuchBucket"(String), Three = "SlowDown"(Option<Box<str>>) }

macro_rules! unit {
    ($name:ident) => {
        #[derive(Debug, S3Error)]
        struct $name;
    };
}

unit!(AccessDenied);

fn main() {
    let error = Error::Tenant { tenant: "t".to_owned(), number: Some(255), inner: 7, text: "text" };
    assert_eq!(error.message(), "no tenant t Some(255)");
    let values: Vec<_> = error.details().into_iter().map(|detail| detail.value).collect();
    assert_eq!(values, ["t", "ff"]);
    let mut headers = Vec::new();
    let mut visit =
        |name: &str, value: &dyn std::fmt::Display, _sensitive: bool| headers.push(format!("{name}: {value}"));
    error.visit_headers(&mut HeaderVisitor::new(&mut visit));
    assert_eq!(headers, ["x-amz-tenant: t", "x-amz-inner: 7"]);
    assert_eq!(Error::Via("text".to_owned()).code(), "SlowDown");
    assert_eq!(Error::Expr(None).code(), "NoSuchKey");
    assert_eq!(Variants::SPECS.iter().map(|spec| spec.details.len()).sum::<usize>(), 2);
    assert!(Variants::SPECS[2].details[0].optional, "the `Option` of a fragment");
    assert_eq!(Variants::Two("two".to_owned()).details()[0].value, "two");
    let _ = (Variants::One, Variants::Three(None));
    assert_eq!(AccessDenied.code(), "AccessDenied");
}
