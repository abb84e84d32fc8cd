//! One error: what its attributes say, and what the catalogue says where they say nothing.

use syn::LitStr;

use super::code::{self, Code};
use super::defaults::Defaults;
use super::docs::docs;
use super::field;
use super::template::{self, Mistake, Resolved};
use crate::attr::ErrorAttrs;
use crate::attr::input::{ErrorInput, FieldInput};
use crate::attr::table::DELEGATING;
use crate::attr::value::{self, NamedTemplate, Status};
use crate::catalogue::{self, Entry, Fault, Retry};
use crate::diagnostics::Diagnostics;
use crate::model::{Conversion, Declared, Detail, Field, Header, Kind, Message, Value, Variant, Wait};
use crate::names;
use crate::rules::{self, Parts};
use crate::suggest::{self, list, quoted};

/// The variant, unless a mistake leaves something of it unknown.
pub(super) fn resolve(
    error: &ErrorInput<'_>,
    defaults: &Defaults<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Variant> {
    let kind = kind(error, defaults, diagnostics)?;
    let field = |input: &FieldInput| input.field.clone();
    let from = |input: &FieldInput| Some(Conversion { field: field(input), span: input.attrs.from?.0 });
    Some(Variant {
        ident: error.ident.clone(),
        docs: docs(error.attributes),
        fields: error.fields.iter().map(field).collect(),
        is_unit: error.is_unit,
        source: error.fields.iter().find(|input| input.source.is_some()).map(field),
        from: error.fields.iter().find_map(from),
        kind,
    })
}

/// Finds the source of everything that is asked of the variant.
fn kind(error: &ErrorInput<'_>, defaults: &Defaults<'_>, diagnostics: &mut Diagnostics) -> Option<Kind> {
    if !DELEGATING.iter().any(|name| error.checked.means(name)) {
        return declared(error, defaults, diagnostics).map(|declared| Kind::Declared(Box::new(declared)));
    }
    let [FieldInput { field, .. }] = error.fields.as_slice() else { return None }; // the rules say so
    let field = field.clone();
    match &error.attrs {
        ErrorAttrs { via: Some(function), .. } => Some(Kind::Via(field, function.0.clone())),
        ErrorAttrs { transparent: Some(_), .. } => Some(Kind::Transparent(field)),
        ErrorAttrs { other: Some(_), .. } => Some(Kind::Other(field)),
        _ => None,
    }
}

/// The error as it is declared. What is known of it is checked even if a mistake hides the rest.
fn declared(error: &ErrorInput<'_>, defaults: &Defaults<'_>, diagnostics: &mut Diagnostics) -> Option<Declared> {
    let attrs = &error.attrs;
    let code = code::resolve(error, defaults, diagnostics);
    let entry = code.as_ref().and_then(|code| code.entry);
    let status = status(error, code.as_ref(), diagnostics);
    let message = message(error, code.as_ref(), defaults, diagnostics);
    let details = details(error, entry, diagnostics);
    let headers = headers(error, &details, diagnostics);
    let wait = wait(error);
    let is_whole = error.is_whole() && details.len() == error.detail_count() && headers.len() == error.header_count();
    let parts = Parts {
        ident: error.ident,
        entry,
        status,
        message: message.as_ref(),
        details: &details,
        headers: &headers,
        wait: wait.as_ref(),
        is_whole,
    };
    rules::check_error(&parts, defaults.is_strict, diagnostics);
    let (code, Status { value: status, .. }) = (code.filter(|_| is_whole)?, status?);
    Some(Declared {
        row: 0, // counted when all variants are known
        code: code.text,
        status,
        fault: attrs.fault.map(|fault| fault.0).or_else(|| entry?.fault).unwrap_or(Fault::from_status(status)),
        retry: attrs.retry.map(|retry| retry.0).or_else(|| entry?.retry).unwrap_or(Retry::from_status(status)),
        message: message?,
        details,
        headers,
        log: error.fields.iter().filter_map(field::log).collect(),
        wait,
        close: attrs.close.is_some(),
    })
}

/// The status: the attribute, else the catalogue's.
fn status(error: &ErrorInput<'_>, code: Option<&Code>, diagnostics: &mut Diagnostics) -> Option<Status> {
    if error.attrs.status.is_some() || error.checked.has("status") {
        return error.attrs.status;
    }
    let code = code?;
    let usual = code.entry.and_then(|entry| entry.statuses.first().copied());
    if usual.is_none() && !error.may_hide(&["status"]) {
        let problem = if code.custom {
            "`custom` has no default status".to_owned()
        } else {
            format!("the status of `{}` is not known", code.text)
        };
        diagnostics.at(error.ident, problem, "add one, as in `status = 400`");
    }
    usual.map(|value| Status { value, span: error.ident.span() })
}

/// The message: the attribute, else the `Display` that the enum asks for, else the catalogue's.
fn message(
    error: &ErrorInput<'_>,
    code: Option<&Code>,
    defaults: &Defaults<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Message> {
    match (&error.attrs.message, defaults.message_is_display) {
        (Some(value::Message::Display(span)), _) => Some(Message::Display(*span)),
        (Some(value::Message::Template(text)), _) => match template(error, text, diagnostics)? {
            Resolved::Plain(plain) if plain.is_empty() && code.is_some_and(|code| code.entry.is_none()) => {
                diagnostics.at(text, "clients show an empty message as `UnknownError`", "write a sentence");
                None
            }
            Resolved::Plain(plain) => Some(Message::Plain(plain)),
            Resolved::Formatted(template) => Some(Message::Formatted(template)),
        },
        (None, _) if error.checked.has("message") => None,
        (None, Some(span)) => Some(Message::Display(span)),
        (None, None) => match code? {
            Code { entry: Some(entry), .. } => Some(Message::Plain(entry.message.to_owned())),
            Code { text, .. } => {
                if !error.may_hide(&["message"]) {
                    let problem = format!("`{text}` is a code of your own and has no message");
                    diagnostics.at(error.ident, problem, "add one, as in `message = \"...\"`");
                }
                None
            }
        },
    }
}

/// The details: those of the variant, then those of its fields.
fn details(error: &ErrorInput<'_>, entry: Option<&'static Entry>, diagnostics: &mut Diagnostics) -> Vec<Detail> {
    let mut details = Vec::new();
    for NamedTemplate { name, template } in &error.attrs.detail {
        let value = self::template(error, template, diagnostics);
        if let (Some(checked), Some(value)) = (field::detail_name(name, diagnostics), value) {
            let sensitive = catalogue::is_sensitive(&checked);
            details.push(Detail { name: checked, span: name.span(), value: value.into(), parse: None, sensitive });
        }
    }
    for input in &error.fields {
        let detail = input.attrs.detail.as_ref();
        details.extend(detail.and_then(|exposed| field::detail(input, exposed, entry, diagnostics)));
    }
    details
}

/// The headers: those of the variant, then those of its fields.
fn headers(error: &ErrorInput<'_>, details: &[Detail], diagnostics: &mut Diagnostics) -> Vec<Header> {
    let mut headers = Vec::new();
    for NamedTemplate { name: spelling, template } in &error.attrs.header {
        let name = field::header_name(spelling, diagnostics);
        let value = self::template(error, template, diagnostics);
        if let Some(c) = template.value().chars().find(|c| !names::is_header_char(*c)) {
            diagnostics.at(template, format!("a header cannot hold `{}`", c.escape_debug()), "remove it");
        } else if let (Some(name), Some(value)) = (name, value) {
            let (spelling, span) = (spelling.value(), spelling.span());
            headers.push(Header { name, spelling, span, value: value.into(), parse: None, sensitive: false });
        }
    }
    for input in &error.fields {
        let header = input.attrs.header.as_ref();
        headers.extend(header.and_then(|exposed| field::header(input, exposed, details, diagnostics)));
    }
    headers
}

/// The time that the client should wait: the variant's, else the field's.
fn wait(error: &ErrorInput<'_>) -> Option<Wait> {
    let field = error.fields.iter().find(|input| input.attrs.retry_after.is_some());
    let of_variant = error.attrs.retry_after.map(|seconds| Wait::Seconds(seconds.0));
    of_variant.or(field.map(|input| Wait::Field(input.field.clone())))
}

/// A string with the fields of the error in it.
fn template(error: &ErrorInput<'_>, text: &LitStr, diagnostics: &mut Diagnostics) -> Option<Resolved> {
    let mistakes = match template::resolve(text, &|name| find_field(error, name)) {
        Ok(resolved) => return Some(resolved),
        Err(mistakes) => mistakes,
    };
    for (problem, help) in mistakes {
        diagnostics.at(text, problem, help);
    }
    None
}

/// The field that a placeholder names.
fn find_field(error: &ErrorInput<'_>, name: &str) -> Result<Field, Mistake> {
    let name = name.strip_prefix("r#").unwrap_or(name);
    if let Some(input) = error.fields.iter().find(|input| input.name == name) {
        return Ok(input.field.clone());
    }
    if !name.chars().all(|c| c.is_alphanumeric() || c == '_') {
        let problem = format!("a placeholder names a field, and `{name}` is an expression");
        return Err((problem, "store its value in a field".to_owned()));
    }
    let names: Vec<_> = error.fields.iter().map(|input| input.name.as_str()).collect();
    let help = match (suggest::nearest(name, names.iter().copied()), names.as_slice()) {
        (_, []) => format!("write `{{{{{name}}}}}` for braces in the string"),
        (Some(near), _) => format!("did you mean `{near}`?"),
        (None, [only]) => format!("its field is `{only}`"),
        (None, names) => format!("its fields are {}", list(&quoted(names.iter().copied()), "and")),
    };
    Err((format!("`{}` has no field `{name}`", error.ident), help))
}

impl From<Resolved> for Value {
    fn from(resolved: Resolved) -> Self {
        match resolved {
            Resolved::Plain(plain) => Self::Plain(plain),
            Resolved::Formatted(template) => Self::Formatted(template),
        }
    }
}
