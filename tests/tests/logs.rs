//! The contents of a log, in each of its shapes, and what stays out of it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that panics has failed its test, as it should")]

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::io;
use std::sync::{Arc, LazyLock};

use http::{Method, StatusCode};
use s3err_core::{DetailVisitor, ErrorDocument, LogLevel, RequestContext, S3Error, StandardError, find_in_chain};
use s3err_tests::facts::codes;
use s3err_tests::{HOST_ID, REQUEST_ID, context};

#[derive(Debug, S3Error)]
enum Failure {
    #[s3(code = "ExpiredToken")]
    Expired {
        #[s3(detail)]
        token_0: &'static str,
        #[s3(detail, sensitive)]
        seal: &'static str,
        #[s3(detail)]
        key: String,
        #[s3(header = "x-amz-seal", sensitive)]
        header: &'static str,
        #[s3(log)]
        tenant: String,
        #[s3(log)]
        attempts: Option<u32>,
        _inside: &'static str,
        source: Middle,
    },
    #[s3(status = 300, message = "m", code = "Mine")]
    Redirect,
    #[s3(status = 429, message = "m", code = "Many")]
    Many,
    #[s3(status = 400, message = "m", code = "Ours", fault = server)]
    Ours,
    #[s3(status = 403, message = "m", code = "Calm", retry = throttling)]
    Calm,
}

#[derive(Debug)]
struct Middle(io::Error);

impl fmt::Display for Middle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no clock")
    }
}

impl Error for Middle {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

fn expired(text: &str) -> Failure {
    Failure::Expired {
        token_0: "secret",
        seal: "secret",
        key: text.to_owned(),
        header: "secret",
        tenant: text.to_owned(),
        attempts: None,
        _inside: "unsaid",
        source: Middle(io::Error::other(text.to_owned())),
    }
}

/// The pairs of a line, by a reader of its own: a value is a word, or quoted with escapes.
fn pairs(line: &str) -> Vec<(String, String)> {
    let mut rest = line;
    let mut pairs = Vec::new();
    while let Some((name, value)) = rest.split_once('=') {
        assert!(!name.is_empty() && !name.contains([' ', '"']), "{line}");
        let end = if let Some(quoted) = value.strip_prefix('"') {
            let mut escaped = false;
            let close = quoted.find(|c| {
                let closes = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                closes
            });
            close.unwrap_or_else(|| panic!("an open quote: {line}")) + 2
        } else {
            value.find(' ').unwrap_or(value.len())
        };
        let (value, tail) = value.split_at(end);
        pairs.push((name.to_owned(), value.to_owned()));
        assert!(tail.is_empty() || tail.starts_with(' '), "{line}");
        rest = tail.strip_prefix(' ').unwrap_or_default();
    }
    assert_eq!(rest, "", "{line}");
    pairs
}

/// Values, with bars between: whatever begins a line, ends a value or changes a terminal.
const HOSTILE: &str = "plain||a b|a\nb|a\r\nlevel=error|\u{85}|\u{2028}|\u{2029}|\
    \u{1b}[31m|\0|\"|\\|\\\"|a=b|\" code=Forged x=\"|\u{202E}|\u{7F}|caf\u{E9}";

#[test]
fn no_value_breaks_the_line_or_forges_a_field() {
    for text in HOSTILE.split('|') {
        let context = context().with_resource(text).with_method(Method::PUT);
        let line = expired(text).to_log_record(&context).to_string();
        assert!(
            !line.contains(|c: char| c.is_control() || ['\u{2028}', '\u{2029}', '\u{202E}'].contains(&c)),
            "{line:?}"
        );
        assert!(!line.contains("secret") && !line.contains("unsaid"), "{line}");
        let pairs = pairs(&line);
        let names: Vec<_> = pairs.iter().map(|(name, _)| name.as_str()).collect();
        let expected =
            ["code", "status", "variant", "message", "method", "resource", "request_id", "host_id", "detail.Key"];
        assert_eq!(names, [&expected[..], &["log.tenant", "cause", "cause"]].concat(), "{line}");
        let fixed = [("code", "ExpiredToken"), ("status", "400"), ("variant", "Expired"), ("method", "PUT")];
        let fixed =
            [&fixed[..], &[("request_id", REQUEST_ID), ("host_id", HOST_ID), ("cause", "\"no clock\"")]].concat();
        for (name, value) in fixed {
            assert_eq!(pairs.iter().find(|(known, _)| known == name).unwrap().1, value, "{line}");
        }
        // An error by hand, whose code and message say anything.
        let line = Hostile(text).to_log_record(&context).to_string();
        assert!(!line.contains(char::is_control), "{line:?}");
        assert_eq!(self::pairs(&line).len(), 8, "{line}");
        let debug = format!("{:?}", Hostile(text).to_log_record(&context));
        assert!(!debug.contains(char::is_control), "{debug:?}");
    }
}

struct Hostile(&'static str);

impl S3Error for Hostile {
    fn code(&self) -> &str {
        self.0
    }
    fn status(&self) -> StatusCode {
        StatusCode::FORBIDDEN
    }
    fn message(&self) -> Cow<'_, str> {
        self.0.into()
    }
}

#[test]
fn levels_go_by_status_and_throttling() {
    let throttling: Vec<_> =
        codes().into_iter().filter(|code| code.retry == "throttling").map(|code| code.code).collect();
    for error in StandardError::ALL {
        let expected = match error.status().as_u16() {
            _ if throttling.iter().any(|code| code == error.code()) => LogLevel::Warn,
            500.. => LogLevel::Error,
            400.. => LogLevel::Info,
            _ => LogLevel::Debug,
        };
        assert_eq!(LogLevel::from_error(error), expected, "{error:?}");
    }
    for (error, level) in [
        (Failure::Redirect, LogLevel::Debug),
        (Failure::Many, LogLevel::Warn),
        (Failure::Ours, LogLevel::Info),
        (Failure::Calm, LogLevel::Warn),
        (expired(""), LogLevel::Info),
    ] {
        assert_eq!(
            (LogLevel::from_error(&error), error.to_log_record(&context()).level()),
            (level, level),
            "{error:?}"
        );
    }
    let unknown = ErrorDocument::parse(b"<Error><Code>Mine</Code></Error>").unwrap();
    assert_eq!(LogLevel::from_error(&unknown), LogLevel::Error, "500, for want of another status");
}

/// An error with a source of any kind.
#[derive(Debug)]
struct Over(Box<dyn Error + Send + Sync>);

impl fmt::Display for Over {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("over")
    }
}

impl Error for Over {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.0)
    }
}

/// An error that is its own source.
#[derive(Debug)]
struct Snake;

impl fmt::Display for Snake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("snake")
    }
}

impl Error for Snake {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self)
    }
}

#[test]
fn an_error_is_found_under_those_it_led_to() {
    let inside = || io::Error::other(io::Error::other(io::Error::other(StandardError::SlowDown)));
    let chains: [Box<dyn Error>; 6] = [
        Box::new(StandardError::SlowDown),
        Box::new(io::Error::other(StandardError::SlowDown)),
        Box::new(inside()),
        Box::new(Over(inside().into())),
        Box::new(Over(io::Error::other(Over(inside().into())).into())),
        Box::new(io::Error::new(io::ErrorKind::NotFound, Over(StandardError::SlowDown.into()))),
    ];
    for chain in &chains {
        assert_eq!(find_in_chain::<StandardError>(&**chain), Some(&StandardError::SlowDown), "{chain:?}");
        assert!(find_in_chain::<fmt::Error>(&**chain).is_none(), "{chain:?}");
    }
    let found = find_in_chain::<io::Error>(&*chains[4]).unwrap();
    assert!(found.get_ref().unwrap().is::<Over>(), "the first counts");
    for kind in [io::Error::from(io::ErrorKind::NotFound), io::Error::from_raw_os_error(2)] {
        assert!(find_in_chain::<StandardError>(&kind).is_none());
    }
}

#[test]
fn an_error_is_found_in_what_holds_it() {
    let throttled = || io::Error::other(StandardError::SlowDown);
    let chains: [Box<dyn Error>; 4] = [
        Box::new(Arc::new(throttled())),
        Box::new(Box::new(throttled())),
        Box::new(Over(Arc::new(throttled()).into())),
        Box::new(io::Error::other(Arc::new(StandardError::SlowDown))),
    ];
    for chain in &chains {
        assert_eq!(find_in_chain::<StandardError>(&**chain), Some(&StandardError::SlowDown), "{chain:?}");
        assert!(find_in_chain::<io::Error>(&**chain).is_some(), "{chain:?}");
    }
}

#[derive(Debug, S3Error)]
#[s3(code = "InternalError")]
struct Broken {
    #[s3(source)]
    cause: Box<dyn Error + Send + Sync>,
}

fn causes(context: &RequestContext, error: &dyn S3Error) -> Vec<String> {
    let pairs = pairs(&error.to_log_record(context).to_string());
    pairs.into_iter().filter(|(name, _)| name == "cause").map(|(_, cause)| cause).collect()
}

#[test]
fn what_is_transparent_to_thiserror_is_a_cause() {
    #[derive(Debug, thiserror::Error, S3Error)]
    enum StorageError {
        #[error(transparent)]
        #[s3(code = "InternalError")]
        Disk(Over),
        #[error(transparent)]
        #[s3(code = "InvalidArgument")]
        Sent(#[s3(detail = "Reason")] fmt::Error),
    }

    let disk = StorageError::Disk(Over("torn".into()));
    assert_eq!(causes(&context(), &disk), ["over", "torn"]);
    assert_eq!(causes(&context(), &StorageError::Sent(fmt::Error)), [""; 0]);
}

#[test]
fn a_chain_has_an_end_and_says_nothing_twice() {
    assert!(find_in_chain::<fmt::Error>(&Snake).is_none());
    assert!(find_in_chain::<Snake>(&Over(Snake.into())).is_some());
    for (cause, expected) in [
        (Over(Snake.into()), &["over", "snake"][..]),
        (Over(io::Error::other(io::Error::other("deep")).into()), &["over", "deep"]),
        (Over(io::Error::other(Over("deep".into())).into()), &["over", "deep"]),
    ] {
        assert_eq!(causes(&context(), &Broken { cause: cause.into() }), expected);
    }
}

/// An error with more than a line can take, wherever there is something to say.
struct Endless;

impl fmt::Display for Endless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        loop {
            f.write_str("\u{E9}t\u{E9}")?;
        }
    }
}

impl fmt::Debug for Endless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Endless")
    }
}

impl Error for Endless {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self)
    }
}

/// The part of an error that is endless.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Code,
    Message,
    Detail,
    Details,
    Log,
    Source,
    Resource,
}

impl S3Error for Part {
    fn code(&self) -> &str {
        if *self == Self::Code { &LONG } else { "Mine" }
    }
    fn status(&self) -> StatusCode {
        StatusCode::BAD_REQUEST
    }
    fn message(&self) -> Cow<'_, str> {
        if *self == Self::Message { (&**LONG).into() } else { "m".into() }
    }
    fn visit_details(&self, details: &mut DetailVisitor<'_>) {
        match self {
            Self::Detail => details.push("Long", &Endless),
            Self::Details => (0..100_000).for_each(|number| details.push(&format!("D{number}"), &number)),
            _ => {}
        }
    }
    fn visit_log(&self, log: &mut dyn FnMut(&'static str, &dyn fmt::Display)) {
        if *self == Self::Log {
            for name in ["one", "two"] {
                log(name, &Endless);
            }
        }
    }
    fn origin(&self) -> Option<&(dyn Error + 'static)> {
        (*self == Self::Source).then_some(&Endless)
    }
}

/// Three megabytes, in characters whose length divides no power of two.
static LONG: LazyLock<String> = LazyLock::new(|| "\u{20AC}".repeat(1 << 20));

#[test]
fn a_line_has_an_end_whatever_its_values() {
    let parts = [Part::Code, Part::Message, Part::Detail, Part::Details, Part::Log, Part::Source, Part::Resource];
    for (number, part) in parts.into_iter().enumerate() {
        let resource = if part == Part::Resource { &**LONG } else { "/b" };
        let line = part.to_log_record(&context().with_resource(resource)).to_string();
        assert!((8 << 10..192 << 10).contains(&line.len()), "{number}: {}", line.len());
        assert!(pairs(&line).len() > 7, "{number}: {line}");
    }
}

#[cfg(feature = "all-forms")]
mod structured {
    use s3err_core::{ErrorDocument, LogLevel, S3Error, StandardError};
    use s3err_tests::events::{Event, Keeper};
    use s3err_tests::{HOST_ID, REQUEST_ID, context};
    use serde_json::json;
    use tracing::Level;

    use super::{Failure, HOSTILE, expired};

    #[test]
    fn a_record_is_json() {
        for text in HOSTILE.split('|') {
            let context = context().with_resource("/b/k");
            let error = expired(text);
            let expected = json!({
                "code": "ExpiredToken", "status": 400, "variant": "Expired", "message": error.message(),
                "method": "GET", "resource": "/b/k", "request_id": REQUEST_ID, "host_id": HOST_ID,
                "details": { "Key": text }, "log": { "tenant": text }, "causes": ["no clock", text],
            });
            assert_eq!(serde_json::to_value(error.to_log_record(&context)).unwrap(), expected);
            let line = serde_json::to_string(&error.to_log_record(&context)).unwrap();
            assert!(!line.contains(['\n', '\r']) && !line.contains("secret") && !line.contains("unsaid"), "{line}");
        }
        let bare = json!({
            "code": "Mine", "status": 300, "variant": "Redirect", "message": "m", "method": "GET",
            "request_id": REQUEST_ID, "host_id": HOST_ID,
        });
        assert_eq!(serde_json::to_value(Failure::Redirect.to_log_record(&context())).unwrap(), bare);
        let body = b"<Error><Code>A</Code><Key>k</Key><Token-0>secret</Token-0><RequestId>R</RequestId></Error>";
        let record = serde_json::to_value(ErrorDocument::parse(body).unwrap().to_log_record(&context())).unwrap();
        assert_eq!(record["log"], json!({ "backend_request_id": "R" }));
        assert_eq!(record["details"], json!({ "Key": "k" }));
        assert_eq!(record["request_id"], REQUEST_ID);
    }

    /// The one event that `emit` emits.
    fn seen(emit: impl FnOnce()) -> Event {
        let keeper = Keeper::default();
        tracing::subscriber::with_default(keeper.clone(), emit);
        let mut events = keeper.take();
        assert_eq!(events.len(), 1);
        events.remove(0)
    }

    #[test]
    fn an_event_has_the_level_of_its_error() {
        for (error, expected) in [
            (&StandardError::InternalError as &dyn S3Error, Level::ERROR),
            (&StandardError::SlowDown, Level::WARN),
            (&Failure::Many, Level::WARN),
            (&StandardError::NoSuchKey, Level::INFO),
            (&Failure::Ours, Level::INFO),
            (&StandardError::PermanentRedirect, Level::DEBUG),
        ] {
            let Event { level, target, fields } = seen(|| error.to_log_record(&context()).emit());
            assert_eq!((level, target.as_str(), fields["code"].as_str()), (expected, "s3err", error.code()));
        }
        let at = |level| seen(|| StandardError::NoSuchKey.to_log_record(&context()).emit_at(level)).level;
        assert_eq!([LogLevel::Error, LogLevel::Warn].map(at), [Level::ERROR, Level::WARN]);
        assert_eq!([LogLevel::Info, LogLevel::Debug].map(at), [Level::INFO, Level::DEBUG]);
    }

    #[test]
    fn a_message_neither_breaks_the_line_nor_changes_what_is_around_it() {
        for text in HOSTILE.split('|') {
            let error = StandardError::NoSuchKey.with_message(text);
            let message = &seen(|| error.to_log_record(&context()).emit()).fields["message"];
            let is_bad = |c: char| c.is_control() || ['\u{2028}', '\u{2029}', '\u{202E}'].contains(&c);
            assert!(!message.contains(is_bad), "{message:?}");
            assert!(text.contains(is_bad) || message == text, "{message:?}");
        }
    }

    #[test]
    fn an_event_has_the_fields_of_its_record() {
        let context = context().with_resource("/b/k");
        let fields = seen(|| expired("a\nb").to_log_record(&context).emit()).fields;
        let expected = [
            ("causes", "[\"no clock\", \"a\\nb\"]"),
            ("code", "ExpiredToken"),
            ("details", "Key=\"a\\nb\""),
            ("host_id", HOST_ID),
            ("log", "tenant=\"a\\nb\""),
            ("message", "The provided token has expired."),
            ("method", "GET"),
            ("request_id", REQUEST_ID),
            ("resource", "/b/k"),
            ("status", "400"),
            ("variant", "Expired"),
        ];
        assert_eq!(fields, expected.map(|(name, value)| (name, value.to_owned())).into());
        let fields = seen(|| Failure::Redirect.to_log_record(&super::context()).emit()).fields;
        let names: Vec<_> = fields.into_keys().collect();
        assert_eq!(names, ["code", "host_id", "message", "method", "request_id", "status", "variant"]);
    }
}
