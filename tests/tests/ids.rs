//! The ids of requests and hosts.

use s3err_core::{HostId, InvalidId, RequestId};

#[test]
fn an_id_is_made_of_what_headers_and_xml_can_carry() {
    for text in ["4442587FB7D0A2F9", "a._:/+=-Z9", &"a".repeat(128)] {
        let made = [RequestId::try_from(text), RequestId::try_from(text.to_owned()), text.parse()];
        for id in made {
            let id = id.unwrap();
            assert_eq!((id.as_str(), id.as_ref(), id.to_string().as_str()), (text, text, text));
        }
        assert_eq!(text.parse::<HostId>().unwrap().as_str(), text);
    }
}

#[test]
fn what_is_no_id_is_refused_in_words_that_say_what_is_one() {
    for (text, expected) in [
        ("", "an id may not be empty, give it 1 to 128 characters"),
        ("a b", "an id may hold letters, digits and `._:/+=-`, not ' ' (at byte 1)"),
        ("a\r\nb", "an id may hold letters, digits and `._:/+=-`, not '\\r' (at byte 1)"),
        (&"a".repeat(129), "an id may have 128 characters at most, this one has 129"),
    ] {
        let errors: [InvalidId; 2] = [text.parse::<RequestId>().unwrap_err(), HostId::try_from(text).unwrap_err()];
        assert_eq!(errors.map(|error| error.to_string()), [expected, expected]);
    }
}

#[test]
fn an_id_is_shown_with_its_kind_for_debugging_and_padded_for_tables() {
    let id = RequestId::from_static("ABC");
    assert_eq!((format!("{id:?}"), format!("{id:>5}|")), ("RequestId(\"ABC\")".into(), "  ABC|".into()));
    assert_eq!(format!("{:?}", HostId::from_static("aG9z")), "HostId(\"aG9z\")");
}
