//! Every rule over more than one attribute, field or variant.
//!
//! What an attribute takes is checked in `attr`. Names, codes and placeholders are checked in `resolve`, where they
//! become part of the model; so is what is missing, which depends on what the code brings with it.

use quote::ToTokens;
use syn::{Ident, Type};

use crate::attr::input::{ErrorInput, FieldInput, TypeInput};
use crate::attr::table::{DELEGATING, Place};
use crate::attr::value::{self, Status};
use crate::catalogue::Entry;
use crate::diagnostics::Diagnostics;
use crate::model::{Declared, Detail, Header, Kind, Message, Model, Template, Value, Wait, templates};
use crate::names::WAIT_HEADERS;
use crate::suggest::{list, quoted};
use crate::types::{borrows, is_plain, names_a_document};

/// Rules over the attributes, as they are written.
pub(crate) fn check_attributes(input: &TypeInput<'_>, diagnostics: &mut Diagnostics) {
    display_is_implemented_once(input, diagnostics);
    display_and_message_are_not_each_other(input, diagnostics);
    for error in &input.errors {
        everything_comes_from_one_field(error, diagnostics);
        other_needs_decode(input, error, diagnostics);
        one_source(error, diagnostics);
        one_wait(error, diagnostics);
        from_is_the_only_field(error, diagnostics);
        for field in error.fields.iter().filter(|field| field.checked.is_whole()) {
            source_is_an_error(field, diagnostics);
            sensitive_is_exposed_and_not_logged(field, diagnostics);
            log_is_not_a_detail(field, diagnostics);
            parse_needs_decode(input, field, diagnostics);
            from_is_implemented_once(field, diagnostics);
        }
    }
}

/// The facts that are known of one declared error, mistakes or not.
pub(crate) struct Parts<'a> {
    pub(crate) ident: &'a Ident,
    /// The catalogue's entry for the code; nothing for a code of the user's own.
    pub(crate) entry: Option<&'static Entry>,
    pub(crate) status: Option<Status>,
    pub(crate) message: Option<&'a Message>,
    pub(crate) details: &'a [Detail],
    pub(crate) headers: &'a [Header],
    pub(crate) wait: Option<&'a Wait>,
    /// No mistake hides a detail or a header.
    pub(crate) is_whole: bool,
}

/// Rules over one declared error.
pub(crate) fn check_error(parts: &Parts<'_>, is_strict: bool, diagnostics: &mut Diagnostics) {
    details_differ(parts, diagnostics);
    headers_differ(parts, diagnostics);
    sensitive_stays_out_of_strings(parts, diagnostics);
    if let Some(entry) = parts.entry {
        status_is_sent_by_s3(parts, entry, diagnostics);
        details_are_spelt_as_s3_spells_them(parts, entry, diagnostics);
        if parts.is_whole {
            redirects_are_complete(parts, entry, diagnostics);
        }
        let is_spelt = parts.details.iter().all(|detail| entry.meant_detail(&detail.name).is_none());
        if parts.is_whole && is_strict && is_spelt {
            details_are_sent_by_s3(parts, entry, diagnostics);
        }
    }
}

/// Rules over the variants of a type.
pub(crate) fn check_model(model: &Model, diagnostics: &mut Diagnostics) {
    types_are_converted_once(model, diagnostics);
    others_hold_documents(model, diagnostics);
    if model.options.decode {
        documents_are_converted_by_decode(model, diagnostics);
        variants_can_be_told_apart(model, diagnostics);
        one_other(model, diagnostics);
    }
}

// Over the attributes.

/// `display` beside thiserror's `#[error(...)]` would implement `Display` and `Error` twice.
fn display_is_implemented_once(input: &TypeInput<'_>, diagnostics: &mut Diagnostics) {
    if let Some(attribute) = input.error_of_thiserror()
        && input.attrs.display.is_some()
    {
        diagnostics.at(
            attribute,
            "`display` and `#[error(...)]` both implement `Display` and `Error`",
            "remove one of them",
        );
    }
}

/// `display` takes `Display` from the message, and `message = display` the message from `Display`.
fn display_and_message_are_not_each_other(input: &TypeInput<'_>, diagnostics: &mut Diagnostics) {
    let of_errors = input.errors.iter().filter_map(|error| match &error.attrs.message {
        Some(value::Message::Display(span)) => Some(*span),
        _ => None,
    });
    let of_enum = input.of_enum.message.map(|display| display.0);
    for span in of_enum.into_iter().chain(of_errors).filter(|_| input.attrs.display.is_some()) {
        let problem = "`display` makes `Display` from the message, so the message cannot come from `Display`";
        diagnostics.at_span(span, problem, "remove one of them");
    }
}

/// `transparent`, `via` and `other` take everything from the one field: nothing else is said of the error.
fn everything_comes_from_one_field(error: &ErrorInput<'_>, diagnostics: &mut Diagnostics) {
    let Some(name) = DELEGATING.into_iter().find(|name| error.checked.has(name)) else { return };
    let problem = format!("`{name}` takes everything from the field");
    for (other, tokens) in error.checked.written().filter(|(other, _)| *other != name) {
        if DELEGATING.contains(&other) {
            diagnostics.at(tokens, format!("`{name}` and `{other}` exclude each other"), "keep one");
        } else if Place::Variant.attributes().any(|attr| attr.name == other) {
            diagnostics.at(tokens, &problem, format!("remove `{other}`"));
        }
    }
    for field in &error.fields {
        // A field that `via` classifies is the source error as well, and any field may be converted from.
        let may_stay = |attribute: &str| attribute == "from" || (attribute == "source" && name == "via");
        for (other, _) in field.checked.written().filter(|(other, _)| !may_stay(other)) {
            diagnostics.at_span(field.checked.span_of(other), &problem, format!("remove `{other}`"));
        }
    }
    if error.fields.len() != 1 {
        let count = if error.fields.is_empty() { "none".to_owned() } else { error.fields.len().to_string() };
        let problem = format!("`{name}` needs exactly one field, and `{}` has {count}", error.ident);
        diagnostics.at_span(error.checked.span_of(name), problem, "keep the field that holds the error");
    }
}

/// `other` holds a document that `decode` reads.
fn other_needs_decode(input: &TypeInput<'_>, error: &ErrorInput<'_>, diagnostics: &mut Diagnostics) {
    if error.attrs.other.is_some() && !input.checked.means("decode") {
        let span = error.checked.span_of("other");
        diagnostics.at_span(span, "`other` needs `decode`", "add `#[s3(decode)]` to the enum");
    }
}

/// An error has one source.
fn one_source(error: &ErrorInput<'_>, diagnostics: &mut Diagnostics) {
    let mut sources = error.fields.iter().filter(|field| field.source.is_some());
    let Some(first) = sources.next() else { return };
    for span in sources.filter_map(|field| field.source) {
        let problem = format!("an error has one source, and `{}` is it already", first.name);
        diagnostics.at_span(span, problem, "keep one");
    }
}

/// An error has one wait: a constant, or a field.
fn one_wait(error: &ErrorInput<'_>, diagnostics: &mut Diagnostics) {
    let mut fields = error.fields.iter().filter(|field| field.attrs.retry_after.is_some());
    let first = match &error.attrs.retry_after {
        Some(seconds) => format!("`retry_after = {}`", seconds.0),
        None => match fields.next() {
            Some(field) => format!("`{}`", field.name),
            None => return,
        },
    };
    for field in fields {
        let problem = format!("an error has one wait, and here it is {first} already");
        diagnostics.at_span(field.checked.span_of("retry_after"), problem, "keep one");
    }
}

/// A conversion has nothing to fill other fields with.
fn from_is_the_only_field(error: &ErrorInput<'_>, diagnostics: &mut Diagnostics) {
    for field in error.fields.iter().filter(|field| field.attrs.from.is_some() && error.fields.len() > 1) {
        let problem = format!(
            "`from` makes `{0}` from this field alone, and `{0}` has {1} fields",
            error.ident,
            error.fields.len()
        );
        diagnostics.at_span(
            field.checked.span_of("from"),
            problem,
            "remove the other fields, or write the `From` by hand",
        );
    }
}

/// The source is an error. Of plain types it is known that they are not, before rustc says so in other words.
fn source_is_an_error(field: &FieldInput, diagnostics: &mut Diagnostics) {
    if field.source.is_none() {
        return;
    }
    let attrs = &field.attrs;
    let is_by_name = field.name == "source" && attrs.source.is_none() && attrs.from.is_none();
    if is_plain(&field.field.ty) {
        let problem = if attrs.from.is_some() {
            "a `from` field is the source error, so it must implement `Error`"
        } else if is_by_name {
            "a field named `source` must implement `Error`"
        } else {
            "a source error must implement `Error`"
        };
        let help = if is_by_name { "rename it, or mark it `detail` or `log`" } else { "remove the attribute" };
        diagnostics.at(&field.field.ty, problem, help);
    } else if borrows(&field.field.ty) {
        let problem = "a source error must be `'static`, and this type borrows";
        diagnostics.at(&field.field.ty, problem, "hold an owned error, or mark the field `log` under another name");
    }
}

/// `sensitive` is about what is sent, and keeps it out of the log.
fn sensitive_is_exposed_and_not_logged(field: &FieldInput, diagnostics: &mut Diagnostics) {
    let Some(sensitive) = field.attrs.sensitive else { return };
    if !field.is_exposed() {
        let problem = "`sensitive` applies only to a `detail` or `header`";
        diagnostics.at_span(sensitive.0, problem, "add one, or remove `sensitive`: nothing else is sent");
    } else if field.attrs.log.is_some() {
        let span = field.checked.span_of("log");
        diagnostics.at_span(span, "a `sensitive` field is never logged", "remove `log` or `sensitive`");
    } else if field.source.is_some() {
        let problem = "a `sensitive` field cannot be the source error, which is logged";
        diagnostics.at_span(sensitive.0, problem, "keep the secret in a field of its own, or remove `sensitive`");
    }
}

/// A detail is logged as it is, unless it is sensitive, and then it must not be.
fn log_is_not_a_detail(field: &FieldInput, diagnostics: &mut Diagnostics) {
    if field.attrs.log.is_some() && field.attrs.detail.is_some() && field.attrs.sensitive.is_none() {
        diagnostics.at_span(
            field.checked.span_of("log"),
            "a detail is logged already, unless it is sensitive",
            "remove `log`",
        );
    }
}

/// `parse` reads back what `decode` asks for.
fn parse_needs_decode(input: &TypeInput<'_>, field: &FieldInput, diagnostics: &mut Diagnostics) {
    let exposed = [&field.attrs.detail, &field.attrs.header].into_iter().flatten();
    for function in exposed.filter_map(|exposed| exposed.parse.as_ref()).filter(|_| !input.checked.means("decode")) {
        diagnostics.at(&function.0, "`parse` needs `decode`", "add `#[s3(decode)]` to the type, or remove `parse`");
    }
}

/// `from` beside thiserror's `#[from]` would implement `From` twice.
fn from_is_implemented_once(field: &FieldInput, diagnostics: &mut Diagnostics) {
    if field.attrs.from.is_some() && field.from_of_thiserror.is_some() {
        let span = field.checked.span_of("from");
        diagnostics.at_span(span, "`from` and thiserror's `#[from]` both implement `From`", "remove one of them");
    }
}

// Over one error.

/// No element is repeated in a document: of repeated ones clients take the first, the last, or a list.
fn details_differ(parts: &Parts<'_>, diagnostics: &mut Diagnostics) {
    for (index, detail) in parts.details.iter().enumerate() {
        if parts.details.iter().take(index).any(|earlier| earlier.name == detail.name) {
            let problem = format!("`{}` is a detail of this error already", detail.name);
            diagnostics.at_span(detail.span, problem, "give this one another name");
        }
    }
}

/// No header is repeated in a response.
fn headers_differ(parts: &Parts<'_>, diagnostics: &mut Diagnostics) {
    for (index, header) in parts.headers.iter().enumerate() {
        if parts.headers.iter().take(index).any(|earlier| earlier.name == header.name) {
            diagnostics.at_span(
                header.span,
                format!("`{}` is a header of this error already", header.spelling),
                "keep one",
            );
        }
        if parts.wait.is_some() && WAIT_HEADERS.contains(&header.name.as_str()) {
            let problem = format!("`retry_after` sends `{}` already", header.spelling);
            diagnostics.at_span(header.span, problem, "remove one of them");
        }
    }
}

/// A sensitive field is in no string that is logged or shown to people.
fn sensitive_stays_out_of_strings(parts: &Parts<'_>, diagnostics: &mut Diagnostics) {
    let Parts { details, headers, message, .. } = *parts;
    let of_details = details.iter().filter(|detail| detail.sensitive).map(|detail| &detail.value);
    let of_headers = headers.iter().filter(|header| header.sensitive).map(|header| &header.value);
    let mut secrets: Vec<_> = of_details.chain(of_headers).filter_map(Value::field).map(|value| &value.field).collect();
    secrets.sort_unstable_by_key(|field| field.index);
    secrets.dedup_by_key(|field| field.index);
    for template in templates(message, details, headers) {
        for secret in secrets.iter().filter(|secret| shows(template, secret.index)) {
            let problem = format!("`{}` is sensitive and cannot be part of a string", secret.member.to_token_stream());
            diagnostics.at_span(template.span, problem, "remove its placeholder");
        }
    }
}

fn shows(template: &Template, index: usize) -> bool {
    template.arguments.iter().any(|argument| argument.field.index == index)
}

/// A catalogued code has a status that S3 sends it with.
fn status_is_sent_by_s3(parts: &Parts<'_>, entry: &Entry, diagnostics: &mut Diagnostics) {
    let known = entry.statuses;
    if let Some(status) = parts.status
        && !known.is_empty()
        && !known.contains(&status.value)
    {
        let known = list(&entry.statuses_in_words(), "or");
        let problem = format!("S3 sends `{}` with the status {known}", entry.code);
        diagnostics.at_span(status.span, problem, format!("write {known}, or add `custom` to keep your own"));
    }
}

/// A redirect that does not say where to is misread: aws-cli fails with a `KeyError`, s3cmd crashes, boto3 asks for the
/// bucket's region until it runs out of stack.
fn redirects_are_complete(parts: &Parts<'_>, entry: &Entry, diagnostics: &mut Diagnostics) {
    const REQUIRED: [(&str, [&str; 2], &str); 2] = [
        ("PermanentRedirect", ["Endpoint", "Bucket"], "x-amz-bucket-region"),
        ("TemporaryRedirect", ["Endpoint", "Bucket"], "Location"),
    ];
    let Some((code, details, header)) = REQUIRED.iter().find(|(code, ..)| *code == entry.code) else { return };
    let find_header = |name: &str| parts.headers.iter().find(|header| header.name == name.to_ascii_lowercase());
    let details = details.iter().map(|name| ("detail", *name, parts.detail(name).map(|detail| &detail.value)));
    let header = ("header", *header, find_header(header).map(|header| &header.value));
    let missing = details.chain([header]).filter_map(|(kind, name, value)| match value {
        None => Some(format!("a {kind} `{name}`")),
        Some(value) if value.is_optional() => Some(format!("a {kind} `{name}` that is not an `Option`")),
        Some(_) => None,
    });
    let missing: Vec<_> = missing.collect();
    if !missing.is_empty() {
        let problem = format!("clients crash on an incomplete `{code}`");
        diagnostics.at(parts.ident, problem, format!("give it {}", list(&missing, "and")));
    }
    if let Some(location) = find_header("location").filter(|_| *code == "PermanentRedirect") {
        let problem = "S3 sends `PermanentRedirect` without a `Location`";
        let help = "remove it: clients would follow it with a signature for another host";
        diagnostics.at_span(location.span, problem, help);
    }
}

/// Clients look for a detail by S3's spelling of it.
fn details_are_spelt_as_s3_spells_them(parts: &Parts<'_>, entry: &Entry, diagnostics: &mut Diagnostics) {
    for detail in parts.details {
        if let Some(right) = entry.misspelt_detail(&detail.name) {
            let problem = format!("S3 spells this detail of `{}` as `{right}`", entry.code);
            diagnostics.at_span(detail.span, problem, format!("write `\"{right}\"`, or add `custom` to the variant"));
        } else if let Some(near) = entry.near_detail(&detail.name) {
            let problem = format!("S3 does not send `{}` with a detail `{}`", entry.code, detail.name);
            let help = format!("did you mean `{near}`? Else add `custom` to the variant");
            diagnostics.at_span(detail.span, problem, help);
        }
    }
}

/// Under `strict` the details are a set that S3 sends with the code; a field that is an `Option` may be counted or not.
fn details_are_sent_by_s3(parts: &Parts<'_>, entry: &Entry, diagnostics: &mut Diagnostics) {
    let shapes = entry.shapes;
    let is_unknown = |detail: &&Detail| entry.details().all(|known| known != detail.name);
    let unknown: Vec<_> = parts.details.iter().filter(is_unknown).collect();
    if unknown.is_empty() && shapes.iter().any(|shape| fits(parts, shape)) {
        return;
    }
    let shapes: Vec<_> = shapes.iter().map(|shape| in_words(shape)).collect();
    let shapes = list(&shapes, "or");
    for detail in &unknown {
        let problem = format!("S3 does not send `{}` with a detail `{}`", entry.code, detail.name);
        let help = format!("make it a plain field or `log`, or remove `strict`: S3 sends {shapes}");
        diagnostics.at_span(detail.span, problem, help);
    }
    if unknown.is_empty() {
        let problem = format!("S3 does not send `{}` with this set of details", entry.code);
        diagnostics.at(parts.ident, problem, format!("send {shapes}, or remove `strict`"));
    }
}

/// Returns whether the details can be just these.
fn fits(parts: &Parts<'_>, shape: &[&str]) -> bool {
    let is_in = |detail: &Detail| shape.contains(&detail.name.as_str());
    parts.details.iter().all(|detail| detail.value.is_optional() || is_in(detail))
        && shape.iter().all(|name| parts.detail(name).is_some())
}

fn in_words(shape: &[&str]) -> String {
    match shape {
        [] => "no details".to_owned(),
        names => quoted(names.iter().copied()).join(" + "),
    }
}

// Over the variants.

/// There is one conversion from each type.
fn types_are_converted_once(model: &Model, diagnostics: &mut Diagnostics) {
    let text = |ty: &Type| ty.to_token_stream().to_string();
    let conversions = model.variants.iter().filter_map(|variant| Some((variant, variant.from.as_ref()?)));
    let conversions: Vec<_> = conversions.collect();
    for (index, (_, conversion)) in conversions.iter().enumerate() {
        let ty = text(&conversion.field.ty);
        let earlier = conversions.iter().take(index).find(|(_, earlier)| text(&earlier.field.ty) == ty);
        if let Some((earlier, _)) = earlier {
            let problem = format!("`{}` is made from this type already", earlier.ident);
            diagnostics.at_span(conversion.span, problem, "keep one `from` for each type");
        }
    }
}

/// `decode` implements the conversion from a document, so `from` cannot.
fn documents_are_converted_by_decode(model: &Model, diagnostics: &mut Diagnostics) {
    for variant in &model.variants {
        if let Some(conversion) = variant.from.as_ref().filter(|from| names_a_document(&from.field.ty)) {
            let problem =
                format!("`decode` implements the conversion from an `ErrorDocument`, not `{}`", variant.ident);
            diagnostics.at_span(conversion.span, problem, "remove `from`");
        }
    }
}

/// `decode` goes by the code and the details that are there: no two variants may look alike in both, whichever of their
/// `Option`s are there. A fixed detail is compared, so different ones tell two variants apart.
fn variants_can_be_told_apart(model: &Model, diagnostics: &mut Diagnostics) {
    let declared: Vec<_> =
        model.variants.iter().filter_map(|variant| Some((&variant.ident, variant.declared()?))).collect();
    for (index, (ident, later)) in declared.iter().enumerate() {
        let alike = declared
            .iter()
            .take(index)
            .find(|(_, earlier)| earlier.code == later.code && fits_in(later, earlier) && fits_in(earlier, later));
        if let Some((earlier, _)) = alike {
            let problem = format!("`decode` cannot tell `{ident}` from `{earlier}`");
            let help = format!(
                "both can be `{}` with the same details: merge them, or give one a detail that is always there",
                later.code
            );
            diagnostics.at(*ident, problem, help);
        }
    }
}

/// Returns whether all that `a` always sends can be sent by `b`.
fn fits_in(a: &Declared, b: &Declared) -> bool {
    a.details.iter().all(|detail| match (&detail.value, b.detail(&detail.name).map(|other| &other.value)) {
        (Value::Plain(text), Some(Value::Plain(other))) => text == other,
        (value, other) => value.is_optional() || other.is_some(),
    })
}

/// One variant holds what no other does.
fn one_other(model: &Model, diagnostics: &mut Diagnostics) {
    let mut others = model.variants.iter().filter(|variant| matches!(variant.kind, Kind::Other(_)));
    let Some(first) = others.next() else { return };
    for variant in others {
        diagnostics.at(&variant.ident, format!("`{}` is the `other` variant already", first.ident), "keep one");
    }
}

/// The `other` variant keeps a document whole, so it has to hold one.
fn others_hold_documents(model: &Model, diagnostics: &mut Diagnostics) {
    for variant in &model.variants {
        if let Kind::Other(field) = &variant.kind
            && !names_a_document(&field.ty)
        {
            diagnostics.at(&field.ty, "`other` must hold an `ErrorDocument`", "make this an `ErrorDocument`");
        }
    }
}

impl Parts<'_> {
    fn detail(&self, name: &str) -> Option<&Detail> {
        self.details.iter().find(|detail| detail.name == name)
    }
}
