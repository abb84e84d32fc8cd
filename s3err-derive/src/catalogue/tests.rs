//! The table holds what its columns promise.

use super::aliases::ALIASES;
use super::table::CODES;
use super::{Entry, Fault, Retry, all, find, meant, nearest};
use crate::names;

#[test]
fn codes_are_sorted_and_unique() {
    for (a, b) in all().zip(all().skip(1)) {
        assert!(a.code() < b.code(), "{} stands before {}", a.code(), b.code());
    }
    assert!(all().all(|entry| names::is_code(entry.code())));
}

#[test]
fn nothing_in_a_line_is_passed_over() {
    let or_none = |text: String| if text.is_empty() { "-".to_owned() } else { text };
    for (line, entry) in CODES.iter().zip(all()) {
        let [_, statuses, fault, retry, shapes, family, message] = line.splitn(7, ' ').collect::<Vec<_>>()[..] else {
            panic!("seven columns: {line}")
        };
        assert_eq!(or_none(entry.statuses_in_words().join(",")), statuses, "{line}");
        assert_eq!(entry.fault().is_none(), fault == "-", "{line}");
        assert_eq!(entry.retry().is_none(), retry == "-", "{line}");
        let read: Vec<_> = entry.shapes().iter().map(|shape| or_none(shape.join(";"))).collect();
        assert_eq!(read.join("/"), shapes, "{line}");
        assert_eq!((entry.family(), entry.message()), (family, message), "{line}");
    }
}

#[test]
fn statuses_are_error_statuses() {
    for entry in all() {
        assert!(entry.statuses().iter().all(|status| (300..600).contains(status)), "{}", entry.code());
    }
}

#[test]
fn details_are_names_that_no_document_has_already() {
    for entry in all() {
        for shape in entry.shapes() {
            for detail in &shape {
                assert!(names::is_xml_name(detail) && !names::is_own_element(detail), "{}: {detail}", entry.code());
                assert_eq!(shape.iter().filter(|other| *other == detail).count(), 1, "{}: {detail}", entry.code());
            }
        }
    }
}

#[test]
fn messages_are_there_and_clean() {
    // Recorded from S3 with a blank at its end.
    const WITH_BLANK: &str = "CrossLocationLoggingProhibitted";
    for entry in all() {
        let message = entry.message();
        assert!(!message.is_empty() && message.is_ascii(), "{}", entry.code());
        assert!(!message.contains(['<', '>', '\n', '{', '}']), "{}: {message}", entry.code());
        assert_eq!(message.ends_with(' '), entry.code() == WITH_BLANK, "{}", entry.code());
        assert!(!message.starts_with(' '), "{}", entry.code());
    }
}

#[test]
fn server_faults_and_retries_are_those_of_the_facts() {
    let busy = find("Busy").unwrap();
    assert_eq!((busy.fault(), busy.retry()), (Some(Fault::Client), Some(Retry::Transient)));
    let slow_down = find("SlowDown").unwrap();
    assert_eq!((slow_down.fault(), slow_down.retry()), (Some(Fault::Server), Some(Retry::Throttling)));
    let timeout = find("RequestTimeout").unwrap();
    assert_eq!((timeout.statuses(), timeout.retry()), (vec![400], Some(Retry::Transient)));
}

#[test]
fn codes_are_found_in_any_case() {
    for entry in all() {
        assert!(entry.code().starts_with(|c: char| c.is_ascii_uppercase()), "{}", entry.code());
        assert_eq!(meant(&entry.code().to_ascii_lowercase()), Some(entry.code()));
    }
}

#[test]
fn aliases_lead_to_codes_and_are_none() {
    for (wrong, right) in ALIASES {
        assert!(find(wrong).is_none() && find(right).is_some(), "{wrong}");
        assert_eq!(meant(wrong), Some(*right));
    }
    assert!(ALIASES.is_sorted());
}

/// In the packaged crate, which is alone, there are no facts to compare with.
#[test]
fn aliases_are_those_of_the_facts_that_are_no_codes_themselves() {
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
fn families_are_spelt_one_way() {
    let mut families: Vec<_> = all().map(Entry::family).collect();
    families.sort_unstable();
    families.dedup();
    assert_eq!(
        families,
        [
            "access-grants",
            "access-points",
            "acl",
            "annotation",
            "configuration",
            "control",
            "devpay",
            "express",
            "fsx",
            "general",
            "kms",
            "object-lambda",
            "object-lock",
            "outposts",
            "post-form",
            "replication",
            "select",
            "soap",
            "storage-lens",
            "tagging",
        ]
    );
}

#[test]
fn near_misses_are_found() {
    for (written, expected) in [
        ("NoSuchKye", Some("NoSuchKey")),
        ("nosuchkey", Some("NoSuchKey")),
        ("KeyTooLong", Some("KeyTooLongError")),
        ("ServerBusy", Some("ServiceUnavailable")),
        ("QuotaOfTheTenantExceeded", None),
        ("SlowDown 503", None),
        ("AccessDenied 403", Some("AccessDenied")),
    ] {
        assert_eq!(nearest(written), expected, "{written}");
    }
}
