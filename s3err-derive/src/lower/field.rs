//! The fields of an error, each with what is to become of it.

use proc_macro2::Span;
use syn::Fields;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::attr::{FieldAttrs, receive};
use crate::diagnostics::Diagnostics;
use crate::keys::{self, Place};
use crate::model::Field;
use crate::value::{Flag, Sent};

/// A field with its keys.
pub(super) struct Role<'a> {
    pub(super) field: Field<'a>,
    /// What it is called in a placeholder or a log: its name without `r#`, or its position.
    pub(super) name: String,
    pub(super) is_named: bool,
    pub(super) span: Span,
    pub(super) detail: Option<Sent>,
    pub(super) header: Option<Sent>,
    pub(super) retry_after: Option<Flag>,
    pub(super) log: Option<Flag>,
    pub(super) sensitive: Option<Flag>,
    /// The origin: said so, or told by the name or by thiserror's attributes.
    pub(super) source: Option<Span>,
}

/// Reads all fields.
pub(super) fn read<'a>(fields: &'a Fields, diagnostics: &mut Diagnostics) -> Vec<Role<'a>> {
    super::fields(fields)
        .map(|(field, written)| {
            let items = keys::read(Place::Field, &written.attrs, diagnostics);
            Role::new(field, written, receive(&items.own, diagnostics), diagnostics)
        })
        .collect()
}

impl<'a> Role<'a> {
    fn new(field: Field<'a>, written: &'a syn::Field, attrs: FieldAttrs, diagnostics: &mut Diagnostics) -> Self {
        let (name, span) = match &written.ident {
            Some(ident) => (ident.unraw().to_string(), ident.span()),
            None => (field.index.to_string(), written.ty.span()),
        };
        let source_key = diagnostics.value(attrs.source).map(|flag| flag.0);
        let mut role = Self {
            is_named: written.ident.is_some(),
            span,
            detail: diagnostics.value(attrs.detail),
            header: diagnostics.value(attrs.header),
            retry_after: diagnostics.value(attrs.retry_after),
            log: diagnostics.value(attrs.log),
            sensitive: diagnostics.value(attrs.sensitive),
            source: source_key,
            name,
            field,
        };
        let of_thiserror =
            written.attrs.iter().find(|attr| attr.path().is_ident("source") || attr.path().is_ident("from"));
        let by_name = (role.name == "source" && !role.is_sent()).then_some(span);
        role.source = role.source.or(of_thiserror.map(Spanned::span)).or(by_name);
        role.check(diagnostics);
        role
    }

    /// Whether it is a detail or a header.
    pub(super) fn is_sent(&self) -> bool {
        self.detail.is_some() || self.header.is_some()
    }

    /// The keys that say how it leaves the server, where they stand.
    pub(super) fn keys(&self) -> impl Iterator<Item = (&'static str, Span)> {
        let sent = |sent: &Option<Sent>| sent.as_ref().map(|sent| sent.span);
        let flag = |flag: Option<Flag>| flag.map(|flag| flag.0);
        [
            ("detail", sent(&self.detail)),
            ("header", sent(&self.header)),
            ("retry_after", flag(self.retry_after)),
            ("log", flag(self.log)),
            ("sensitive", flag(self.sensitive)),
        ]
        .into_iter()
        .filter_map(|(key, span)| Some((key, span?)))
    }

    /// Keys of one field that contradict each other.
    fn check(&self, diagnostics: &mut Diagnostics) {
        if let Some(sensitive) = self.sensitive.filter(|_| !self.is_sent()) {
            diagnostics.at_span(
                sensitive.0,
                "`sensitive` is for what is sent, add `detail` or `header`, or leave it away: a plain field is never sent",
            );
        }
        if let Some(log) = self.log.filter(|_| self.is_sent()) {
            diagnostics.at_span(log.0, "a detail or header is in the log already, leave `log` away");
        }
    }
}
