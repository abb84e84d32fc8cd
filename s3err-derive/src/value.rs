//! The values of keys, each read in one place and refused in words that say what to write.

use darling::ast::NestedMeta;
use darling::{Error, FromMeta, Result};
use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, Lit, LitInt, LitStr, Meta, Path};

use crate::catalogue::{Fault, Retry};
use crate::keys::list;
use crate::nearest;

/// A word that stands alone, and where.
#[derive(Clone, Copy)]
pub(crate) struct Flag(pub(crate) Span);

/// A text.
pub(crate) struct Text(pub(crate) LitStr);

/// A status, not yet known to be one.
pub(crate) struct Status(pub(crate) LitInt);

/// `message = "..."` or `message = display`.
pub(crate) enum Message {
    Template(LitStr),
    Display(Span),
}

/// One of a few words.
pub(crate) struct Choice<T>(pub(crate) T);

/// A path to a function or a crate.
pub(crate) struct PathTo(pub(crate) Path);

/// `header("Name", "template")` of an error.
pub(crate) struct HeaderTemplate {
    pub(crate) name: LitStr,
    pub(crate) template: LitStr,
}

/// `detail...` or `header...` of a field.
pub(crate) struct Sent {
    pub(crate) span: Span,
    pub(crate) name: Option<LitStr>,
    pub(crate) with: Option<Path>,
    pub(crate) parse: Option<Path>,
}

fn refuse<T>(tokens: impl ToTokens, message: impl std::fmt::Display) -> Result<T> {
    Err(Error::from(syn::Error::new_spanned(tokens, message)))
}

/// The expression of `key = expression`. The table of keys has refused the other forms.
fn expression(meta: &Meta) -> Result<&Expr> {
    match meta {
        Meta::NameValue(pair) => Ok(&pair.value),
        Meta::Path(_) | Meta::List(_) => refuse(meta, "write a value behind a `=`"),
    }
}

fn literal(expression: &Expr) -> Option<&Lit> {
    match expression {
        Expr::Lit(ExprLit { lit, .. }) => Some(lit),
        Expr::Group(group) => literal(&group.expr),
        _ => None,
    }
}

/// The path that an expression is; a fragment of a macro's comes in an invisible group.
fn path(expression: &Expr) -> Option<&Path> {
    match expression {
        Expr::Path(path) if path.qself.is_none() => Some(&path.path),
        Expr::Group(group) => path(&group.expr),
        _ => None,
    }
}

impl FromMeta for Flag {
    fn from_meta(meta: &Meta) -> Result<Self> {
        Ok(Self(meta.span()))
    }
}

impl FromMeta for Text {
    fn from_meta(meta: &Meta) -> Result<Self> {
        let value = expression(meta)?;
        match literal(value) {
            Some(Lit::Str(text)) => Ok(Self(text.clone())),
            _ => refuse(value, "write a string literal, such as `\"NoSuchKey\"`"),
        }
    }
}

impl FromMeta for Status {
    fn from_meta(meta: &Meta) -> Result<Self> {
        let value = expression(meta)?;
        match literal(value) {
            Some(Lit::Int(number)) => Ok(Self(number.clone())),
            _ => refuse(value, "write the status as an integer from 300 to 599, such as `404`"),
        }
    }
}

impl FromMeta for Message {
    fn from_meta(meta: &Meta) -> Result<Self> {
        let value = expression(meta)?;
        match literal(value) {
            Some(Lit::Str(template)) => return Ok(Self::Template(template.clone())),
            None if path(value).is_some_and(|path| path.is_ident("display")) => return Ok(Self::Display(value.span())),
            _ => {}
        }
        refuse(value, "write a string literal, or `display` for the value's own `Display`")
    }
}

impl<T: Word> FromMeta for Choice<T> {
    fn from_meta(meta: &Meta) -> Result<Self> {
        let value = expression(meta)?;
        let written = path(value).and_then(Path::get_ident).map(ToString::to_string);
        let word = written.as_deref().and_then(|written| T::WORDS.iter().find(|(word, _)| *word == written));
        match word {
            Some((_, choice)) => Ok(Self(*choice)),
            None => refuse(value, T::help()),
        }
    }
}

/// What a [`Choice`] is made among.
pub(crate) trait Word: Copy + 'static {
    const WORDS: &'static [(&'static str, Self)];

    fn help() -> String {
        let words: Vec<_> = Self::WORDS.iter().map(|(word, _)| format!("`{word}`")).collect();
        format!("write {}", list(&words, "or"))
    }
}

impl Word for Fault {
    const WORDS: &'static [(&'static str, Self)] = &[("client", Self::Client), ("server", Self::Server)];
}

impl Word for Retry {
    const WORDS: &'static [(&'static str, Self)] =
        &[("never", Self::Never), ("transient", Self::Transient), ("throttling", Self::Throttling)];
}

impl FromMeta for PathTo {
    fn from_meta(meta: &Meta) -> Result<Self> {
        let value = expression(meta)?;
        path(value).map_or_else(
            || refuse(value, "write a path without quotes, such as `module::function`"),
            |path| Ok(Self(path.clone())),
        )
    }
}

impl FromMeta for HeaderTemplate {
    fn from_meta(meta: &Meta) -> Result<Self> {
        let Meta::List(written) = meta else { return refuse(meta, "write `header(\"Name\", \"value\")`") };
        match NestedMeta::parse_meta_list(written.tokens.clone())?.as_slice() {
            [NestedMeta::Lit(Lit::Str(name)), NestedMeta::Lit(Lit::Str(template))] => {
                Ok(Self { name: name.clone(), template: template.clone() })
            }
            _ => refuse(meta, "write two string literals, as in `header(\"Content-Range\", \"bytes */{size}\")`"),
        }
    }
}

impl FromMeta for Sent {
    fn from_meta(meta: &Meta) -> Result<Self> {
        let mut sent = Self { span: meta.path().span(), name: None, with: None, parse: None };
        match meta {
            Meta::Path(_) => {}
            Meta::NameValue(_) => sent.name = Some(Text::from_meta(meta)?.0),
            Meta::List(written) => {
                for item in NestedMeta::parse_meta_list(written.tokens.clone())? {
                    sent.read(&item)?;
                }
            }
        }
        Ok(sent)
    }
}

impl Sent {
    /// Reads one of the keys in the parentheses of `detail(...)` or `header(...)`.
    fn read(&mut self, item: &NestedMeta) -> Result<()> {
        const KEYS: [&str; 3] = ["name", "with", "parse"];
        let NestedMeta::Meta(meta) = item else {
            return refuse(item, "a value needs its key, as in `name = \"ETag\"`");
        };
        let key = meta.path().get_ident().map(ToString::to_string).unwrap_or_default();
        if !KEYS.contains(&key.as_str()) {
            let near = nearest::of(&key, KEYS)
                .map_or_else(|| "write `name`, `with` or `parse`".to_owned(), |near| format!("did you mean `{near}`?"));
            return refuse(meta.path(), format!("unknown key `{key}`, {near}"));
        }
        let twice = match key.as_str() {
            "name" => self.name.replace(Text::from_meta(meta)?.0).is_some(),
            "with" => self.with.replace(PathTo::from_meta(meta)?.0).is_some(),
            _ => self.parse.replace(PathTo::from_meta(meta)?.0).is_some(),
        };
        if twice { refuse(meta, format!("`{key}` is given twice, keep one")) } else { Ok(()) }
    }
}
