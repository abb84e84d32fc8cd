//! The keys of `#[s3(...)]`: where each may stand, in which form, and what is said when it does not.

use proc_macro2::{Span, TokenTree};
use syn::spanned::Spanned;
use syn::{Attribute, Meta, Path};

use crate::diagnostics::Diagnostics;
use crate::items::{self, Item};
use crate::suggest::{list, nearest, quoted};

/// What carries an attribute.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Enum,
    /// A struct is a container and one error.
    Struct,
    Variant,
    Field,
}

/// How a key is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `key`
    Word,
    /// `key = value`
    Value,
    /// `key(...)`
    List,
}
use Form::{List, Value, Word};

/// A key at a place where it belongs.
struct Key {
    name: &'static str,
    places: &'static [Place],
    forms: &'static [Form],
    /// How it is written, shown to whoever writes it otherwise.
    example: &'static str,
    /// Whether it may stand several times.
    repeats: bool,
}

const CONTAINER: &[Place] = &[Place::Enum, Place::Struct];
const ERROR: &[Place] = &[Place::Variant, Place::Struct];
const FIELD: &[Place] = &[Place::Field];

const fn key(name: &'static str, places: &'static [Place], forms: &'static [Form], example: &'static str) -> Key {
    Key { name, places, forms, example, repeats: false }
}

#[rustfmt::skip]
static KEYS: &[Key] = &[
    key("code", ERROR, &[Value], "code = \"NoSuchKey\""),
    key("status", ERROR, &[Value], "status = 404"),
    key("custom", ERROR, &[Word], "custom"),
    key("message", ERROR, &[Value], "message = \"The tenant {tenant} is unknown.\""),
    key("fault", ERROR, &[Value], "fault = client"),
    key("retry", ERROR, &[Value], "retry = transient"),
    Key { repeats: true, ..key("header", ERROR, &[List], "header(\"Content-Range\", \"bytes */{size}\")") },
    key("close", ERROR, &[Word], "close"),
    key("transparent", ERROR, &[Word], "transparent"),
    key("via", ERROR, &[Value], "via = path::to::classify"),
    key("other", &[Place::Variant], &[Word], "other"),

    key("display", CONTAINER, &[Word], "display"),
    key("decode", CONTAINER, &[Word], "decode"),
    key("strict", CONTAINER, &[Word], "strict"),
    key("message", &[Place::Enum], &[Value], "message = display"),
    key("crate", CONTAINER, &[Value], "crate = path::to::s3err_core"),

    key("detail", FIELD, &[Word, Value, List], "detail = \"Key\""),
    key("header", FIELD, &[Value, List], "header = \"ETag\""),
    key("retry_after", FIELD, &[Word], "retry_after"),
    key("source", FIELD, &[Word], "source"),
    key("log", FIELD, &[Word], "log"),
    key("sensitive", FIELD, &[Word], "sensitive"),
];

/// Where each key may stand, and how it is written.
#[cfg(test)]
pub(crate) fn examples() -> impl Iterator<Item = (Place, &'static str)> {
    KEYS.iter().flat_map(|key| key.places.iter().map(|place| (*place, key.example)))
}

/// The keys in the parentheses of a field's `detail(...)` and `header(...)`.
pub(crate) const SENT_KEYS: [&str; 3] = ["name", "with", "parse"];

impl Place {
    fn name(self) -> &'static str {
        match self {
            Self::Enum => "an enum",
            Self::Struct => "a struct",
            Self::Variant => "a variant",
            Self::Field => "a field",
        }
    }

    fn keys(self) -> impl Iterator<Item = &'static Key> {
        KEYS.iter().filter(move |key| key.places.contains(&self))
    }

    /// A key that is written here, as an example of how keys are.
    fn example(self) -> &'static str {
        self.keys().find(|key| key.forms.contains(&Value)).map_or("", |key| key.example)
    }
}

/// A key that is known, with what was written.
pub(crate) struct Keyed {
    pub(crate) key: &'static str,
    pub(crate) meta: Meta,
}

/// The keys of one element, each where and as it may be written.
#[derive(Default)]
pub(crate) struct Items {
    /// Those that say something of the type as a whole.
    pub(crate) container: Vec<Keyed>,
    /// Those that say something of one error, or of a field.
    pub(crate) own: Vec<Keyed>,
    /// Something could not be read, so what seems to be missing may be in it.
    pub(crate) broken: bool,
    /// A key stands here that belongs elsewhere, so what seems to be missing there may be it.
    pub(crate) misplaced: bool,
    /// The keys that were probably meant by what could not be read.
    meant: Vec<&'static str>,
}

impl Items {
    /// Where a key of one error or of a field stands.
    pub(crate) fn span_of(&self, key: &str) -> Option<Span> {
        self.own.iter().find(|item| item.key == key).map(|item| item.meta.path().span())
    }

    /// Whether this key was probably meant by what could not be read.
    pub(crate) fn means(&self, key: &str) -> bool {
        self.meant.contains(&key)
    }
}

/// Reads the `#[s3(...)]` of one element and reports every key that is unknown, misplaced, twice there or in a wrong form.
pub(crate) fn read(place: Place, attributes: &[Attribute], diagnostics: &mut Diagnostics) -> Items {
    let mut items = Items::default();
    let mut seen = Vec::new();
    for attribute in attributes {
        if !attribute.path().is_ident("s3") {
            continue;
        }
        let list = match &attribute.meta {
            Meta::List(list) => items::parse(&list.tokens).map_err(|error| {
                syn::Error::new(
                    error.span(),
                    format!("{error}: write keys as `{}`, with commas between", place.example()),
                )
            }),
            Meta::Path(_) | Meta::NameValue(_) => {
                let message = format!("write the keys in parentheses, as in `#[s3({})]`", place.example());
                Err(syn::Error::new_spanned(&attribute.meta, message))
            }
        };
        match list {
            Ok(list) => {
                for item in list {
                    admit(place, item, &mut seen, &mut items, diagnostics);
                }
            }
            Err(error) => {
                items.broken = true;
                items.meant.extend(words(&attribute.meta).iter().filter_map(|word| nearest_key(place, word)));
                diagnostics.push(error);
            }
        }
    }
    items
}

/// The words in an attribute that could not be read, but for values: any of them may be a key.
fn words(meta: &Meta) -> Vec<String> {
    let mut words = Vec::new();
    let mut is_value = false;
    for token in meta.require_list().map(|list| list.tokens.clone()).unwrap_or_default() {
        match &token {
            TokenTree::Ident(ident) if !is_value => words.push(ident.to_string()),
            _ => {}
        }
        is_value = matches!(&token, TokenTree::Punct(punct) if "=:".contains(punct.as_char()));
    }
    words
}

fn admit(place: Place, item: Item, seen: &mut Vec<&'static str>, items: &mut Items, diagnostics: &mut Diagnostics) {
    let (path, form) = match &item {
        Item::Meta(meta) => (meta.path(), Some(form(meta))),
        Item::WithoutValue(path, _) => (path, None),
        Item::Literal(literal) => {
            items.broken = true;
            return diagnostics.at(literal, &format!("a value needs its key, as in `{}`", place.example()));
        }
    };
    let name = name_of(path);
    let Some(key) = place.keys().find(|key| key.name == name) else {
        items.broken = true;
        items.misplaced |= KEYS.iter().any(|key| key.name == name);
        items.meant.extend(nearest_key(place, &name));
        return diagnostics.at(path, &unknown(place, &name));
    };
    if seen.contains(&key.name) && !key.repeats {
        return diagnostics.at(&item, &format!("`{name}` is given twice, keep one"));
    }
    seen.push(key.name);
    let takes_form = form.is_some_and(|form| key.forms.contains(&form));
    match item {
        Item::Meta(meta) if takes_form => {
            let of_container = key.places == CONTAINER || key.places == [Place::Enum];
            let keys = if of_container { &mut items.container } else { &mut items.own };
            keys.push(Keyed { key: key.name, meta });
        }
        item => {
            items.broken = true;
            items.meant.push(key.name);
            let takes = match key.forms {
                [Word] => "no value",
                [List] => "two texts in parentheses",
                _ => "a value",
            };
            diagnostics.at(&item, &format!("`{name}` takes {takes}, write `{}`", key.example));
        }
    }
}

/// A key as it was written.
pub(crate) fn name_of(path: &Path) -> String {
    let mut name = String::new();
    let mut separator = if path.leading_colon.is_some() { "::" } else { "" };
    for segment in &path.segments {
        name.push_str(separator);
        name.push_str(&segment.ident.to_string());
        separator = "::";
    }
    name
}

fn form(meta: &Meta) -> Form {
    match meta {
        Meta::Path(_) => Word,
        Meta::NameValue(_) => Value,
        Meta::List(_) => List,
    }
}

/// What to say of a key that does not belong at `place`.
fn unknown(place: Place, name: &str) -> String {
    if place == Place::Field && SENT_KEYS.contains(&name) {
        return format!(
            "`{name}` belongs inside `detail(...)` or `header(...)`, as in `detail(name = \"Key\", with = path)`"
        );
    }
    if let Some(key) = KEYS.iter().find(|key| key.name == name) {
        let example = if key.example == name { String::new() } else { format!(", as in `{}`", key.example) };
        return format!("`{name}` belongs on {}{example}", list(&places_of(name), "or"));
    }
    if let Some(near) = nearest_key(place, name) {
        return format!("unknown key `{name}`, did you mean `{near}`?");
    }
    if let Some(near) = nearest(name, KEYS.iter().map(|key| key.name)) {
        return format!("unknown key `{name}`, and {}", unknown(place, near));
    }
    let keys = quoted(place.keys().map(|key| key.name));
    format!("unknown key `{name}`, {} takes {}", place.name(), list(&keys, "and"))
}

/// All the places that a key belongs on.
fn places_of(name: &str) -> Vec<String> {
    let mut places = Vec::new();
    for key in KEYS {
        if key.name == name {
            for place in key.places {
                places.push(place.name().to_owned());
            }
        }
    }
    places
}

/// The key of this place that was probably meant.
fn nearest_key(place: Place, name: &str) -> Option<&'static str> {
    nearest(name, place.keys().map(|key| key.name))
}
