//! `StandardError` has what the facts have, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use http::StatusCode;
use s3err_core::{Describe, ErrorDocument, ErrorSpec, Fault, Retry, RetryClass, S3Error, StandardError};
use s3err_tests::document::render;
use s3err_tests::facts::{Code, aliases, codes};

/// The codes that have to be there: those that are sent with an error status.
fn expected() -> BTreeMap<String, Code> {
    let codes = codes().into_iter().filter(|code| code.is_a_code() && !code.error_statuses().is_empty());
    codes.map(|code| (code.code.clone(), code)).collect()
}

fn specs() -> BTreeMap<&'static str, &'static ErrorSpec> {
    StandardError::SPECS.iter().map(|spec| (spec.code, spec)).collect()
}

/// Every code with what the facts say of it.
fn pairs() -> Vec<(&'static ErrorSpec, Code)> {
    let mut facts = expected();
    StandardError::SPECS.iter().filter_map(|spec| Some((spec, facts.remove(spec.code)?))).collect()
}

#[test]
fn every_code_with_an_error_status_is_there_once_and_nothing_else() {
    let expected: BTreeSet<String> = expected().into_keys().collect();
    let specs: BTreeSet<String> = specs().into_keys().map(str::to_owned).collect();
    assert_eq!(expected.difference(&specs).collect::<Vec<_>>(), Vec::<&String>::new(), "missing");
    assert_eq!(specs.difference(&expected).collect::<Vec<_>>(), Vec::<&String>::new(), "too many");
    assert_eq!(StandardError::SPECS.len(), specs.len(), "none is there twice");
    assert_eq!(pairs().len(), specs.len());
}

#[test]
fn the_facts_are_read_whole() {
    let (codes, aliases) = (codes(), aliases());
    assert_eq!((codes.len(), aliases.len()), (417, 26));
    assert_eq!(codes.iter().filter(|code| code.statuses.is_empty()).count(), 9);
    for family in ["sts", "json"] {
        assert!(codes.iter().filter(|code| code.family == family).count() > 10, "{family}");
    }
}

#[test]
fn each_row_names_its_source() {
    for code in codes() {
        assert!(!code.sources.is_empty() && !code.family.is_empty(), "{}", code.code);
        assert_eq!(code.retry.is_empty(), code.retry_source.is_empty(), "{}", code.code);
    }
}

#[test]
fn families_are_those_of_the_facts() {
    for error in StandardError::ALL {
        assert_eq!(error.family(), expected()[error.code()].family, "{}", error.code());
    }
}

#[test]
fn statuses_are_the_usual_ones() {
    for (spec, code) in pairs() {
        assert_eq!(Some(spec.status.as_u16()), code.error_statuses().first().copied(), "{}", spec.code);
    }
}

#[test]
fn faults_are_those_of_soap_or_go_by_the_status() {
    for (spec, code) in pairs() {
        let expected =
            code.fault.unwrap_or_else(|| if spec.status.as_u16() >= 500 { "Server" } else { "Client" }.into());
        assert_eq!(spec.fault.as_str(), expected, "{}", spec.code);
    }
}

#[test]
fn retries_are_those_of_the_facts() {
    for (spec, code) in pairs() {
        assert_eq!(format!("{:?}", spec.retry).to_lowercase(), code.retry, "{}", spec.code);
    }
}

#[test]
fn a_retry_class_goes_by_the_status_unless_something_better_is_named() {
    for (spec, code) in pairs() {
        let by_status = Retry::from_status(spec.status).class();
        match code.retry_source.split(':').next().unwrap() {
            "status" => assert_eq!(spec.retry, by_status, "{}", spec.code),
            "reference" | "message" | "sdks" => assert_ne!(spec.retry, by_status, "{}: says the status too", spec.code),
            source => panic!("{}: {source:?}", spec.code),
        }
    }
}

#[test]
fn what_s3_says_of_another_try_comes_before_the_lists_of_the_sdks() {
    use StandardError::{ConditionalRequestConflict, InsufficientCapacity, OperationAborted, RequestTimeout, SlowDown};
    for (error, class) in [
        (ConditionalRequestConflict, RetryClass::Transient),
        (OperationAborted, RetryClass::Transient),
        (InsufficientCapacity, RetryClass::Transient),
        (RequestTimeout, RetryClass::Transient),
        (SlowDown, RetryClass::Throttling),
    ] {
        assert_eq!(error.retry().class(), class, "{}", error.code());
    }
}

#[test]
fn messages_are_those_of_the_wire() {
    let mut known = 0;
    for (spec, code) in pairs().into_iter().filter(|(_, code)| code.has_message()) {
        assert_eq!(spec.message, code.message, "{}", spec.code);
        known += 1;
    }
    assert!(known > 60, "{known} messages are compared");
}

#[test]
fn messages_are_sentences_where_the_wire_has_many_or_none() {
    for (spec, _) in pairs() {
        assert!(spec.message.contains(' '), "{}: {:?}", spec.code, spec.message);
        assert!(!spec.message.contains(['<', '>', '{', '}', '\n']), "{}: {:?}", spec.code, spec.message);
    }
}

#[test]
fn variants_are_called_as_their_code_without_dots() {
    for spec in StandardError::SPECS {
        assert_eq!(spec.variant, spec.code.replace('.', ""));
    }
    assert_eq!(StandardError::KMSNotFoundException.code(), "KMS.NotFoundException");
    assert_eq!(StandardError::KMSNotFoundException.variant(), "KMSNotFoundException");
}

#[test]
fn they_carry_no_data() {
    for spec in StandardError::SPECS {
        assert_eq!((spec.details, spec.headers, spec.log, spec.close), (&[][..], &[][..], &[][..], false));
        assert_eq!(spec.docs, "", "what there is to say is in the other columns");
    }
}

#[test]
fn they_behave_as_they_are_described() {
    for error in [StandardError::SlowDown, StandardError::Busy, StandardError::NoSuchKey, StandardError::NotModified] {
        let spec = specs()[error.code()];
        assert_eq!((error.status(), error.fault()), (spec.status, spec.fault));
        assert_eq!((error.retry(), error.message()), (Retry::new(spec.retry), spec.message.into()));
        assert_eq!(error.variant(), spec.variant);
        assert_eq!(error.to_string(), spec.message);
        assert_eq!(render(&error).details, []);
    }
}

#[test]
fn no_wrong_spelling_is_a_code() {
    // These are in the list because S3's page and its wire disagree; both are codes.
    let both = ["CrossLocationLoggingProhibited", "RequestIsNotMultiPartContent"];
    for alias in aliases() {
        assert_eq!(specs().contains_key(alias.as_str()), both.contains(&alias.as_str()), "{alias}");
    }
}

#[test]
fn a_code_of_unknown_status_takes_the_status_it_is_given() {
    #[derive(Debug, S3Error)]
    enum Unknown {
        #[s3(status = 400)]
        IdempotencyException,
        #[s3(status = 500)]
        InternalServiceException,
        #[s3(status = 400)]
        InvalidAddressingHeader,
        #[s3(status = 400)]
        InvalidBucketAclWithBlockPublicAccessError,
        #[s3(status = 400)]
        InvalidNextTokenException,
        #[s3(status = 400)]
        InvalidRequestException,
        #[s3(status = 409)]
        JobStatusException,
        #[s3(status = 404)]
        NoSuchJobException,
        #[s3(status = 422)]
        TooManyTagsException,
    }

    let without_status: Vec<_> = codes().into_iter().filter(|code| code.statuses.is_empty()).collect();
    let names: Vec<_> = without_status.iter().map(|code| code.code.as_str()).collect();
    assert_eq!(Unknown::SPECS.iter().map(|spec| spec.code).collect::<Vec<_>>(), names);
    for spec in Unknown::SPECS {
        assert!(spec.message.contains(' '), "{} has a message in the catalogue", spec.code);
    }
    assert_eq!(Unknown::TooManyTagsException.status(), StatusCode::UNPROCESSABLE_ENTITY);
    // The model of S3 Control calls it a fault of the server.
    assert_eq!(Unknown::InternalServiceException.retry(), Retry::TRANSIENT);
    assert_eq!(Unknown::InvalidAddressingHeader.fault(), Fault::Client);
    for error in [
        Unknown::IdempotencyException,
        Unknown::InvalidBucketAclWithBlockPublicAccessError,
        Unknown::InvalidNextTokenException,
        Unknown::InvalidRequestException,
        Unknown::JobStatusException,
        Unknown::NoSuchJobException,
    ] {
        assert_eq!(error.retry(), Retry::NEVER, "{}", error.code());
    }
}

#[test]
fn a_code_of_unknown_status_is_blamed_and_tried_again_by_the_status_it_is_given() {
    #[derive(Debug, S3Error)]
    enum Unknown {
        #[s3(status = 400)]
        IdempotencyException,
        #[s3(code = "IdempotencyException", status = 503)]
        Late,
        #[s3(code = "TooManyTagsException", status = 429)]
        TooFast,
    }

    assert_eq!(Unknown::IdempotencyException.fault(), Fault::Client);
    assert_eq!((Unknown::Late.fault(), Unknown::Late.retry()), (Fault::Server, Retry::TRANSIENT));
    assert_eq!((Unknown::TooFast.fault(), Unknown::TooFast.retry()), (Fault::Client, Retry::THROTTLING));
}

#[test]
fn a_code_or_a_document_finds_its_error_and_anything_else_comes_back() {
    for error in StandardError::ALL {
        assert_eq!(error.code().parse(), Ok(*error));
        let document = ErrorDocument::new(*error);
        assert_eq!(
            (StandardError::try_from(&document), StandardError::try_from(document.clone())),
            (Ok(*error), Ok(*error))
        );
        assert_eq!(format!("{error:?}"), error.variant());
    }
    for (code, said) in [("nosuchkey", "nosuchkey"), ("", ""), ("NoSuchKey ", "NoSuchKey ")] {
        let error = code.parse::<StandardError>().unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
    let foreign = ErrorDocument::custom("Mine", 400_u16, "m");
    assert_eq!(StandardError::try_from(&foreign), Err(&foreign));
    assert_eq!(StandardError::try_from(foreign.clone()), Err(foreign));
}
