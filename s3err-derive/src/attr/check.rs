//! The check of what is written in the `#[s3(...)]` of one element: whatever is wrong with an attribute by itself is
//! said here, in our words and at its tokens, and darling reads what is left.

use darling::FromMeta;
use darling::ast::NestedMeta;
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Attribute, Meta, MetaList, Path};

use super::table::{self, Attr, Place};
use crate::diagnostics::Diagnostics;
use crate::suggest::{self, list, quoted};

/// The attributes of one element, and whether they belong there.
#[derive(Clone, Default)]
pub(crate) struct Checked {
    /// Those that are known here, whether or not their values can be read, each with all its tokens.
    written: Vec<(&'static str, TokenStream)>,
    /// Those whose values can be read.
    readable: Vec<NestedMeta>,
    /// Those that were probably meant by what is unknown or malformed.
    meant: Vec<&'static str>,
    /// Something is unknown or malformed of which nobody can tell what was meant.
    is_unclear: bool,
}

impl Checked {
    /// Reads the attributes that darling takes, which are parsed already.
    pub(crate) fn read<A: FromMeta + Default>(&self) -> A {
        if self.readable.is_empty() {
            return A::default();
        }
        let read = A::from_list(&self.readable);
        debug_assert!(read.is_ok(), "darling rejects what was checked");
        read.unwrap_or_default()
    }

    /// Returns whether one of these, which seem to be missing, may be in what is unknown or malformed.
    pub(crate) fn may_hide(&self, names: &[&str]) -> bool {
        self.is_unclear || self.meant.iter().any(|meant| names.contains(meant))
    }

    /// Returns whether every attribute is known and could be read.
    pub(crate) fn is_whole(&self) -> bool {
        !self.is_unclear && self.meant.is_empty() && self.readable.len() == self.written.len()
    }

    /// The attributes that are there, each with all its tokens.
    pub(crate) fn written(&self) -> impl Iterator<Item = (&'static str, &TokenStream)> {
        self.written.iter().map(|(name, tokens)| (*name, tokens))
    }

    /// Returns whether the attribute is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.written().any(|(written, _)| written == name)
    }

    /// Returns whether the attribute is there, or was probably meant by what could not be read.
    pub(crate) fn means(&self, name: &str) -> bool {
        self.has(name) || self.meant.contains(&name)
    }

    /// Returns the place where the attribute is named.
    pub(crate) fn span_of(&self, name: &str) -> Span {
        let tokens = self.written().find(|(written, _)| *written == name);
        tokens.map_or_else(Span::call_site, |(_, tokens)| tokens.span())
    }
}

/// Checks the attributes of one element.
pub(crate) fn check(place: Place, attributes: &[Attribute], diagnostics: &mut Diagnostics) -> Checked {
    let mut checked = Checked::default();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("s3")) {
        if let Meta::List(list) = &attribute.meta {
            check_list(place, list, &mut checked, diagnostics);
        } else {
            checked.is_unclear = true;
            let help = format!("write `#[s3({})]`", place.example());
            diagnostics.at(&attribute.meta, "`#[s3]` takes its attributes in parentheses", help);
        }
    }
    checked
}

fn check_list(place: Place, list: &MetaList, checked: &mut Checked, diagnostics: &mut Diagnostics) {
    match NestedMeta::parse_meta_list(list.tokens.clone()) {
        Ok(items) => items.into_iter().for_each(|item| check_item(place, item, checked, diagnostics)),
        Err(error) => {
            checked.is_unclear = true;
            checked.meant.extend(words(&list.tokens).filter_map(|word| nearest(place, &word)));
            let help = format!("separate attributes by commas, and write them as in `{}`", place.example());
            diagnostics.at_span(error.span(), error, help);
        }
    }
}

/// The words of an attribute that could not be parsed, other than values: each may be the name of an attribute.
fn words(tokens: &TokenStream) -> impl Iterator<Item = String> {
    let mut is_value = false;
    tokens.clone().into_iter().filter_map(move |token| {
        let follows_value =
            std::mem::replace(&mut is_value, matches!(&token, TokenTree::Punct(p) if "=:".contains(p.as_char())));
        match token {
            TokenTree::Ident(word) if !follows_value => Some(word.to_string()),
            _ => None,
        }
    })
}

fn check_item(place: Place, item: NestedMeta, checked: &mut Checked, diagnostics: &mut Diagnostics) {
    let path = match &item {
        NestedMeta::Meta(meta) => meta.path(),
        NestedMeta::NameValueInvalidExpr(pair) => &pair.path,
        NestedMeta::Lit(literal) => {
            checked.is_unclear = true;
            let help = format!("write it as in `{}`", place.example());
            return diagnostics.at(literal, "missing attribute name", help);
        }
    };
    let name = name_of(path);
    let Some(attr) = place.attributes().find(|attr| attr.name == name) else {
        match nearest(place, &name) {
            Some(meant) => checked.meant.push(meant),
            None => checked.is_unclear = true,
        }
        return unknown(place, path, &name, diagnostics);
    };
    let is_repeated = checked.has(attr.name) && !attr.repeats;
    checked.written.push((attr.name, item.to_token_stream()));
    if is_repeated {
        diagnostics.at(&item, format!("`{name}` is given twice"), "keep one");
    } else if check_value(attr, &item, diagnostics) {
        checked.readable.push(item);
    }
}

/// Returns whether darling can read the attribute: its own list is checked, and of anything else one sentence says what
/// it takes.
fn check_value(attr: &Attr, item: &NestedMeta, diagnostics: &mut Diagnostics) -> bool {
    if let (Some(place), NestedMeta::Meta(Meta::List(list))) = (attr.parentheses(), item)
        && !list.tokens.clone().into_iter().all(|token| matches!(token, TokenTree::Literal(_) | TokenTree::Punct(_)))
    {
        let mut inside = Checked::default();
        check_list(place, list, &mut inside, diagnostics);
        if !inside.is_whole() {
            return false;
        }
    }
    let is_read = (attr.can_read)(item);
    if !is_read {
        let at: &dyn ToTokens = match item {
            NestedMeta::Meta(Meta::NameValue(pair)) => &pair.value,
            NestedMeta::NameValueInvalidExpr(pair) if !pair.value.is_empty() => &pair.value,
            item => item,
        };
        diagnostics.at(at, format!("`{}` takes {}", attr.name, attr.takes), format!("write `{}`", attr.example));
    }
    is_read
}

/// The path as the user wrote it.
fn name_of(path: &Path) -> String {
    if let Some(name) = path.get_ident() {
        return name.to_string();
    }
    let segments: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    format!("{}{}", path.leading_colon.map_or("", |_| "::"), segments.join("::"))
}

/// Reports a name that does not belong at `place`.
fn unknown(place: Place, path: &Path, name: &str, diagnostics: &mut Diagnostics) {
    if let Some((places, example)) = elsewhere(name) {
        let problem = format!("`{name}` is not an attribute of {}", place.name());
        let example = if example == name { String::new() } else { format!(", as in `{example}`") };
        return diagnostics.at(path, problem, format!("move it to {places}{example}"));
    }
    let help = if let Some(near) = nearest(place, name) {
        format!("did you mean `{near}`?")
    } else if let Some(near) = suggest::nearest(name, table::all().map(|attr| attr.name))
        && let Some((places, _)) = elsewhere(near)
    {
        format!("did you mean `{near}`, which belongs on {places}?")
    } else {
        let names = quoted(place.attributes().map(|attr| attr.name));
        format!("{} takes {}", place.name(), list(&names, "and"))
    };
    diagnostics.at(path, format!("unknown attribute `{name}`"), help);
}

/// All the places that an attribute belongs to, with an example of it.
fn elsewhere(name: &str) -> Option<(String, &'static str)> {
    let places: Vec<_> = table::all()
        .filter(|attr| attr.name == name)
        .flat_map(|attr| attr.places)
        .map(|place| place.name().to_owned())
        .collect();
    let example = table::all().find(|attr| attr.name == name)?.example;
    Some((list(&places, "or"), example))
}

/// The attribute of this place that was probably meant.
fn nearest(place: Place, name: &str) -> Option<&'static str> {
    suggest::nearest(name, place.attributes().map(|attr| attr.name))
}
