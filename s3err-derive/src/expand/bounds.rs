//! The where-clauses: a field whose type mentions a type parameter needs the trait that it is shown by.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Generics, Ident, Type, WhereClause, parse_quote};

use crate::model::{FieldValue, Kind, Message, Model, Wait};
use crate::types::{inside_option, inside_pointer};

/// The where-clause of the generated implementations: the type's own, and what its fields need.
pub(super) fn infer(model: &Model) -> WhereClause {
    let mut bounds = Bounds::new(&model.ident, &model.generics);
    if bounds.parameters.is_empty() {
        return bounds.clause;
    }
    let krate = &model.options.krate;
    for variant in &model.variants {
        match &variant.kind {
            Kind::Transparent(field) | Kind::Other(field) => bounds.require(&field.ty, &quote!(#krate::S3Error)),
            Kind::Via(..) => {}
            Kind::Declared(declared) => {
                if matches!(declared.message, Message::Display(_)) {
                    bounds.push(&quote!(Self: ::core::fmt::Display));
                }
                for template in declared.templates() {
                    for argument in &template.arguments {
                        for shown_by in &argument.shown_by {
                            let shown_by = quote::format_ident!("{shown_by}");
                            bounds.require(&argument.field.ty, &quote!(::core::fmt::#shown_by));
                        }
                    }
                }
                for (value, _) in declared.exposed_fields() {
                    bounds.require_display(value);
                }
                for log in &declared.log {
                    bounds.require_display(&log.value);
                }
                if let Some(Wait::Field(field)) = &declared.wait {
                    bounds.require(&field.ty, &quote!(#krate::__private::Wait));
                }
            }
        }
        if let Some(source) = variant.own_source() {
            bounds.require(inside_option(&source.ty).unwrap_or(&source.ty), &quote!(::core::error::Error + 'static));
        }
    }
    bounds.clause
}

/// The same with what the conversion from a document needs.
pub(super) fn with_decode(model: &Model, where_clause: &WhereClause) -> WhereClause {
    let krate = &model.options.krate;
    let mut bounds = Bounds { clause: where_clause.clone(), ..Bounds::new(&model.ident, &model.generics) };
    if bounds.parameters.is_empty() {
        return bounds.clause;
    }
    for variant in &model.variants {
        let declared = match &variant.kind {
            Kind::Declared(declared) => declared,
            Kind::Transparent(field) => {
                let ty = inside_pointer(&field.ty).unwrap_or(&field.ty);
                bounds.require(ty, &quote!(#krate::__private::Decodes));
                continue;
            }
            Kind::Via(..) | Kind::Other(_) => continue,
        };
        let exposed: Vec<_> = declared.exposed_fields().collect();
        for (value, parse) in &exposed {
            if parse.is_none() {
                bounds.require(value.ty(), &quote!(::core::str::FromStr));
            }
        }
        for field in &variant.fields {
            if !exposed.iter().any(|(value, _)| value.field.index == field.index) {
                bounds.require(&field.ty, &quote!(::core::default::Default));
            }
        }
    }
    bounds.clause
}

struct Bounds {
    /// The name of the type. A bound that mentions the type itself would be cyclic.
    own: Ident,
    parameters: Vec<String>,
    clause: WhereClause,
    seen: Vec<String>,
}

impl Bounds {
    fn new(own: &Ident, generics: &Generics) -> Self {
        let clause = generics.where_clause.clone();
        Self {
            own: own.clone(),
            parameters: generics.type_params().map(|parameter| parameter.ident.to_string()).collect(),
            clause: clause.unwrap_or_else(|| parse_quote!(where)),
            seen: Vec::new(),
        }
    }

    fn require_display(&mut self, value: &FieldValue) {
        if value.with.is_none() {
            self.require(value.ty(), &quote!(::core::fmt::Display));
        }
    }

    fn require(&mut self, ty: &Type, bound: &TokenStream) {
        if !is_recursive(ty, &self.own)
            && mentions(ty.to_token_stream(), &|ident| self.parameters.iter().any(|own| ident == own))
        {
            self.push(&quote!(#ty: #bound));
        }
    }

    fn push(&mut self, predicate: &TokenStream) {
        let text = predicate.to_string();
        if !self.seen.contains(&text) {
            self.seen.push(text);
            self.clause.predicates.push(parse_quote!(#predicate));
        }
    }
}

/// Returns whether a type mentions the derived type itself.
pub(super) fn is_recursive(ty: &Type, own: &Ident) -> bool {
    mentions(ty.to_token_stream(), &|ident| ident == own || ident == "Self")
}

/// Returns whether a type mentions an identifier.
fn mentions(tokens: TokenStream, is_meant: &dyn Fn(&Ident) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => is_meant(&ident),
        TokenTree::Group(group) => mentions(group.stream(), is_meant),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
