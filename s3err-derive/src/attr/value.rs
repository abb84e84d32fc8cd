//! The values that darling does not have.

use darling::ast::NestedMeta;
use darling::{Error, FromMeta, Result};
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, ExprPath, Lit, LitStr, Path};

use crate::catalogue::Word;

/// An attribute without a value, and where it is. Unlike darling's, it does not panic on `close()`.
#[derive(Clone, Copy)]
pub(crate) struct Flag(pub(crate) Span);

/// The status of an error, 300 to 599, and where.
#[derive(Clone, Copy)]
pub(crate) struct Status {
    pub(crate) value: u16,
    pub(crate) span: Span,
}

/// Whole seconds.
#[derive(Clone, Copy)]
pub(crate) struct Seconds(pub(crate) u64);

/// `message = "..."` or `message = display`.
pub(crate) enum Message {
    Template(LitStr),
    Display(Span),
}

/// `message = display`, and where `display` is.
#[derive(Clone, Copy)]
pub(crate) struct Display(pub(crate) Span);

/// One of a few words.
#[derive(Clone, Copy)]
pub(crate) struct Choice<T>(pub(crate) T);

/// A path to a function. Unlike darling's, it is not taken from a string, of which rustc would complain in words of its
/// own.
pub(crate) struct Function(pub(crate) ExprPath);

/// A path to a crate, likewise.
pub(crate) struct Crate(pub(crate) Path);

/// `header("Name", "template")` or `detail("Name", "template")` of an error.
pub(crate) struct NamedTemplate {
    pub(crate) name: LitStr,
    pub(crate) template: LitStr,
}

/// `detail ...` or `header ...` of a field, which leaves the server as that: a word, a name, or a list.
#[derive(Default, FromMeta)]
#[darling(from_word = || Ok(Self::default()), from_expr = Self::from_name)]
pub(crate) struct Exposed {
    /// Default for a detail: S3's spelling of the field's name, or `PascalCase`.
    pub(crate) name: Option<LitStr>,
    /// The function that shows the value. Default: `Display`.
    pub(crate) with: Option<Function>,
    /// The function that reads the value back. Default: `FromStr`.
    pub(crate) parse: Option<Function>,
}

/// `log` or `log(with = path)` of a field.
#[derive(Default, FromMeta)]
#[darling(from_word = || Ok(Self::default()))]
pub(crate) struct Log {
    /// The function that shows the value. Default: `Display`.
    pub(crate) with: Option<Function>,
}

impl Exposed {
    fn from_name(name: &Expr) -> Result<Self> {
        Ok(Self { name: Some(LitStr::from_expr(name)?), ..Self::default() })
    }
}

impl FromMeta for Flag {
    fn from_meta(item: &syn::Meta) -> Result<Self> {
        item.require_path_only().map(|path| Self(path.span())).map_err(Error::from)
    }
}

impl FromMeta for Status {
    fn from_value(value: &Lit) -> Result<Self> {
        match integer(value) {
            Some(status @ 300..600) => Ok(Self { value: status, span: value.span() }),
            _ => Err(Error::unexpected_lit_type(value)),
        }
    }
}

impl FromMeta for Seconds {
    fn from_value(value: &Lit) -> Result<Self> {
        integer(value).map(Self).ok_or_else(|| Error::unexpected_lit_type(value))
    }
}

/// The value of an integer without a suffix.
fn integer<N: std::str::FromStr<Err: std::fmt::Display>>(literal: &Lit) -> Option<N> {
    match literal {
        Lit::Int(number) if number.suffix().is_empty() => number.base10_parse().ok(),
        _ => None,
    }
}

impl FromMeta for Message {
    fn from_expr(value: &Expr) -> Result<Self> {
        LitStr::from_expr(value)
            .map(Self::Template)
            .or_else(|_| Display::from_expr(value).map(|display| Self::Display(display.0)))
    }
}

impl FromMeta for Display {
    fn from_expr(value: &Expr) -> Result<Self> {
        match path(value) {
            Some(word) if word.path.is_ident("display") => Ok(Self(word.span())),
            _ => Err(Error::unexpected_expr_type(value)),
        }
    }
}

impl<T: Word> FromMeta for Choice<T> {
    fn from_expr(value: &Expr) -> Result<Self> {
        let word = path(value).and_then(|path| path.path.get_ident());
        let choice = word.and_then(|word| T::from_word(&word.to_string()));
        choice.map(Self).ok_or_else(|| Error::unexpected_expr_type(value))
    }
}

impl FromMeta for Function {
    fn from_expr(value: &Expr) -> Result<Self> {
        path(value).cloned().map(Self).ok_or_else(|| Error::unexpected_expr_type(value))
    }
}

impl FromMeta for Crate {
    fn from_expr(value: &Expr) -> Result<Self> {
        let is_a_type = |path: &Path| path.segments.first().is_some_and(|first| first.ident == "Self");
        let path = path(value).filter(|path| path.qself.is_none() && !is_a_type(&path.path));
        path.map(|path| Self(path.path.clone())).ok_or_else(|| Error::unexpected_expr_type(value))
    }
}

impl FromMeta for NamedTemplate {
    fn from_list(items: &[NestedMeta]) -> Result<Self> {
        match items {
            [NestedMeta::Lit(Lit::Str(name)), NestedMeta::Lit(Lit::Str(template))] => {
                Ok(Self { name: name.clone(), template: template.clone() })
            }
            _ => Err(Error::unsupported_format("list")),
        }
    }
}

/// The path that an expression is; a fragment of a macro comes in an invisible group.
fn path(expression: &Expr) -> Option<&ExprPath> {
    match expression {
        Expr::Path(path) => Some(path),
        Expr::Group(group) => path(&group.expr),
        _ => None,
    }
}
