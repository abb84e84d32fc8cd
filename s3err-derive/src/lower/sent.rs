//! Details, headers and log fields: names resolved, values as they are to be written.

use super::field::Role;
use crate::catalogue::{self, Entry};
use crate::diagnostics::Diagnostics;
use crate::model::{Detail, Header, HeaderValue, LogField, Written};
use crate::names;
use crate::types::inside_option;
use crate::value::{Sent, Text};

/// How the value of a field is written.
fn written<'a>(role: &Role<'a>, sent: Option<&Sent>) -> Written<'a> {
    Written {
        field: role.field.clone(),
        inner: inside_option(role.field.ty),
        with: sent.and_then(|sent| sent.with.clone()),
    }
}

/// The detail that a field is, spelt as S3 spells it for the code of `entry`.
pub(super) fn detail<'a>(
    role: &Role<'a>,
    entry: Option<&'static Entry>,
    diagnostics: &mut Diagnostics,
) -> Option<Detail<'a>> {
    let sent = role.detail.as_ref()?;
    let (name, span) = match &sent.name {
        Some(name) => (checked_detail_name(name, entry, diagnostics), name.span),
        None => (detail_name(role, sent, entry, diagnostics), role.span),
    };
    let secret = name.as_deref().filter(|name| catalogue::is_sensitive(name));
    leave_log_away(role, secret, diagnostics);
    let sensitive = role.sensitive.is_some() || secret.is_some();
    let name = name?;
    Some(Detail { name, span, value: written(role, Some(sent)), parse: sent.parse.clone(), sensitive })
}

/// `log` on a detail: it is in the log without, or is not to be there. Of one that is marked `sensitive` that has been said.
fn leave_log_away(role: &Role<'_>, secret: Option<&str>, diagnostics: &mut Diagnostics) {
    let Some(log) = role.log.filter(|_| role.sensitive.is_none() && !role.broken) else { return };
    let message = match secret {
        Some(name) => format!("`{name}` is sensitive and stays out of the log, leave `log` away"),
        None => "a detail is in the log already, leave `log` away".to_owned(),
    };
    diagnostics.at_span(log.0, &message);
}

/// The name of a detail that was given none.
fn detail_name(
    role: &Role<'_>,
    sent: &Sent,
    entry: Option<&'static Entry>,
    diagnostics: &mut Diagnostics,
) -> Option<String> {
    if !role.is_named {
        if !role.broken {
            let with = if sent.with.is_some() || sent.parse.is_some() {
                "detail(name = \"Key\", ...)"
            } else {
                "detail = \"Key\""
            };
            diagnostics.at_span(sent.span, &format!("a tuple field has no name to take, write `{with}`"));
        }
        return None;
    }
    let known = entry.and_then(|entry| entry.detail_like(&role.name)).map(str::to_owned);
    let name = known.unwrap_or_else(|| names::pascal_case(&role.name));
    if let Some(reason) = refusal(&name) {
        diagnostics.at_span(role.span, &format!("{reason}, give this one a name in `detail = \"...\"`"));
        return None;
    }
    Some(name)
}

fn checked_detail_name(name: &Text, entry: Option<&'static Entry>, diagnostics: &mut Diagnostics) -> Option<String> {
    if let Some((entry, spelt)) = entry.and_then(|entry| Some((entry, entry.misspelt_detail(&name.value)?))) {
        let message = format!("S3 spells this detail of `{}` as `{spelt}`\nhelp: write `\"{spelt}\"`", entry.code);
        diagnostics.at_span(name.span, &message);
        return None;
    }
    if let Some(reason) = refusal(&name.value) {
        diagnostics.at_span(name.span, &format!("{reason}, write a name such as `\"Key\"`"));
        return None;
    }
    Some(name.value.clone())
}

/// Why a detail cannot be called so.
fn refusal(name: &str) -> Option<String> {
    if name.is_empty() {
        return Some("the name of a detail cannot be empty".to_owned());
    }
    if names::is_own_element(name) {
        return Some(format!("`{name}` is an element of every error document and cannot be a detail"));
    }
    if name.contains(':') {
        return Some(format!("`{name}` has a colon, and error documents have no namespaces"));
    }
    (!names::is_xml_name(name)).then(|| format!("`{name}` is no name of an XML element"))
}

/// The header that a field is. What is sensitive as a detail is so as a header.
pub(super) fn header<'a>(role: &Role<'a>, details: &[Detail<'a>], diagnostics: &mut Diagnostics) -> Option<Header<'a>> {
    let sent = role.header.as_ref()?;
    let Some(written_name) = &sent.name else {
        if !role.broken {
            diagnostics.at_span(sent.span, "name the header, as in `header(name = \"ETag\", ...)`");
        }
        return None;
    };
    let name = header_name(written_name, diagnostics)?;
    let of_field = |detail: &&Detail<'_>| detail.value.field.index == role.field.index;
    let sensitive = role.sensitive.is_some() || details.iter().find(of_field).is_some_and(|detail| detail.sensitive);
    Some(Header {
        name,
        spelling: written_name.value.clone(),
        span: written_name.span,
        value: HeaderValue::Field(written(role, Some(sent))),
        parse: sent.parse.clone(),
        sensitive,
    })
}

/// A header's name in lower case, if an error may set it.
pub(super) fn header_name(text: &Text, diagnostics: &mut Diagnostics) -> Option<String> {
    let written = &text.value;
    let name = written.to_ascii_lowercase();
    if !names::is_header_name(&name) {
        let problem = if name.is_empty() {
            "the name of a header cannot be empty".to_owned()
        } else {
            format!("`{written}` is no name of a header")
        };
        diagnostics.at_span(text.span, &format!("{problem}, write one such as `\"ETag\"`"));
        return None;
    }
    if let Some(reason) = names::reserved_header(&name) {
        diagnostics.at_span(text.span, &format!("`{written}` is not an error's to set, leave it away: {reason}"));
        return None;
    }
    Some(name)
}

/// The log field that a field is.
pub(super) fn log<'a>(role: &Role<'a>) -> Option<LogField<'a>> {
    role.log.map(|_| LogField { name: role.name.clone(), value: written(role, None) })
}
