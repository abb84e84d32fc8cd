//! The table holds what its columns promise.

use std::collections::BTreeSet;

use super::aliases::ALIASES;
use super::{Entry, Fault, Retry, all, find, find_by_name, meant, nearest};
use crate::names;

#[test]
fn codes_are_sorted_and_unique() {
    for (a, b) in all().zip(all().skip(1)) {
        assert!(a.code < b.code, "{} stands before {}", a.code, b.code);
    }
    assert!(all().all(|entry| names::is_code(entry.code)));
}

#[test]
fn statuses_are_error_statuses() {
    for entry in all() {
        assert!(entry.statuses.iter().all(|status| (300..600).contains(status)), "{}", entry.code);
    }
}

#[test]
fn details_are_names_that_no_document_has_already() {
    for entry in all() {
        assert!(!entry.shapes.is_empty(), "{}", entry.code);
        for shape in entry.shapes {
            let names: BTreeSet<_> = shape.iter().collect();
            assert_eq!(names.len(), shape.len(), "{}: {shape:?}", entry.code);
            assert!(
                shape.iter().all(|name| names::is_xml_name(name) && !names::is_reserved_element(name)),
                "{}",
                entry.code
            );
        }
    }
}

#[test]
fn headers_are_names_that_an_error_may_set() {
    for header in all().flat_map(|entry| entry.headers) {
        assert!(names::is_header_name(header) && names::reserved_header(&header.to_lowercase()).is_none(), "{header}");
    }
}

#[test]
fn messages_are_there_and_clean() {
    // Recorded from S3 with a blank at its end.
    const WITH_BLANK: &str = "CrossLocationLoggingProhibitted";
    for Entry { code, message, .. } in all() {
        assert!(!message.is_empty() && message.is_ascii(), "{code}");
        assert!(!message.contains(['<', '>', '\n', '{', '}']), "{code}: {message}");
        assert_eq!(message.ends_with(' '), *code == WITH_BLANK, "{code}");
        assert!(!message.starts_with(' '), "{code}");
    }
}

#[test]
fn fault_and_retry_are_given_only_where_they_do_not_follow_from_the_status() {
    for entry in all() {
        let by_status = entry.statuses.first().map(|status| (Fault::from_status(*status), Retry::from_status(*status)));
        if let Some((fault, retry)) = by_status {
            assert!(entry.fault != Some(fault) && entry.retry != Some(retry), "{}", entry.code);
        }
        assert_eq!(entry.retry.is_some(), entry.retry_source.is_some(), "{}", entry.code);
    }
}

#[test]
fn a_message_that_asks_for_another_try_is_worth_one() {
    // These ask for another request: with another name, and at another place.
    const FOR_ANOTHER_REQUEST: [&str; 2] = ["BucketAlreadyExists", "TemporaryRedirect"];
    let asks = |message: &str| {
        let message = message.to_lowercase();
        ["try again", "again later", "retry", "resubmit", "re-send", "reduce your request rate", "slow down"]
            .iter()
            .any(|words| message.contains(words))
    };
    let asking: Vec<_> = all().filter(|entry| asks(entry.message)).collect();
    assert!(asking.len() > 8, "{asking:?}");
    for entry in asking {
        let expected = FOR_ANOTHER_REQUEST.contains(&entry.code);
        assert_eq!(entry.usual_retry() == Some(Retry::Never), expected, "{}: {}", entry.code, entry.message);
    }
}

#[test]
fn codes_are_found_in_any_case() {
    for Entry { code, .. } in all() {
        assert!(code.starts_with(|c: char| c.is_ascii_uppercase()), "{code}");
        assert_eq!(meant(&code.to_ascii_lowercase()), Some(*code));
        assert_eq!(find(code).map(|entry| entry.code), Some(*code));
    }
}

#[test]
fn aliases_lead_to_codes_and_are_not_codes() {
    for (wrong, right) in ALIASES {
        assert!(find(wrong).is_none() && find(right).is_some(), "{wrong}");
        assert_eq!(meant(wrong), Some(*right));
    }
    assert!(ALIASES.is_sorted());
}

/// In the packaged crate, which is alone, there are no facts to compare with.
#[test]
fn aliases_are_those_of_the_facts_that_are_not_codes() {
    let Ok(facts) = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/aliases.csv")) else {
        return;
    };
    let pairs = facts.lines().skip(1).filter_map(|line| line.split_once(','));
    let mut expected: Vec<_> = pairs.map(|(wrong, rest)| (wrong, rest.split(',').next().unwrap_or_default())).collect();
    expected.retain(|(wrong, _)| find(wrong).is_none());
    expected.sort_unstable();
    assert_eq!(ALIASES, expected);
}

#[test]
fn a_name_with_the_letters_of_two_codes_stands_for_neither() {
    let name = "KmsNotFoundException";
    assert!(find(name).is_some() && find_by_name(name).is_none());
    assert_eq!(nearest(name), Some("KMS.NotFoundException"));
    assert_eq!(find_by_name("NoSuchKey").map(|entry| entry.code), Some("NoSuchKey"));
}

#[test]
fn near_misses_are_found() {
    for (written, expected) in [
        ("NoSuchKye", Some("NoSuchKey")),
        ("nosuchkey", Some("NoSuchKey")),
        ("KeyTooLong", Some("KeyTooLongError")),
        ("ServerBusy", Some("ServiceUnavailable")),
        ("InvalidIdentityTokne", Some("InvalidIdentityToken")),
        ("QuotaOfTheTenantExceeded", None),
        ("SlowDown 503", None),
        ("AccessDenied 403", Some("AccessDenied")),
    ] {
        assert_eq!(nearest(written), expected, "{written}");
    }
}

#[test]
fn a_detail_is_misspelt_when_only_its_letters_are_those_of_the_code() {
    let entry = find("EntityTooSmall").unwrap();
    for (written, spelt) in [("etag", Some("ETag")), ("Part-Number", Some("PartNumber")), ("ETag", None), ("Key", None)]
    {
        assert_eq!(entry.misspelt_detail(written), spelt, "{written}");
    }
}
