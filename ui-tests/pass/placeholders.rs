use s3err_core::{HeaderVisitor, S3Error};

#[derive(Debug, S3Error)]
enum Error {
    #[s3(message = "{0} {0:?} {1:>4} {1:#06x} {1:+} {0:.1} {0:0$}|{1:02$}|{1:.2$}", code = "NoSuchKey")]
    Tuple(Width, u64, usize),
    #[s3(message = "{0:1$}|{0:>1$}|{0:.1$}|{0:*^1$.2}|{2:e} {2:8.3}", code = "NoSuchKey")]
    Text(&'static str, usize, f64),
    #[s3(message = "{key:width$.precision$}|{ key }|{key:?}|{{key}}|{key:}", code = "NoSuchKey")]
    Named { key: String, width: usize, precision: usize },
    #[s3(message = "{list:#?} {list:02x?} {number:o} {number:b} {number:X} {pointer:?}", code = "NoSuchKey")]
    Traits { list: Vec<u8>, number: u8, pointer: Option<()> },
    #[s3(header("x-amz-a", "{0}-{0:?}-{1:>3}"), header("x-amz-b", "{{}}"), code = "NoSuchKey")]
    Header(&'static str, u8),
    #[s3(message = "100 % of \"{0}\" \\ \u{1F600} \n {0}", code = "NoSuchKey")]
    Escaped(u8),
    #[s3(message = r#"raw "{0}""#, code = "NoSuchKey")]
    Raw(u8),
    #[s3(message = "{ümlaut} {日本}", code = "NoSuchKey")]
    Unicode { ümlaut: u8, 日本: u8 },
    #[s3(message = "{key}", code = "NoSuchKey")]
    Detail {
        #[s3(detail, header = "x-amz-key")]
        key: String,
    },
}

type Width = usize;

fn headers(error: &Error) -> Vec<String> {
    let mut headers = Vec::new();
    let mut visit = |name: &str, value: &dyn std::fmt::Display, _: bool| headers.push(format!("{name}: {value}"));
    error.visit_headers(&mut HeaderVisitor::new(&mut visit));
    headers
}

fn main() {
    assert_eq!(Error::Tuple(3, 5, 4).message(), format!("3 3    5 0x0005 +5 3   3|{:04}|{:.4}", 5, 5));
    assert_eq!(Error::Text("abc", 5, 1.5).message(), "abc  |  abc|abc|*ab**|1.5e0    1.500");
    let named = Error::Named { key: "key".to_owned(), width: 5, precision: 2 };
    assert_eq!(named.message(), "ke   |key|\"key\"|{key}|key");
    let traits = Error::Traits { list: vec![1, 31], number: 10, pointer: None };
    assert_eq!(traits.message(), "[\n    1,\n    31,\n] [01, 1f] 12 1010 A None");
    assert_eq!(headers(&Error::Header("a", 5)), ["x-amz-a: a-\"a\"-  5", "x-amz-b: {}"]);
    assert_eq!(Error::Escaped(1).message(), "100 % of \"1\" \\ \u{1F600} \n 1");
    assert_eq!(Error::Raw(1).message(), "raw \"1\"");
    assert_eq!(Error::Unicode { ümlaut: 1, 日本: 2 }.message(), "1 2");
    let detail = Error::Detail { key: "key".to_owned() };
    assert_eq!((detail.message().as_ref(), headers(&detail)), ("key", vec!["x-amz-key: key".to_owned()]));
}
