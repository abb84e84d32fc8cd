//! The response that an error gives, as an example: made by the renderer that makes the real ones.

use std::borrow::Cow;

use bytes::Bytes;
use http::{Response, StatusCode};

use crate::context::RequestContext;
use crate::detail::DetailVisitor;
use crate::error::S3Error;
use crate::fault::Fault;
use crate::header::HeaderVisitor;
use crate::id::{HostId, RequestId};
use crate::retry::Retry;
use crate::spec::ErrorSpec;

/// Characters for private use, around the name of a value that differs from one error to the next. They pass through
/// the renderer, and each page shows such names in its own way.
const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

/// The name of a value that nothing names better.
const SOME_VALUE: &str = "...";

/// A piece of a message or of a response.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fill<'a> {
    Text(&'a str),
    /// The name of a value that differs from one error to the next.
    Value(&'a str),
}

/// The pieces of a message or of a response that was made here.
pub(super) fn fills(text: &str) -> impl Iterator<Item = Fill<'_>> {
    text.split(OPEN).enumerate().flat_map(|(number, part)| match part.split_once(CLOSE) {
        Some((name, after)) if number > 0 => [Fill::Value(name), Fill::Text(after)],
        _ => [Fill::Text(part), Fill::Text("")],
    })
}

/// The text, with names in braces.
pub(super) fn plain(text: &str) -> String {
    text.replace(OPEN, "{").replace(CLOSE, "}")
}

/// The message of an error, with the names of its placeholders filled in.
pub(super) fn message(spec: &ErrorSpec) -> Cow<'static, str> {
    if !spec.has_formatted_message {
        return Cow::Borrowed(spec.message);
    }
    if spec.message.is_empty() {
        return Cow::Owned(value(SOME_VALUE));
    }
    Cow::Owned(filled(spec.message))
}

/// A template with the names of its placeholders filled in.
pub(super) fn filled(template: &str) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        let (text, brace) = rest.split_at_checked(at).unwrap_or_default();
        filled.push_str(text);
        if let Some(after) = brace.strip_prefix("{{") {
            filled.push('{');
            rest = after;
        } else if let Some((placeholder, after)) = brace.strip_prefix('{').and_then(|after| after.split_once('}')) {
            let name = placeholder.split(':').next().unwrap_or_default().trim();
            let is_index = name.bytes().all(|byte| byte.is_ascii_digit());
            filled.push_str(&value(if is_index { SOME_VALUE } else { name.trim_start_matches("r#") }));
            rest = after;
        } else {
            filled.push('}');
            rest = brace.strip_prefix("}}").unwrap_or_default();
        }
    }
    filled.push_str(rest);
    filled
}

fn value(name: &str) -> String {
    format!("{OPEN}{name}{CLOSE}")
}

/// The response to a GET over HTTP/1.1 that fails with this error.
pub(super) fn response(spec: &'static ErrorSpec) -> Response<Bytes> {
    let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"))
        .with_host_id(HostId::from_static("Uuag1LuByRx9e6j5Onimru9pO4ZVKnJ2Qz7/C1NPcfTWAtRPfTaOFg=="));
    Example(spec).to_response(&context)
}

/// The response as it is seen on the wire, with LF for CR LF.
pub(super) fn on_the_wire(response: &Response<Bytes>) -> String {
    let status = response.status();
    let line =
        format!("{:?} {} {}", response.version(), status.as_str(), status.canonical_reason().unwrap_or_default());
    let mut text = line.trim_end().to_owned();
    for (name, value) in response.headers() {
        text.push('\n');
        text.push_str(name.as_str());
        text.push_str(": ");
        text.push_str(&String::from_utf8_lossy(value.as_bytes()));
    }
    text.push('\n');
    if !response.body().is_empty() {
        text.push('\n');
        text.push_str(&String::from_utf8_lossy(response.body()));
    }
    text
}

/// An error of which nothing is known but its description.
struct Example(&'static ErrorSpec);

impl S3Error for Example {
    fn code(&self) -> &str {
        self.0.code
    }

    fn status(&self) -> StatusCode {
        self.0.status
    }

    fn message(&self) -> Cow<'_, str> {
        message(self.0)
    }

    fn fault(&self) -> Fault {
        self.0.fault
    }

    fn retry(&self) -> Retry {
        Retry::new(self.0.retry)
    }

    fn variant(&self) -> &'static str {
        self.0.variant
    }

    fn close(&self) -> bool {
        self.0.close
    }

    fn visit_details(&self, details: &mut DetailVisitor<'_>) {
        for detail in self.0.details {
            details.push(detail.name, &detail.value.map_or_else(|| value(SOME_VALUE), filled));
        }
    }

    fn visit_headers(&self, headers: &mut HeaderVisitor<'_>) {
        for header in self.0.headers {
            let name = match header.name {
                "retry-after" => "seconds",
                "x-amz-retry-after" => "milliseconds",
                _ => SOME_VALUE,
            };
            headers.push(header.name, &header.value.map_or_else(|| value(name), filled));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fill::{Text, Value};
    use super::{fills, message, on_the_wire, plain, response};
    use crate::spec::ErrorSpec;
    use crate::spec::field;

    const SPEC: ErrorSpec = crate::spec::error("Full", "QuotaExceeded", 403, "{limit:?} of {{r#in}} {0} & {r#type }")
        .formatted_message()
        .headers(&[field("retry-after"), field("x-own").sensitive()]);

    #[test]
    fn placeholders_become_names() {
        let message = message(&SPEC);
        assert_eq!(plain(&message), "{limit} of {r#in} {...} & {type}");
        let expected = [Value("limit"), Text(" of {r#in} "), Value("..."), Text(" & "), Value("type")];
        assert_eq!(fills(&message).filter(|fill| *fill != Text("")).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn braces_of_a_plain_message_are_text() {
        assert_eq!(message(&crate::spec::error("", "", 400, "{{a}}")), "{{a}}");
        assert_eq!(plain(&message(&crate::spec::error("", "", 400, "").formatted_message())), "{...}");
    }

    #[test]
    fn a_response_is_shown_as_it_is_sent() {
        assert_eq!(
            plain(&on_the_wire(&response(&SPEC))),
            "HTTP/1.1 403 Forbidden\n\
             x-amz-request-id: 4442587FB7D0A2F9\n\
             x-amz-id-2: Uuag1LuByRx9e6j5Onimru9pO4ZVKnJ2Qz7/C1NPcfTWAtRPfTaOFg==\n\
             retry-after: {seconds}\n\
             x-own: {...}\n\
             content-type: application/xml\n\
             \n\
             <?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <Error><Code>QuotaExceeded</Code><Message>{limit} of {r#in} {...} &amp; {type}</Message>\
             <RequestId>4442587FB7D0A2F9</RequestId>\
             <HostId>Uuag1LuByRx9e6j5Onimru9pO4ZVKnJ2Qz7/C1NPcfTWAtRPfTaOFg==</HostId></Error>"
        );
    }

    #[test]
    fn a_304_has_no_document() {
        let text = on_the_wire(&response(&const { crate::spec::error("NotModified", "NotModified", 304, "") }));
        assert!(text.starts_with("HTTP/1.1 304 Not Modified\nx-amz-request-id: ") && text.ends_with("==\n"), "{text}");
    }
}
