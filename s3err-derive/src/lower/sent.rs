//! Details, headers and log fields: names resolved, values as they are to be written.

use proc_macro2::Span;
use syn::LitStr;

use super::field::Role;
use super::inside_option;
use crate::catalogue::{self, Entry};
use crate::diagnostics::Diagnostics;
use crate::model::{Detail, Header, HeaderValue, LogField, Written};
use crate::name;
use crate::value::Sent;

/// How the value of a field is written.
fn written<'a>(role: &Role<'a>, sent: Option<&Sent>) -> Written<'a> {
    Written {
        field: role.field.clone(),
        inner: inside_option(role.field.ty),
        with: sent.and_then(|sent| sent.with.clone()),
    }
}

/// The detail that a field is, spelt as S3 spells it for the code of `entry`.
pub(super) fn detail<'a>(role: &Role<'a>, entry: Option<&Entry>, diagnostics: &mut Diagnostics) -> Option<Detail<'a>> {
    let sent = role.detail.as_ref()?;
    let (name, span) = match &sent.name {
        Some(literal) => (checked_detail_name(literal, diagnostics)?, literal.span()),
        None => (detail_name(role, sent.span, entry, diagnostics)?, role.span),
    };
    let sensitive = role.sensitive.is_some() || catalogue::is_sensitive(&name);
    Some(Detail { name, span, value: written(role, Some(sent)), parse: sent.parse.clone(), sensitive })
}

/// The name of a detail that was given none.
fn detail_name(role: &Role<'_>, key: Span, entry: Option<&Entry>, diagnostics: &mut Diagnostics) -> Option<String> {
    if !role.is_named {
        diagnostics.at_span(key, "a tuple field has no name to take, write `detail = \"Key\"`");
        return None;
    }
    let known = entry.and_then(|entry| entry.detail_like(&role.name)).map(str::to_owned);
    let name = known.unwrap_or_else(|| name::pascal_case(&role.name));
    if let Some(reason) = refusal(&name) {
        diagnostics.at_span(role.span, format!("{reason}; name this one in `detail = \"...\"`"));
        return None;
    }
    Some(name)
}

fn checked_detail_name(literal: &LitStr, diagnostics: &mut Diagnostics) -> Option<String> {
    let name = literal.value();
    if let Some(reason) = refusal(&name) {
        diagnostics.at(literal, format!("{reason}; write a name such as `\"Key\"`"));
        return None;
    }
    Some(name)
}

/// Why a detail cannot be called so.
fn refusal(name: &str) -> Option<String> {
    if name::is_own_element(name) {
        return Some(format!("`{name}` is an element of every error document, a detail cannot be called so"));
    }
    if name.contains(':') {
        return Some(format!("`{name}` has a colon, and error documents have no namespaces"));
    }
    (!name::is_xml_name(name)).then(|| format!("`{name}` is no name of an XML element"))
}

/// The header that a field is.
pub(super) fn header<'a>(role: &Role<'a>, diagnostics: &mut Diagnostics) -> Option<Header<'a>> {
    let sent = role.header.as_ref()?;
    let Some(literal) = &sent.name else {
        diagnostics.at_span(sent.span, "name the header, as in `header = \"ETag\"`");
        return None;
    };
    let name = header_name(literal, diagnostics)?;
    let value = HeaderValue::Field(written(role, Some(sent)));
    Some(Header { name, span: literal.span(), value, parse: sent.parse.clone(), sensitive: role.sensitive.is_some() })
}

/// A header's name in lower case, if an error may set it.
pub(super) fn header_name(literal: &LitStr, diagnostics: &mut Diagnostics) -> Option<String> {
    let name = literal.value().to_ascii_lowercase();
    if !name::is_header_name(&name) {
        diagnostics.at(literal, format!("`{}` is no name of a header, write one such as `\"ETag\"`", literal.value()));
        return None;
    }
    if let Some(reason) = name::reserved_header(&name) {
        diagnostics.at(literal, format!("`{}` is not an error's to set: {reason}; leave it away", literal.value()));
        return None;
    }
    Some(name)
}

/// The log field that a field is.
pub(super) fn log<'a>(role: &Role<'a>) -> Option<LogField<'a>> {
    role.log.map(|_| LogField { name: role.name.clone(), value: written(role, None) })
}
