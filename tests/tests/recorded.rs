//! Every response that was recorded from S3 is reproduced by a derived error.

use std::collections::BTreeMap;

use http::Method;
use s3err_core::{ErrorDocument, S3Error, StandardError};
use s3err_tests::facts::{self, Recorded};
use s3err_tests::headers::respond;
use s3err_tests::{context, recorded};

/// A response without a body has no code: SDKs show the status in its place.
fn has_body(row: &Recorded) -> bool {
    row.code.parse::<u16>().is_err()
}

/// The recorded responses with a body, by the name that the variant of each has: the code without dots, and a number.
fn rows() -> BTreeMap<String, Recorded> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let rows = facts::recorded().into_iter().filter(has_body).map(|row| {
        let count = counts.entry(row.code.clone()).or_default();
        *count += 1;
        (format!("{}{count}", row.code.replace('.', "")), row)
    });
    rows.collect()
}

/// The variants, by name.
fn variants() -> BTreeMap<String, &'static dyn S3Error> {
    recorded::all().map(|error| (error.variant().to_owned(), error)).collect()
}

/// The status that was recorded, or the usual one of the code.
fn status(row: &Recorded) -> u16 {
    let usual = || facts::codes().into_iter().find(|code| code.code == row.code)?.statuses.first().copied();
    row.status.or_else(usual).unwrap_or_default()
}

#[test]
fn there_are_as_many_responses_as_the_facts_say() {
    let (with_body, without): (Vec<_>, Vec<_>) = facts::recorded().into_iter().partition(has_body);
    assert_eq!((with_body.len(), without.len()), (209, 6));
}

#[test]
fn every_response_has_a_variant_and_every_variant_a_response() {
    let names: Vec<_> = rows().into_keys().collect();
    assert_eq!(variants().into_keys().collect::<Vec<_>>(), names);
    assert_eq!(recorded::all().count(), names.len(), "no name is there twice");
}

#[test]
fn code_status_message_and_details_are_those_that_were_recorded() {
    let variants = variants();
    for (name, row) in rows() {
        let error = variants[&name];
        let response = respond(error, &context());
        let document = response.document.unwrap();
        let mut details: Vec<_> = document.details.iter().map(|(detail, _)| detail.clone()).collect();
        details.sort_unstable();
        let seen = Recorded { code: document.code, status: Some(response.status), message: document.message, details };
        assert_eq!(seen, Recorded { status: Some(status(&row)), ..row }, "{name}");
    }
}

#[test]
fn details_are_in_the_order_of_the_facts() {
    let shapes: BTreeMap<_, _> = facts::codes().into_iter().map(|code| (code.code, code.shapes)).collect();
    for error in recorded::all() {
        let names: Vec<_> = error.details().into_iter().map(|detail| detail.name).collect();
        let same_set = |shape: &&Vec<String>| shape.len() == names.len() && names.iter().all(|n| shape.contains(n));
        if let Some(shape) = shapes[error.code()].iter().find(same_set) {
            assert_eq!(&names, shape, "{}", error.variant());
        }
    }
}

#[test]
fn responses_without_a_body_are_those_of_any_error_of_the_status_to_a_head() {
    let table = [
        ("304", StandardError::NotModified),
        ("400", StandardError::InvalidArgument),
        ("403", StandardError::AccessDenied),
        ("404", StandardError::NoSuchKey),
        ("405", StandardError::MethodNotAllowed),
        ("412", StandardError::PreconditionFailed),
    ];
    let rows: Vec<_> = facts::recorded().into_iter().filter(|row| !has_body(row)).collect();
    assert_eq!(rows.iter().map(|row| row.code.as_str()).collect::<Vec<_>>(), table.map(|(code, _)| code));
    for (row, (_, error)) in rows.iter().zip(table) {
        let head = respond(&error, &context().with_method(Method::HEAD));
        assert_eq!((Some(head.status), head.document), (row.status, None), "{}", row.code);
        // The message is the reason phrase, made by the client.
        assert_eq!(error.status().canonical_reason(), Some(row.message.as_str()));
    }
}

#[test]
fn what_was_not_modified_has_no_body_for_a_get_either() {
    let get = respond(&StandardError::NotModified, &context());
    assert_eq!((get.status, get.document), (304, None));
}

#[test]
fn every_message_that_was_seen_is_sent_and_read_back_as_it_is() {
    assert!(facts::messages().count() > 50);
    for (code, message) in facts::messages() {
        let error = ErrorDocument::new(code.parse::<StandardError>().unwrap()).with_message(message);
        let sent = respond(&error, &context());
        let document = sent.document.unwrap();
        assert_eq!((document.code.as_str(), document.message.as_str()), (code, message));
        assert_eq!(sent.status, error.status().as_u16());
        let read = ErrorDocument::parse(error.to_xml(&context()).as_bytes()).unwrap();
        assert_eq!((read.code(), &*read.message()), (code, message));
    }
}
