//! Variants of one code that the details tell apart.
use s3err_core::{ErrorDocument, S3Error};

#[derive(Debug, PartialEq, S3Error)]
#[s3(decode)]
enum ArgumentError {
    #[s3(code = "InvalidArgument", message = "m")]
    Named {
        #[s3(detail)]
        argument_name: String,
    },
    #[s3(code = "InvalidArgument", message = "m")]
    Method {
        #[s3(detail)]
        method: String,
    },
    #[s3(code = "InvalidArgument", message = "m")]
    Both {
        #[s3(detail)]
        argument_name: String,
        #[s3(detail)]
        argument_value: String,
    },
}

fn main() {
    let read = |details: &str| {
        let body = format!("<Error><Code>InvalidArgument</Code><Message>m</Message>{details}</Error>");
        ArgumentError::try_from(ErrorDocument::parse(body.as_bytes()).unwrap())
    };
    let (name, value) = ("<ArgumentName>a</ArgumentName>", "<ArgumentValue>b</ArgumentValue>");
    assert_eq!(read(name), Ok(ArgumentError::Named { argument_name: "a".into() }));
    assert_eq!(read("<Method>PUT</Method>"), Ok(ArgumentError::Method { method: "PUT".into() }));
    let both = ArgumentError::Both { argument_name: "a".into(), argument_value: "b".into() };
    assert_eq!(read(&format!("{name}{value}")), Ok(both));
}
