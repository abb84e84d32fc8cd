//! One error: what was written, and what the catalogue says where nothing was.

use proc_macro2::Span;
use syn::Ident;

use super::code::Code;
use super::field::Role;
use super::sent;
use crate::attr::ErrorAttrs;
use crate::catalogue::{Fault, Retry};
use crate::diagnostics::{Diagnostics, Given};
use crate::keys::Items;
use crate::model::{Declared, Field, Header, HeaderValue, Kind, Known, Message, Options};
use crate::names;
use crate::suggest::{list, nearest, quoted};
use crate::template::Template;
use crate::types::is_no_error;
use crate::value::{self, HeaderTemplate, Status, Text};

/// A variant or a struct with its keys and those of its fields.
pub(super) struct Raw<'a, 'i> {
    pub(super) ident: &'a Ident,
    pub(super) items: &'i Items,
    pub(super) attrs: ErrorAttrs,
    pub(super) fields: Vec<Role<'a>>,
}

/// What is said of `message = display` beside `display`.
pub(super) const DISPLAY_TWICE: &str =
    "`display` makes `Display` of the message, and `message = display` the message of `Display`, keep one";

/// The status of an error whose own is a mistake that has been reported.
const STAND_IN: u16 = 500;

impl<'a> Raw<'a, '_> {
    /// The origin and the kind of the variant, unless what was written is not enough to know them.
    pub(super) fn lower(
        mut self,
        options: &Options,
        diagnostics: &mut Diagnostics,
    ) -> Option<(Option<Field<'a>>, Kind<'a>)> {
        let source = self.source(diagnostics);
        let kind = match self.delegation(options, diagnostics) {
            Given::Value(kind) => kind,
            Given::Bad => return None,
            Given::Absent => Kind::Declared(Box::new(self.declared(options, diagnostics))),
        };
        Some((source, kind))
    }

    /// Whether something of the variant could not be read, so that what seems to be missing may be in it.
    pub(super) fn is_broken(&self) -> bool {
        self.items.broken || self.fields.iter().any(|role| role.misplaced)
    }

    fn source(&self, diagnostics: &mut Diagnostics) -> Option<Field<'a>> {
        let first = self.one("source", |role| role.source, diagnostics)?;
        if is_no_error(first.field.ty) {
            let message = format!(
                "`{}` is the origin and has to be an error, rename it, or make it a `detail` or `log`",
                first.name
            );
            diagnostics.at(first.field.ty, &message);
            return None;
        }
        Some(first.field.clone())
    }

    /// The error. For what is a mistake, and has been reported, something harmless stands in.
    fn declared(&mut self, options: &Options, diagnostics: &mut Diagnostics) -> Declared<'a> {
        let status = diagnostics.given(self.attrs.status.take());
        let code = self.code(!matches!(status, Given::Absent), diagnostics);
        let entry = code.as_ref().and_then(|code| code.entry);
        let message = self.message(code.as_ref(), options, diagnostics);
        let status = self.status(status, code.as_ref(), diagnostics).unwrap_or(STAND_IN);
        let fault = diagnostics.value(self.attrs.fault.take()).map(|choice| choice.0);
        let retry = diagnostics.value(self.attrs.retry.take()).map(|choice| choice.0);
        let close = diagnostics.value(self.attrs.close.take()).is_some();
        let before = diagnostics.count();
        let (mut details, mut log) = (Vec::new(), Vec::new());
        for role in &self.fields {
            if let Some(detail) = sent::detail(role, entry, diagnostics) {
                details.push(detail);
            }
            if let Some(field) = sent::log(role) {
                log.push(field);
            }
        }
        let mut headers = self.headers(diagnostics);
        for role in &self.fields {
            if let Some(header) = sent::header(role, &details, diagnostics) {
                headers.push(header);
            }
        }
        let fields_are_broken = self.items.broken || self.fields.iter().any(|role| role.broken);
        Declared {
            known: Known { code: code.is_some(), fields: !fields_are_broken && diagnostics.count() == before },
            fault: fault.or_else(|| entry?.fault).unwrap_or_else(|| Fault::from_status(status)),
            retry: retry.or_else(|| entry?.retry).unwrap_or_else(|| Retry::from_status(status)),
            custom: code.as_ref().is_some_and(|code| code.custom),
            code: code.map(|code| code.text).unwrap_or_default(),
            status,
            message: message.unwrap_or(Message::Text(String::new())),
            details,
            headers,
            log,
            retry_after: self.retry_after(diagnostics),
            close,
        }
    }

    /// The status: what was written, if S3 sends the code with it, else the catalogue's.
    fn status(&self, given: Given<Status>, code: Option<&Code>, diagnostics: &mut Diagnostics) -> Option<u16> {
        let literal = match given {
            Given::Bad => return None,
            Given::Value(Status(literal)) => literal,
            Given::Absent => return self.usual_status(code?, diagnostics),
        };
        if !literal.suffix().is_empty() {
            let (digits, suffix) = (literal.base10_digits(), literal.suffix());
            diagnostics.at(&literal, &format!("write the status as `{digits}`, without `{suffix}`"));
            return None;
        }
        let Some(status) = literal.base10_parse().ok().filter(|status| (300..600).contains(status)) else {
            diagnostics.at(&literal, &format!("`{literal}` is no status of an error, write one from 300 to 599"));
            return None;
        };
        let entry = code.and_then(|code| code.entry);
        let known = entry.map(|entry| entry.statuses).unwrap_or_default();
        if let Some(entry) = entry
            && !known.is_empty()
            && !known.contains(&status)
        {
            if !self.is_broken() {
                let (code, known) = (entry.code, list(&entry.statuses_in_words(), "or"));
                let message = format!("S3 sends `{code}` with {known}: write that, or add `custom` if you mean it");
                diagnostics.at(&literal, &message);
            }
            return None;
        }
        Some(status)
    }

    /// The catalogue's status of a code.
    fn usual_status(&self, code: &Code, diagnostics: &mut Diagnostics) -> Option<u16> {
        let usual = code.entry.and_then(|entry| entry.statuses.first().copied());
        if usual.is_none() && !self.is_broken() {
            let text = &code.text;
            let message = if code.custom {
                format!("`custom` has no default status, give `{text}` one, as in `status = 400`")
            } else {
                format!("no status of `{text}` is known, give it one, as in `status = 400`")
            };
            diagnostics.at(self.ident, &message);
        }
        usual
    }

    /// The message: what was written, else the catalogue's.
    fn message(
        &mut self,
        code: Option<&Code>,
        options: &Options,
        diagnostics: &mut Diagnostics,
    ) -> Option<Message<'a>> {
        let own = code.filter(|code| code.entry.is_none());
        let given = match diagnostics.given(self.attrs.message.take()) {
            Given::Absent if options.display && options.message_is_display.is_some() => return None, // reported there
            Given::Absent => options.message_is_display.map(value::Message::Display),
            Given::Value(message) => Some(message),
            Given::Bad => return None,
        };
        match given {
            Some(value::Message::Display(span)) if options.display => {
                diagnostics.at_span(span, DISPLAY_TWICE);
                None
            }
            Some(value::Message::Display(span)) => Some(Message::Display(span)),
            Some(value::Message::Template(text)) => {
                let template = self.template(&text, diagnostics)?;
                match template.plain {
                    Some(plain) if own.is_some() && plain.is_empty() => {
                        let message = "clients show an empty message as `UnknownError`, write a sentence";
                        diagnostics.at_span(text.span, message);
                        None
                    }
                    Some(plain) => Some(Message::Text(plain)),
                    None => Some(Message::Template(template)),
                }
            }
            None => match code?.entry {
                Some(entry) => Some(Message::Text(entry.message.to_owned())),
                None if self.is_broken() => None,
                None => {
                    let code = own.map_or("", |code| code.text.as_str());
                    let message =
                        format!("`{code}` is a code of your own, give it a message, as in `message = \"...\"`");
                    diagnostics.at(self.ident, &message);
                    None
                }
            },
        }
    }

    /// The headers that were written on the variant.
    fn headers(&mut self, diagnostics: &mut Diagnostics) -> Vec<Header<'a>> {
        let written = std::mem::take(&mut self.attrs.header);
        let (mut read, mut headers) = (Vec::new(), Vec::new());
        for header in written {
            if let Some(header) = diagnostics.value(Some(header)) {
                read.push(header);
            }
        }
        for header in &read {
            if let Some(header) = self.header(header, diagnostics) {
                headers.push(header);
            }
        }
        headers
    }

    fn header(&self, header: &HeaderTemplate, diagnostics: &mut Diagnostics) -> Option<Header<'a>> {
        let name = sent::header_name(&header.name, diagnostics);
        let template = self.template(&header.template, diagnostics);
        if let Some(c) = header.template.value.chars().find(|c| !names::is_header_char(*c)) {
            diagnostics
                .at_span(header.template.span, &format!("a header cannot hold `{}`, leave it away", c.escape_debug()));
            return None;
        }
        Some(Header {
            name: name?,
            spelling: header.name.value.clone(),
            span: header.name.span,
            value: HeaderValue::Template(template?),
            parse: None,
            sensitive: false,
        })
    }

    fn template(&self, text: &Text, diagnostics: &mut Diagnostics) -> Option<Template<'a>> {
        match Template::parse(text, &|name| self.shown_field(name)) {
            Ok(template) => Some(template),
            Err(messages) => {
                for message in &messages {
                    diagnostics.at_span(text.span, message);
                }
                None
            }
        }
    }

    /// The field of this name, if it may be shown.
    fn shown_field(&self, name: &str) -> Result<Field<'a>, String> {
        let name = name.strip_prefix("r#").unwrap_or(name);
        let Some(role) = self.fields.iter().find(|role| role.name == name) else {
            return Err(self.no_field(name));
        };
        if role.sensitive.is_some() {
            return Err(format!("`{name}` is sensitive and cannot be shown in a text, leave it away"));
        }
        Ok(role.field.clone())
    }

    /// What to say of a placeholder that names no field.
    fn no_field(&self, name: &str) -> String {
        if !name.chars().all(|c| c.is_alphanumeric() || c == '_') {
            return format!("a placeholder is the name of a field, keep what `{name}` gives in a field of its own");
        }
        let names = quoted(self.fields.iter().map(|role| role.name.as_str()));
        let near = nearest(name, self.fields.iter().map(|role| role.name.as_str()));
        let what = match (near, names.as_slice()) {
            (_, []) => format!("write `{{{{{name}}}}}` to show it as it stands"),
            (Some(near), _) => format!("did you mean `{near}`?"),
            (None, [only]) => format!("its field is {only}"),
            (None, names) => format!("its fields are {}", list(names, "and")),
        };
        format!("`{}` has no field `{name}`, {what}", self.ident)
    }

    fn retry_after(&self, diagnostics: &mut Diagnostics) -> Option<Field<'a>> {
        let wait = self.one("wait", |role| role.retry_after.map(|flag| flag.0), diagnostics)?;
        Some(wait.field.clone())
    }

    /// The one field that is marked, its mark found by `mark`.
    fn one(&self, what: &str, mark: fn(&Role<'_>) -> Option<Span>, diagnostics: &mut Diagnostics) -> Option<&Role<'a>> {
        let mut first: Option<&Role<'a>> = None;
        for role in &self.fields {
            match (mark(role), first) {
                (None, _) => {}
                (Some(_), None) => first = Some(role),
                (Some(span), Some(Role { name, .. })) => {
                    let message = format!("an error has one {what}, and `{name}` is it already, leave this one plain");
                    diagnostics.at_span(span, &message);
                }
            }
        }
        first
    }

    /// Where the variant is named.
    pub(super) fn span(&self) -> Span {
        self.ident.span()
    }
}
