//! `detail("Name", "value")` on a variant: in the document, in the description, under `strict` and under `decode`.

use s3err_core::{Describe, ErrorDocument, RequestContext, RequestId, S3Error};

#[derive(Debug, PartialEq, S3Error)]
#[s3(decode, strict)]
enum ArgumentError {
    #[s3(
        code = "InvalidArgument",
        message = "Argument max-keys must be an integer",
        detail("ArgumentName", "max-keys")
    )]
    MaxKeys {
        #[s3(detail)]
        argument_value: String,
    },
    #[s3(code = "InvalidArgument", message = "Part number must be an integer", detail("ArgumentName", "partNumber"))]
    PartNumber {
        #[s3(detail)]
        argument_value: String,
    },
    #[s3(other)]
    Other(ErrorDocument),
}

#[derive(Debug, S3Error)]
enum RequestError {
    #[s3(
        code = "InvalidRequest",
        message = "bad manifest",
        detail("Where", "line {line:>3} of <{name}>"),
        detail("Doc", "a & b")
    )]
    Manifest {
        line: u32,
        name: String,
        #[s3(detail)]
        column: u32,
    },
}

fn context() -> RequestContext {
    RequestContext::new(RequestId::from_static("Q803X9PKQY923EA9"))
}

fn max_keys() -> ArgumentError {
    ArgumentError::MaxKeys { argument_value: "many".to_owned() }
}

fn part_number() -> ArgumentError {
    ArgumentError::PartNumber { argument_value: "x".to_owned() }
}

#[test]
fn a_fixed_detail_comes_before_those_of_the_fields() {
    let xml = max_keys().to_xml(&context());
    assert!(
        xml.contains("<ArgumentName>max-keys</ArgumentName><ArgumentValue>many</ArgumentValue><RequestId>"),
        "{xml}"
    );
}

#[test]
fn fields_in_a_detail_are_formatted_and_all_of_it_is_escaped() {
    let error = RequestError::Manifest { line: 7, name: "m".to_owned(), column: 2 };
    let xml = error.to_xml(&context());
    assert!(
        xml.contains("<Where>line   7 of &lt;m&gt;</Where><Doc>a &amp; b</Doc><Column>2</Column><RequestId>"),
        "{xml}"
    );
    let details = error.details();
    let details: Vec<_> = details.iter().map(|detail| (detail.name.as_str(), detail.value.as_str())).collect();
    assert_eq!(details, [("Where", "line   7 of <m>"), ("Doc", "a & b"), ("Column", "2")]);
}

#[test]
fn a_fixed_detail_is_described_and_never_optional() {
    let spec = &ArgumentError::SPECS[0];
    let details: Vec<_> = spec.details.iter().map(|detail| (detail.name, detail.optional)).collect();
    assert_eq!(details, [("ArgumentName", false), ("ArgumentValue", false)]);
}

#[test]
fn different_fixed_values_tell_variants_of_one_code_apart() {
    for error in [max_keys(), part_number()] {
        let document = ErrorDocument::parse(error.to_xml(&context()).as_bytes()).unwrap();
        assert_eq!(ArgumentError::from(&document), error);
        assert_eq!(ArgumentError::from(document), error);
    }
}

#[test]
fn a_document_with_another_value_is_neither_variant() {
    for name in ["<ArgumentName>marker</ArgumentName>", "<ArgumentName></ArgumentName>", ""] {
        let body =
            format!("<Error><Code>InvalidArgument</Code><Message/>{name}<ArgumentValue>x</ArgumentValue></Error>");
        let document = ErrorDocument::parse(body.as_bytes()).unwrap();
        assert_eq!(ArgumentError::from(document.clone()), ArgumentError::Other(document), "{name}");
    }
}

#[derive(Debug, PartialEq, S3Error)]
#[s3(decode, code = "InvalidRequest", detail("Where", "line {line}"), detail("Kind", "manifest"))]
struct Manifest {
    line: u32,
}

#[test]
fn a_formatted_detail_is_not_compared() {
    let body = b"<Error><Code>InvalidRequest</Code><Message/><Where>row 7</Where><Kind>manifest</Kind></Error>";
    let document = ErrorDocument::parse(body).unwrap();
    assert_eq!(Manifest::try_from(document), Ok(Manifest { line: 0 }));
    let body = b"<Error><Code>InvalidRequest</Code><Message/><Where>row 7</Where><Kind>other</Kind></Error>";
    assert!(Manifest::try_from(ErrorDocument::parse(body).unwrap()).is_err());
}
