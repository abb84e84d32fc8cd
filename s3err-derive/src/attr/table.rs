//! The attributes of `#[s3(...)]`: one row each, with where it belongs and what it takes.

use darling::FromMeta;
use darling::ast::NestedMeta;
use syn::LitStr;

use super::value::{Choice, Crate, Display, Exposed, Flag, Function, Log, Message, NamedTemplate, Seconds, Status};
use crate::catalogue::{Fault, Retry};

/// The attributes of an error that take everything from its field.
pub(crate) const DELEGATING: [&str; 3] = ["transparent", "via", "other"];

/// An element that carries attributes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Enum,
    /// A struct is a type and one error.
    Struct,
    Variant,
    Field,
    /// The parentheses of a field's `detail(...)` and `header(...)`.
    Exposed,
    /// The parentheses of a field's `log(...)`.
    Log,
}

/// An attribute at the places where it belongs.
#[derive(Clone, Copy)]
pub(crate) struct Attr {
    pub(crate) name: &'static str,
    pub(crate) places: &'static [Place],
    /// The end of "`status` takes ...".
    pub(crate) takes: &'static str,
    /// An example of it.
    pub(crate) example: &'static str,
    /// It may be there several times.
    pub(crate) repeats: bool,
    /// The type that darling reads it into, tried on this.
    pub(crate) can_read: fn(&NestedMeta) -> bool,
}

const TYPE: &[Place] = &[Place::Enum, Place::Struct];
const ERROR: &[Place] = &[Place::Variant, Place::Struct];
const FIELD: &[Place] = &[Place::Field];

#[rustfmt::skip]
static TABLE: &[Attr] = &[
    value::<Crate>("crate", TYPE, "the path of a crate", "crate = path::to::s3err_core"),
    flag("display", TYPE),
    value::<Display>("message", &[Place::Enum], "`display` on an enum, and a string on a variant", "message = display"),
    flag("decode", TYPE),
    flag("strict", TYPE),
    value::<LitStr>("default", &[Place::Enum], "a string literal", "default = \"InternalError\""),

    value::<LitStr>("code", ERROR, "a string literal", "code = \"NoSuchKey\""),
    value::<Status>("status", ERROR, "an integer from 300 to 599", "status = 404"),
    flag("custom", ERROR),
    value::<Message>("message", ERROR, "a string literal or `display`", "message = \"No tenant {tenant}.\""),
    value::<Choice<Fault>>("fault", ERROR, "`client` or `server`", "fault = client"),
    value::<Choice<Retry>>("retry", ERROR, "`never`, `transient` or `throttling`", "retry = transient"),
    repeated(value::<NamedTemplate>("header", ERROR, "two string literals", "header(\"Content-Range\", \"bytes */{size}\")")),
    repeated(value::<NamedTemplate>("detail", ERROR, "two string literals", "detail(\"ArgumentName\", \"max-keys\")")),
    value::<Seconds>("retry_after", ERROR, "whole seconds", "retry_after = 5"),
    flag("close", ERROR),
    flag("transparent", ERROR),
    value::<Function>("via", ERROR, "the path of a function", "via = path::to::classify"),
    flag("other", &[Place::Variant]),

    value::<Exposed>("detail", FIELD, "nothing, a name or a list", "detail = \"Key\""),
    Attr { can_read: names_a_header, ..value::<Exposed>("header", FIELD, "the name of the header", "header = \"ETag\"") },
    flag("retry_after", FIELD),
    flag("source", FIELD),
    flag("from", FIELD),
    value::<Log>("log", FIELD, "nothing or `with`", "log(with = path::to::show)"),
    flag("sensitive", FIELD),

    value::<LitStr>("name", &[Place::Exposed], "a string literal", "name = \"Key\""),
    value::<Function>("with", &[Place::Exposed, Place::Log], "the path of a function", "with = path::to::show"),
    value::<Function>("parse", &[Place::Exposed], "the path of a function", "parse = path::to::parse"),
];

const fn value<T: FromMeta>(
    name: &'static str,
    places: &'static [Place],
    takes: &'static str,
    example: &'static str,
) -> Attr {
    Attr { name, places, takes, example, repeats: false, can_read: |item| T::from_nested_meta(item).is_ok() }
}

const fn flag(name: &'static str, places: &'static [Place]) -> Attr {
    value::<Flag>(name, places, "no value", name)
}

const fn repeated(attr: Attr) -> Attr {
    Attr { repeats: true, ..attr }
}

/// A header has no name that a field could give it.
fn names_a_header(item: &NestedMeta) -> bool {
    Exposed::from_nested_meta(item).is_ok_and(|header| header.name.is_some())
}

/// All rows.
pub(crate) fn all() -> impl Iterator<Item = &'static Attr> {
    TABLE.iter()
}

impl Place {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Enum => "an enum",
            Self::Struct => "a struct",
            Self::Variant => "a variant",
            Self::Field => "a field",
            Self::Exposed => "`detail(...)`",
            Self::Log => "`log(...)`",
        }
    }

    /// The attributes that belong here.
    pub(crate) fn attributes(self) -> impl Iterator<Item = &'static Attr> {
        all().filter(move |attr| attr.places.contains(&self))
    }

    /// One that is written here with a value, as an example of how all are.
    pub(crate) fn example(self) -> &'static str {
        self.attributes().map(|attr| attr.example).find(|example| example.contains('=')).unwrap_or_default()
    }
}

impl Attr {
    /// The place whose attributes its parentheses hold, if they hold any.
    pub(crate) fn parentheses(&self) -> Option<Place> {
        match self.name {
            "detail" | "header" if self.places == FIELD => Some(Place::Exposed),
            "log" => Some(Place::Log),
            _ => None,
        }
    }
}
