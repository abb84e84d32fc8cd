//! The values of keys, each read in one place and refused in words that say what to write.

use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Error, Expr, ExprLit, ExprPath, Lit, LitInt, Meta, MetaList, Path, Result};

use crate::catalogue::Word;
use crate::items::{self, Item};
use crate::keys::{SENT_KEYS, name_of};
use crate::suggest::{list, nearest, quoted};

/// The value of a key. The table of keys has let through the forms that it may have.
pub(crate) trait Value: Sized {
    fn read(meta: &Meta) -> Result<Self>;
}

/// A word that stands alone, and where.
#[derive(Clone, Copy)]
pub(crate) struct Flag(pub(crate) Span);

/// A text, and where it was written.
#[derive(Clone)]
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) span: Span,
}

/// A status, not yet known to be one.
pub(crate) struct Status(pub(crate) LitInt);

/// `message = "..."` or `message = display`.
pub(crate) enum Message {
    Template(Text),
    Display(Span),
}

/// One of a few words.
pub(crate) struct Choice<T>(pub(crate) T);

/// A path to a function.
pub(crate) struct Function(pub(crate) ExprPath);

/// A path to a crate.
pub(crate) struct Crate(pub(crate) Path);

/// `header("Name", "template")` of an error.
pub(crate) struct HeaderTemplate {
    pub(crate) name: Text,
    pub(crate) template: Text,
}

/// `detail...` or `header...` of a field.
pub(crate) struct Sent {
    pub(crate) span: Span,
    pub(crate) name: Option<Text>,
    pub(crate) with: Option<ExprPath>,
    pub(crate) parse: Option<ExprPath>,
}

fn refuse<T>(tokens: &dyn ToTokens, message: &str) -> Result<T> {
    Err(Error::new_spanned(tokens, message))
}

/// The expression of `key = expression`.
fn expression(meta: &Meta) -> Result<&Expr> {
    match meta {
        Meta::NameValue(pair) => Ok(&pair.value),
        Meta::Path(_) | Meta::List(_) => {
            let key = name_of(meta.path());
            let example = if key == "name" { "\"Key\"" } else { "module::function" };
            refuse(meta, &format!("`{key}` takes a value, write `{key} = {example}`"))
        }
    }
}

/// The literal that an expression is; a fragment of a macro's comes in an invisible group.
fn literal(expression: &Expr) -> Option<&Lit> {
    match expression {
        Expr::Lit(ExprLit { lit, .. }) => Some(lit),
        Expr::Group(group) => literal(&group.expr),
        _ => None,
    }
}

/// A literal that was left as it was written, read.
fn interpreted(literal: &Lit) -> Lit {
    if let Lit::Verbatim(written) = literal { Lit::new(written.clone()) } else { literal.clone() }
}

impl Text {
    /// The text that a literal is.
    fn of(literal: &Lit) -> Option<Self> {
        if let Lit::Verbatim(written) = literal {
            let text = written.to_string();
            // Most texts stand for themselves, and reading one letter by letter is what an attribute costs.
            let inside = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
            if let Some(value) = inside.filter(|inside| !inside.contains('\\')) {
                return Some(Self { value: value.to_owned(), span: written.span() });
            }
        }
        match interpreted(literal) {
            Lit::Str(text) => Some(Self { value: text.value(), span: text.span() }),
            _ => None,
        }
    }
}

/// The path that an expression is; a fragment of a macro's comes in an invisible group.
fn path(expression: &Expr) -> Option<&ExprPath> {
    match expression {
        Expr::Path(path) => Some(path),
        Expr::Group(group) => path(&group.expr),
        _ => None,
    }
}

/// The word that an expression is.
fn word(expression: &Expr) -> Option<String> {
    path(expression)?.path.get_ident().map(ToString::to_string)
}

impl Value for Flag {
    fn read(meta: &Meta) -> Result<Self> {
        Ok(Self(meta.span()))
    }
}

impl Value for Text {
    fn read(meta: &Meta) -> Result<Self> {
        let value = expression(meta)?;
        if let Some(text) = literal(value).and_then(Self::of) {
            return Ok(text);
        }
        let usual = match name_of(meta.path()).as_str() {
            "code" => "NoSuchKey",
            "header" => "ETag",
            _ => "Key",
        };
        let example = word(value).unwrap_or_else(|| usual.to_owned());
        refuse(value, &format!("write a string literal, such as `\"{example}\"`"))
    }
}

impl Value for Status {
    fn read(meta: &Meta) -> Result<Self> {
        let value = expression(meta)?;
        match literal(value).map(interpreted) {
            Some(Lit::Int(number)) => Ok(Self(number)),
            _ => refuse(value, "write the status as an integer from 300 to 599, such as `404`"),
        }
    }
}

impl Value for Message {
    fn read(meta: &Meta) -> Result<Self> {
        let value = expression(meta)?;
        if let Some(template) = literal(value).and_then(Text::of) {
            return Ok(Self::Template(template));
        }
        if path(value).is_some_and(|path| path.path.is_ident("display")) {
            return Ok(Self::Display(value.span()));
        }
        refuse(value, "write a string literal, or `display` for the value's own `Display`")
    }
}

impl<T: Word> Value for Choice<T> {
    fn read(meta: &Meta) -> Result<Self> {
        let value = expression(meta)?;
        match word(value).and_then(|word| T::of_word(&word)) {
            Some(choice) => Ok(Self(choice)),
            None => refuse(value, &no_choice(value, T::WORDS)),
        }
    }
}

/// What to say of a value that is none of these words.
fn no_choice(value: &Expr, words: &[&str]) -> String {
    let quotes = if literal(value).and_then(Text::of).is_some() { ", without quotes" } else { "" };
    let near = word(value).and_then(|word| nearest(&word, words.iter().copied()));
    let near = near.map_or_else(String::new, |near| format!(", did you mean `{near}`?"));
    format!("write {}{quotes}{near}", list(&quoted(words.iter().copied()), "or"))
}

impl Value for Function {
    fn read(meta: &Meta) -> Result<Self> {
        let value = expression(meta)?;
        match path(value) {
            Some(path) => Ok(Self(path.clone())),
            None => {
                refuse(value, &format!("write the path of a function{}, such as `module::function`", unquoted(value)))
            }
        }
    }
}

impl Value for Crate {
    fn read(meta: &Meta) -> Result<Self> {
        let value = expression(meta)?;
        match path(value).filter(|path| path.qself.is_none()) {
            Some(path) => Ok(Self(path.path.clone())),
            None => refuse(value, &format!("write a path{}, such as `path::to::s3err_core`", unquoted(value))),
        }
    }
}

/// What to say of quotes that do not belong.
fn unquoted(value: &Expr) -> &'static str {
    if literal(value).is_some() { " without quotes" } else { "" }
}

/// The items in the parentheses of a key; where they are none, what to write is said by `example`.
fn items(list: &MetaList, example: &str) -> Result<Vec<Item>> {
    items::parse(&list.tokens).map_err(|error| Error::new(error.span(), format!("{error}: {example}")))
}

impl Value for HeaderTemplate {
    fn read(meta: &Meta) -> Result<Self> {
        const EXAMPLE: &str = "write two string literals, as in `header(\"Content-Range\", \"bytes */{size}\")`";
        let Meta::List(written) = meta else { return refuse(meta, EXAMPLE) };
        match items(written, EXAMPLE)?.as_slice() {
            [Item::Literal(name), Item::Literal(template)] => match (Text::of(name), Text::of(template)) {
                (Some(name), Some(template)) => Ok(Self { name, template }),
                _ => refuse(meta, EXAMPLE),
            },
            _ => refuse(meta, EXAMPLE),
        }
    }
}

impl Value for Sent {
    fn read(meta: &Meta) -> Result<Self> {
        let mut sent = Self { span: meta.path().span(), name: None, with: None, parse: None };
        let mut mistakes: Option<Error> = None;
        match meta {
            Meta::Path(_) => {}
            Meta::NameValue(_) => sent.name = Some(Text::read(meta)?),
            Meta::List(written) => {
                let around = name_of(meta.path());
                let name = if around == "header" { "ETag" } else { "Key" };
                let example = format!("write keys as `{around}(name = \"{name}\", with = path)`, with commas between");
                for item in items(written, &example)? {
                    match (sent.take(&around, &item), &mut mistakes) {
                        (Ok(()), _) => {}
                        (Err(mistake), None) => mistakes = Some(mistake),
                        // Texts as a variant's `header` has them are one mistake.
                        (Err(_), Some(_)) if matches!(item, Item::Literal(_)) => {}
                        (Err(mistake), Some(mistakes)) => mistakes.combine(mistake),
                    }
                }
            }
        }
        mistakes.map_or(Ok(sent), Err)
    }
}

impl Sent {
    /// Takes one of the keys in the parentheses of `detail(...)` or `header(...)`.
    fn take(&mut self, around: &str, item: &Item) -> Result<()> {
        let meta = match item {
            Item::Meta(meta) => meta,
            Item::WithoutValue(path, _) => return expression(&Meta::Path(path.clone())).map(|_| ()),
            Item::Literal(_) => {
                let example = if around == "header" { "ETag" } else { "Key" };
                return refuse(item, &format!("a value needs its key, as in `{around}(name = \"{example}\")`"));
            }
        };
        let key = name_of(meta.path());
        if !SENT_KEYS.contains(&key.as_str()) {
            let near = match nearest(&key, SENT_KEYS) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "write `name`, `with` or `parse`".to_owned(),
            };
            return refuse(meta.path(), &format!("unknown key `{key}`, {near}"));
        }
        let twice = match key.as_str() {
            "name" => self.name.replace(Text::read(meta)?).is_some(),
            "with" => self.with.replace(Function::read(meta)?.0).is_some(),
            _ => self.parse.replace(Function::read(meta)?.0).is_some(),
        };
        if twice { refuse(meta, &format!("`{key}` is given twice, keep one")) } else { Ok(()) }
    }
}
