//! The fields of an error, each with what is to become of it.

use proc_macro2::Span;
use syn::Fields;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::attr::{FieldAttrs, receive};
use crate::diagnostics::Diagnostics;
use crate::keys::{self, Items, Place};
use crate::model::Field;
use crate::types::{borrows, is_no_error};
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
    /// The key that makes it the origin.
    pub(super) source_key: Option<Flag>,
    /// What makes it the origin: the key, its name, or thiserror's attributes, its own or the variant's.
    pub(super) source: Option<Span>,
    /// A key could not be read: what seems to be missing may be it.
    pub(super) broken: bool,
    /// A key stands here that belongs on the variant.
    pub(super) misplaced: bool,
}

/// Reads all fields, of a variant or a struct that may be `transparent` to thiserror.
pub(super) fn read<'a>(
    fields: &[Field<'a>],
    written: &'a Fields,
    transparent: bool,
    diagnostics: &mut Diagnostics,
) -> Vec<Role<'a>> {
    let mut roles = Vec::new();
    for (field, written) in fields.iter().zip(written) {
        let items = keys::read(Place::Field, &written.attrs, diagnostics);
        roles.push(Role::new(field.clone(), written, &items, diagnostics));
    }
    if let ([role], true) = (roles.as_mut_slice(), transparent) {
        role.be_the_transparent_one();
    }
    roles
}

impl<'a> Role<'a> {
    fn new(field: Field<'a>, written: &'a syn::Field, items: &Items, diagnostics: &mut Diagnostics) -> Self {
        let (name, span) = match &written.ident {
            Some(ident) => (ident.unraw().to_string(), ident.span()),
            None => (field.index.to_string(), written.ty.span()),
        };
        let before = diagnostics.count();
        let attrs: FieldAttrs = receive(&items.own);
        let mut role = Self {
            is_named: written.ident.is_some(),
            span,
            detail: diagnostics.value(attrs.detail),
            header: diagnostics.value(attrs.header),
            retry_after: diagnostics.value(attrs.retry_after),
            log: diagnostics.value(attrs.log),
            sensitive: diagnostics.value(attrs.sensitive),
            source_key: diagnostics.value(attrs.source),
            source: None,
            broken: items.broken || diagnostics.count() > before,
            misplaced: items.misplaced,
            name,
            field,
        };
        // A text for the log may be called so, and is no origin.
        let is_text = role.log.is_some() && is_no_error(role.field.ty);
        let by_name = (role.name == "source" && !role.is_sent() && !is_text && !role.broken).then_some(span);
        let of_thiserror =
            written.attrs.iter().find(|attr| attr.path().is_ident("source") || attr.path().is_ident("from"));
        role.source = role.source_key.map(|flag| flag.0).or(of_thiserror.map(Spanned::span)).or(by_name);
        if !role.broken {
            role.check(diagnostics);
        }
        role
    }

    /// The one field of what is `transparent` to thiserror, which hands on what is under it, is the origin unless it is sent.
    /// An error that borrows is none here: an origin is `'static`.
    fn be_the_transparent_one(&mut self) {
        let stays_inside = !self.is_sent() && self.retry_after.is_none() && !self.broken;
        if stays_inside && !is_no_error(self.field.ty) && !borrows(self.field.ty) {
            self.source = self.source.or(Some(self.span));
        }
    }

    /// Whether it is a detail or a header.
    fn is_sent(&self) -> bool {
        self.detail.is_some() || self.header.is_some()
    }

    /// The keys that say how it leaves the server, with where each stands that was written.
    pub(super) fn keys(&self) -> [(&'static str, Option<Span>); 5] {
        let sent = |sent: &Option<Sent>| sent.as_ref().map(|sent| sent.span);
        let flag = |flag: Option<Flag>| flag.map(|flag| flag.0);
        [
            ("detail", sent(&self.detail)),
            ("header", sent(&self.header)),
            ("retry_after", flag(self.retry_after)),
            ("log", flag(self.log)),
            ("sensitive", flag(self.sensitive)),
        ]
    }

    /// Keys of one field that contradict each other.
    fn check(&self, diagnostics: &mut Diagnostics) {
        if let Some(sensitive) = self.sensitive.filter(|_| !self.is_sent()) {
            diagnostics.at_span(
                sensitive.0,
                "`sensitive` is for what is sent, add `detail` or `header`, or leave it away: nothing else is sent",
            );
        }
        let Some(log) = self.log else { return };
        if self.sensitive.is_some() && self.is_sent() {
            diagnostics.at_span(log.0, "what is `sensitive` stays out of the log, keep one");
        }
    }
}
