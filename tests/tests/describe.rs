//! `Describe::SPECS`: what is known of a type's errors before any of them happens.

use s3err_core::{Describe, ErrorSpec, Fault, FieldSpec, RetryClass, S3Error, StandardError};

/// The type's own comment is not its variants'.
#[derive(Debug, S3Error)]
#[allow(dead_code)]
enum Described {
    /// The key is not there.
    ///
    ///   It never was.  
    NoSuchKey {
        /// Not a variant's comment.
        #[s3(detail)]
        key: String,
        #[s3(detail)]
        version_id: Option<String>,
        #[s3(detail = "Token-0")]
        token: u8,
        #[s3(header = "ETag", sensitive)]
        etag: u8,
    },
    #[doc = "Written as an attribute"]
    #[s3(code = "Own", status = 429, message = "{tenant:?} has {{{shard}}}", header("X-Amz-Meta-A", "{tenant}"))]
    #[s3(close)]
    Quota {
        tenant: String,
        #[s3(log)]
        shard: u8,
        #[s3(retry_after)]
        wait: std::time::Duration,
    },
    #[s3(transparent)]
    Standard(StandardError),
    #[s3(fault = server, retry = transient)]
    AccessDenied,
    #[s3(via = std::convert::identity::<&StandardError>)]
    Via(StandardError),
}

fn fields(fields: &[FieldSpec]) -> Vec<(&str, bool, bool)> {
    fields.iter().map(|field| (field.name, field.optional, field.sensitive)).collect()
}

fn spec(variant: &str) -> &'static ErrorSpec {
    let Some(spec) = Described::SPECS.iter().find(|spec| spec.variant == variant) else { unreachable!("{variant}") };
    spec
}

#[test]
fn the_errors_are_listed_in_the_order_of_the_variants_without_those_of_other_types() {
    let variants: Vec<_> = Described::SPECS.iter().map(|spec| spec.variant).collect();
    assert_eq!(variants, ["NoSuchKey", "Quota", "AccessDenied"]);
}

#[test]
fn codes_statuses_faults_and_retries_are_those_of_the_values() {
    let of = |spec: &ErrorSpec| (spec.code, spec.status.as_u16(), spec.fault, spec.retry, spec.close);
    assert_eq!(of(spec("NoSuchKey")), ("NoSuchKey", 404, Fault::Client, RetryClass::Never, false));
    assert_eq!(of(spec("Quota")), ("Own", 429, Fault::Client, RetryClass::Throttling, true));
    assert_eq!(of(spec("AccessDenied")), ("AccessDenied", 403, Fault::Server, RetryClass::Transient, false));
}

#[test]
fn messages_are_templates_as_they_were_written() {
    assert_eq!(spec("NoSuchKey").message, "The specified key does not exist.");
    assert_eq!(spec("Quota").message, "{tenant:?} has {{{shard}}}");
}

#[test]
fn details_are_in_wire_order_and_headers_in_lower_case() {
    let key = spec("NoSuchKey");
    assert_eq!(fields(key.details), [("Key", false, false), ("VersionId", true, false), ("Token-0", false, true)]);
    assert_eq!(fields(key.headers), [("etag", false, true)]);
    let quota = spec("Quota");
    assert_eq!(fields(quota.details), []);
    let waits = [("retry-after", false, false), ("x-amz-retry-after", false, false)];
    assert_eq!(fields(quota.headers), [&[("x-amz-meta-a", false, false)], &waits[..]].concat());
    assert_eq!(quota.log, ["shard"]);
}

#[test]
fn docs_are_the_comment_of_the_variant() {
    assert_eq!(spec("NoSuchKey").docs, "The key is not there.\n\n  It never was.");
    assert_eq!(spec("Quota").docs, "Written as an attribute");
    assert_eq!(spec("AccessDenied").docs, "");
}

#[test]
fn a_block_comment_is_without_its_stars() {
    /** On the first line.
     *
     *   Indented.
     * - An item.
     */
    #[derive(Debug, S3Error)]
    struct NoSuchBucket;

    /**
    No stars.
      * An item.
    */
    #[derive(Debug, S3Error)]
    struct NoSuchUpload;

    let docs: Vec<_> = [NoSuchBucket::SPECS, NoSuchUpload::SPECS].concat().iter().map(|spec| spec.docs).collect();
    assert_eq!(docs[0], "On the first line.\n\n  Indented.\n- An item.");
    assert!(docs[1].starts_with("No stars.\n") && docs[1].ends_with("* An item."), "{}", docs[1]);
}

#[test]
fn a_struct_lists_the_one_error_that_it_is() {
    /// All of the parts.
    #[derive(Debug, S3Error)]
    struct InvalidPartOrder;

    let [spec] = InvalidPartOrder::SPECS else { panic!("one error") };
    assert_eq!((spec.variant, spec.code, spec.docs), ("InvalidPartOrder", "InvalidPartOrder", "All of the parts."));
}

#[test]
fn the_list_is_a_constant() {
    const FIRST: &str = match Described::SPECS {
        [first, ..] => first.code,
        [] => "",
    };
    assert_eq!(FIRST, "NoSuchKey");
}

#[test]
fn raw_identifiers_are_listed_without_their_prefix() {
    #[derive(Debug, S3Error)]
    #[allow(non_camel_case_types)]
    enum Raw {
        #[s3(code = "NoSuchKey")]
        r#type {
            #[s3(detail)]
            r#match: u8,
        },
    }

    let spec = Raw::SPECS[0];
    assert_eq!((spec.variant, fields(spec.details)), ("type", vec![("Match", false, false)]));
    assert_eq!(Raw::r#type { r#match: 1 }.variant(), "type");
}
