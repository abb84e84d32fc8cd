//! The fields that leave the server: details, headers and log fields, each with its name and how its value is shown.

use syn::{LitStr, Member};

use super::template::Mistake;
use crate::attr::input::FieldInput;
use crate::attr::value::{Exposed, Function};
use crate::catalogue::{self, Entry};
use crate::diagnostics::Diagnostics;
use crate::model::{Detail, FieldValue, Header, LogField, Value};
use crate::names;
use crate::types::inside_option;

/// The value of a field.
fn value(input: &FieldInput, with: Option<&Function>) -> FieldValue {
    FieldValue {
        field: input.field.clone(),
        inner: inside_option(&input.field.ty).cloned(),
        with: with.map(|function| function.0.clone()),
    }
}

/// The detail that a field is, as S3 spells it for the code of `entry`; nothing if its name is a mistake.
pub(super) fn detail(
    input: &FieldInput,
    exposed: &Exposed,
    entry: Option<&'static Entry>,
    diagnostics: &mut Diagnostics,
) -> Option<Detail> {
    let (name, span) = match &exposed.name {
        Some(name) => (detail_name(name, diagnostics)?, name.span()),
        None => (default_detail_name(input, exposed, entry, diagnostics)?, input.span),
    };
    Some(Detail {
        sensitive: input.attrs.sensitive.is_some() || catalogue::is_sensitive(&name),
        name,
        span,
        value: Value::Field(value(input, exposed.with.as_ref())),
        parse: exposed.parse.as_ref().map(|function| function.0.clone()),
    })
}

/// The name of a detail that gives none.
fn default_detail_name(
    input: &FieldInput,
    exposed: &Exposed,
    entry: Option<&'static Entry>,
    diagnostics: &mut Diagnostics,
) -> Option<String> {
    if matches!(input.field.member, Member::Unnamed(_)) {
        let example = match exposed {
            Exposed { with: None, parse: None, .. } => "detail = \"Key\"",
            _ => "detail(name = \"Key\", ...)",
        };
        if !input.checked.may_hide(&["detail"]) {
            let span = input.checked.span_of("detail");
            diagnostics.at_span(span, "a detail of a tuple field needs a name", format!("write `{example}`"));
        }
        return None;
    }
    let catalogued = entry.and_then(|entry| entry.detail_like(&input.name)).map(str::to_owned);
    let name = catalogued.unwrap_or_else(|| names::pascal_case(&input.name));
    if let Some(problem) = invalid_detail_name(&name) {
        diagnostics.at_span(input.span, problem, "give the detail another name, as in `detail = \"Key\"`");
        return None;
    }
    Some(name)
}

/// A name that a user gives to a detail.
pub(super) fn detail_name(name: &LitStr, diagnostics: &mut Diagnostics) -> Option<String> {
    if let Some(problem) = invalid_detail_name(&name.value()) {
        diagnostics.at_span(name.span(), problem, "write a name such as `\"Key\"`");
        return None;
    }
    Some(name.value())
}

/// The reason why a detail cannot have this name.
fn invalid_detail_name(name: &str) -> Option<String> {
    if name.is_empty() {
        Some("the name of a detail cannot be empty".to_owned())
    } else if names::is_reserved_element(name) {
        Some(format!("`{name}` is an element of every error document, so a detail cannot have this name"))
    } else if name.contains(':') {
        Some(format!("`{name}` has a colon, and error documents have no namespaces"))
    } else if !names::is_xml_name(name) {
        Some(format!("`{name}` is not a valid XML element name"))
    } else {
        None
    }
}

/// The header that a field is. What is sensitive as a detail is so as a header.
pub(super) fn header(
    input: &FieldInput,
    exposed: &Exposed,
    details: &[Detail],
    diagnostics: &mut Diagnostics,
) -> Option<Header> {
    let spelling = exposed.name.as_ref()?;
    let is_sensitive_detail = |detail: &Detail| {
        detail.sensitive && detail.value.field().is_some_and(|value| value.field.index == input.field.index)
    };
    Some(Header {
        name: header_name(spelling, diagnostics)?,
        spelling: spelling.value(),
        span: spelling.span(),
        value: Value::Field(value(input, exposed.with.as_ref())),
        parse: exposed.parse.as_ref().map(|function| function.0.clone()),
        sensitive: input.attrs.sensitive.is_some() || details.iter().any(is_sensitive_detail),
    })
}

/// A header's name in lower case, if an error may set it.
pub(super) fn header_name(spelling: &LitStr, diagnostics: &mut Diagnostics) -> Option<String> {
    let name = spelling.value().to_ascii_lowercase();
    let (problem, help): Mistake = if name.is_empty() {
        ("the name of a header cannot be empty".to_owned(), "write one such as `\"ETag\"`".to_owned())
    } else if !names::is_header_name(&name) {
        (format!("`{}` is not a valid header name", spelling.value()), "write one such as `\"ETag\"`".to_owned())
    } else if let Some(reason) = names::reserved_header(&name) {
        (format!("an error cannot set `{}`", spelling.value()), format!("remove it: {reason}"))
    } else {
        return Some(name);
    };
    diagnostics.at_span(spelling.span(), problem, help);
    None
}

/// The log field that a field is.
pub(super) fn log(input: &FieldInput) -> Option<LogField> {
    let log = input.attrs.log.as_ref()?;
    Some(LogField { name: input.name.clone(), value: value(input, log.with.as_ref()) })
}
