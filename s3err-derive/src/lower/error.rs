//! One error: its code, what the catalogue says of it, and what was written instead.

use darling::ast::NestedMeta;
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Ident, LitStr};

use super::field::Role;
use super::sent;
use crate::attr::ErrorAttrs;
use crate::catalogue::{self, Entry, Fault, Retry};
use crate::diagnostics::{Diagnostics, Given};
use crate::keys::{Items, list};
use crate::model::{Declared, Field, Header, HeaderValue, Kind, Message, Options};
use crate::name;
use crate::template::Template;
use crate::value::{self, Flag, HeaderTemplate, PathTo, Status, Text};

/// A variant or a struct with its keys and those of its fields.
pub(super) struct Written<'a, 'i> {
    pub(super) ident: &'a Ident,
    pub(super) items: &'i Items,
    pub(super) attrs: ErrorAttrs,
    pub(super) fields: Vec<Role<'a>>,
    /// No mistake was found in the attributes of the fields.
    pub(super) fields_are_read: bool,
}

/// Its code and what follows from it.
struct Code {
    text: String,
    entry: Option<&'static Entry>,
    custom: bool,
}

impl<'a> Written<'a, '_> {
    /// The origin and the kind of the variant, unless what was written is not enough to know them.
    pub(super) fn lower(
        mut self,
        options: &Options,
        diagnostics: &mut Diagnostics,
    ) -> Option<(Option<Field<'a>>, Kind<'a>)> {
        let source = self.source(diagnostics);
        let transparent = diagnostics.value(self.attrs.transparent.take());
        let via = diagnostics.value(self.attrs.via.take());
        let other = diagnostics.value(self.attrs.other.take());
        let kind = match (transparent, via, other) {
            (Some(Flag(span)), ..) => Kind::Transparent(self.only_field("transparent", span, diagnostics)?),
            (None, Some(PathTo(path)), _) => {
                let field = self.only_field("via", path.span(), diagnostics)?;
                Kind::Via(field, path)
            }
            (None, None, Some(Flag(span))) => {
                let field = self.only_field("other", span, diagnostics);
                if !options.decode {
                    diagnostics
                        .at_span(span, "`other` receives what `decode` reads, write `#[s3(decode)]` on the enum");
                }
                Kind::Other(field?)
            }
            (None, None, None) => Kind::Declared(Box::new(self.declared(options, diagnostics)?)),
        };
        Some((source, kind))
    }

    fn source(&self, diagnostics: &mut Diagnostics) -> Option<Field<'a>> {
        let mut sources = self.fields.iter().filter_map(|role| Some((role, role.source?)));
        let (first, _) = sources.next()?;
        for (_, span) in sources {
            diagnostics.at_span(span, format!("an error has one source, and `{}` is it already", first.name));
        }
        Some(first.field.clone())
    }

    /// The one field that everything is taken from.
    fn only_field(&self, key: &str, span: Span, diagnostics: &mut Diagnostics) -> Option<Field<'a>> {
        for (path, item) in self.items.all().filter(|(path, _)| !path.is_ident(key)) {
            let other = path.get_ident().map(ToString::to_string).unwrap_or_default();
            let NestedMeta::Meta(meta) = item else { continue };
            diagnostics.at(meta, format!("`{key}` takes everything from the field, leave `{other}` away"));
        }
        for (other, span) in self.fields.iter().flat_map(Role::keys) {
            diagnostics.at_span(span, format!("`{key}` takes everything from the field, leave `{other}` away"));
        }
        match self.fields.as_slice() {
            [role] => Some(role.field.clone()),
            roles => {
                let count = if roles.is_empty() { "has none".to_owned() } else { format!("has {}", roles.len()) };
                diagnostics.at_span(span, format!("`{key}` needs exactly one field, `{}` {count}", self.ident));
                None
            }
        }
    }

    fn declared(&mut self, options: &Options, diagnostics: &mut Diagnostics) -> Option<Declared<'a>> {
        let custom = diagnostics.value(self.attrs.custom.take());
        let status = self.attrs.status.take();
        let status_is_given = status.is_some();
        let status = diagnostics.given(status);
        let code = self.code(custom, status_is_given, diagnostics);
        let entry = code.as_ref().and_then(|code| code.entry);
        let message = self.message(code.as_ref(), options, diagnostics);
        let status = status_of(status, self.ident, code.as_ref(), self.items.broken, diagnostics);
        let fault = diagnostics.value(self.attrs.fault.take()).map(|choice| choice.0);
        let retry = diagnostics.value(self.attrs.retry.take()).map(|choice| choice.0);
        let close = diagnostics.value(self.attrs.close.take()).is_some();
        let before = diagnostics.count();
        let mut headers: Vec<_> = std::mem::take(&mut self.attrs.header)
            .into_iter()
            .filter_map(|header| {
                let header = diagnostics.value(Some(header))?;
                self.header(&header, diagnostics)
            })
            .collect();
        headers.extend(self.fields.iter().filter_map(|role| sent::header(role, diagnostics)));
        let details: Vec<_> = self.fields.iter().filter_map(|role| sent::detail(role, entry, diagnostics)).collect();
        let retry_after = self.retry_after(diagnostics);
        let fields_are_known = self.fields_are_read && diagnostics.count() == before && !self.items.broken;
        let (code, status) = (code?, status?);
        Some(Declared {
            fault: fault.or(entry.map(|entry| entry.fault)).unwrap_or_else(|| fault_of(status)),
            retry: retry.or(entry.map(|entry| entry.retry)).unwrap_or_else(|| retry_of(status)),
            code: code.text,
            custom: code.custom,
            status,
            message: message?,
            details,
            headers,
            log: self.fields.iter().filter_map(sent::log).collect(),
            retry_after,
            close,
            fields_are_known,
        })
    }

    /// The code: what was written, else the variant's name if that is a code of S3's.
    fn code(&mut self, custom: Option<Flag>, has_status: bool, diagnostics: &mut Diagnostics) -> Option<Code> {
        let name = syn::ext::IdentExt::unraw(self.ident).to_string();
        let (text, span) = match diagnostics.given(self.attrs.code.take()) {
            Given::Value(Text(literal)) => (literal.value(), literal.span()),
            Given::Absent if self.items.broken => return None,
            Given::Absent if custom.is_none() && catalogue::find(&name).is_some() => (name, self.ident.span()),
            Given::Absent => {
                let near = catalogue::nearest(&name).filter(|_| custom.is_none());
                let write = near.map_or_else(
                    || format!("write the code, as in `code = \"{name}\"`"),
                    |near| format!("write `code = \"{near}\"` if that is meant"),
                );
                diagnostics.at(self.ident, format!("`{name}` is no code of S3's: {write}"));
                return None;
            }
            Given::Bad => return None,
        };
        if !name::is_code(&text) {
            let problem =
                if text.is_empty() { "a code cannot be empty".to_owned() } else { format!("`{text}` is no code") };
            let near = catalogue::nearest(&text).unwrap_or("NoSuchKey");
            diagnostics
                .at_span(span, format!("{problem}: write letters, digits, `.`, `-` and `_`, as in `\"{near}\"`"));
            return None;
        }
        let entry = if custom.is_some() { None } else { catalogue::find(&text) };
        if entry.is_none() && custom.is_none() {
            let meant = catalogue::meant(&text);
            let near = if has_status { meant } else { catalogue::nearest(&text) };
            match near {
                Some(near) if has_status => diagnostics.at_span(
                    span,
                    format!("S3's code is `{near}`: write that, or add `custom` if `{text}` is a code of your own"),
                ),
                Some(near) if !self.items.broken => diagnostics.at_span(
                    span,
                    format!("unknown code `{text}`, did you mean `{near}`? A code of your own needs a `status`"),
                ),
                None if !has_status && !self.items.broken => diagnostics.at_span(
                    span,
                    format!("`{text}` is no code of S3's: a code of your own needs a status, as in `status = 400`"),
                ),
                _ => {}
            }
            if near.is_some() || !has_status {
                return None;
            }
        }
        Some(Code { text, entry, custom: custom.is_some() })
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
            Given::Absent => options.message_is_display.map(value::Message::Display),
            Given::Value(message) => Some(message),
            Given::Bad => return None,
        };
        match given {
            Some(value::Message::Display(span)) if options.display => {
                diagnostics.at_span(
                    span,
                    "`display` makes `Display` of the message, and `message = display` the message of `Display`: keep one",
                );
                None
            }
            Some(value::Message::Display(span)) => Some(Message::Display(span)),
            Some(value::Message::Template(literal)) if own.is_some() && literal.value().is_empty() => {
                diagnostics.at(literal, "clients show an empty message as `UnknownError`, write a sentence");
                None
            }
            Some(value::Message::Template(literal)) => {
                self.template(&literal, diagnostics).map(|template| match template.plain {
                    Some(plain) => Message::Text(plain),
                    None => Message::Template(template),
                })
            }
            None => match code?.entry {
                Some(entry) => Some(Message::Text(entry.message.to_owned())),
                None if self.items.broken => None,
                None => {
                    let code = own.map_or("", |code| code.text.as_str());
                    let message =
                        format!("`{code}` is a code of your own, give it a message, as in `message = \"...\"`");
                    diagnostics.at(self.ident, message);
                    None
                }
            },
        }
    }

    fn header(&self, header: &HeaderTemplate, diagnostics: &mut Diagnostics) -> Option<Header<'a>> {
        let name = sent::header_name(&header.name, diagnostics);
        let template = self.template(&header.template, diagnostics);
        if let Some(c) = header.template.value().chars().find(|c| !name::is_header_char(*c)) {
            diagnostics.at(&header.template, format!("a header cannot hold {c:?}, leave it away"));
            return None;
        }
        let value = HeaderValue::Template(template?);
        Some(Header { name: name?, span: header.name.span(), value, parse: None, sensitive: false })
    }

    fn template(&self, literal: &LitStr, diagnostics: &mut Diagnostics) -> Option<Template<'a>> {
        let template = Template::parse(literal, |name| self.shown_field(name));
        template.map_err(|message| diagnostics.at(literal, message)).ok()
    }

    /// The field of this name, if it may be shown.
    fn shown_field(&self, name: &str) -> Result<Field<'a>, String> {
        let name = name.strip_prefix("r#").unwrap_or(name);
        let Some(role) = self.fields.iter().find(|role| role.name == name) else {
            let names: Vec<_> = self.fields.iter().map(|role| format!("`{}`", role.name)).collect();
            return Err(if names.is_empty() {
                format!("`{}` has no field `{name}`, write `{{{{{name}}}}}` to show it as it stands", self.ident)
            } else {
                format!("`{}` has no field `{name}`, its fields are {}", self.ident, list(&names, "and"))
            });
        };
        if role.sensitive.is_some() {
            return Err(format!("`{name}` is sensitive and cannot be shown in a text"));
        }
        Ok(role.field.clone())
    }

    fn retry_after(&self, diagnostics: &mut Diagnostics) -> Option<Field<'a>> {
        let mut waits = self.fields.iter().filter_map(|role| Some((role, role.retry_after?)));
        let (first, _) = waits.next()?;
        for (_, flag) in waits {
            diagnostics.at_span(flag.0, format!("an error has one wait, and `{}` is it already", first.name));
        }
        Some(first.field.clone())
    }
}

/// The status: what was written, if S3 sends the code with it, else the catalogue's.
fn status_of(
    given: Given<Status>,
    ident: &Ident,
    code: Option<&Code>,
    broken: bool,
    diagnostics: &mut Diagnostics,
) -> Option<u16> {
    let literal = match given {
        Given::Bad => return None,
        Given::Value(Status(literal)) => literal,
        Given::Absent => {
            let code = code?;
            let usual = code.entry.and_then(|entry| entry.statuses.first().copied());
            if usual.is_none() && !broken {
                let why = if code.custom { "has no defaults" } else { "has no status in the catalogue" };
                diagnostics.at(ident, format!("`{}` {why}, give it one, as in `status = 400`", code.text));
            }
            return usual;
        }
    };
    let status =
        literal.base10_parse().ok().filter(|status| (300..600).contains(status) && literal.suffix().is_empty());
    let Some(status) = status else {
        diagnostics.at(&literal, format!("`{literal}` is no status of an error, write one from 300 to 599"));
        return None;
    };
    if let Some(entry) = code.and_then(|code| code.entry)
        && !entry.statuses.is_empty()
        && !entry.statuses.contains(&status)
    {
        let known: Vec<_> = entry.statuses.iter().map(ToString::to_string).collect();
        let (code, known) = (entry.code, list(&known, "or"));
        diagnostics.at(&literal, format!("S3 sends `{code}` with {known}: write that, or add `custom` if you mean it"));
        return None;
    }
    Some(status)
}

/// The fault of a code of the user's own.
fn fault_of(status: u16) -> Fault {
    if status >= 500 { Fault::Server } else { Fault::Client }
}

/// The retry class of a code of the user's own: what clients do by the status alone. The runtime has the same list.
fn retry_of(status: u16) -> Retry {
    match status {
        429 | 509 => Retry::Throttling,
        408 | 500 | 502 | 503 | 504 => Retry::Transient,
        _ => Retry::Never,
    }
}
