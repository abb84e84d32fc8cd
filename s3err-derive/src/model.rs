//! The model of a legal type: its errors, decided to the last default. The code is generated from this alone.
#![allow(clippy::large_enum_variant)] // there are few of these values, and each lives for one expansion

use proc_macro2::Span;
use syn::{ExprPath, Generics, Ident, Member, Path, Type};

use crate::catalogue::{Fault, Retry};

/// A type whose errors are declared.
pub(crate) struct Model {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// It is an enum, and not a struct, which is one error.
    pub(crate) is_enum: bool,
    pub(crate) options: Options,
    /// The variants of an enum; of a struct, the one error that it is.
    pub(crate) variants: Vec<Variant>,
}

/// The options of a type as a whole.
pub(crate) struct Options {
    /// The path to `s3err_core`.
    pub(crate) krate: Path,
    /// Implement `Display` and `Error` as well.
    pub(crate) display: bool,
    /// Implement the conversion from `ErrorDocument` as well.
    pub(crate) decode: bool,
}

/// A variant of an enum, or a struct.
pub(crate) struct Variant {
    pub(crate) ident: Ident,
    /// Its doc comment.
    pub(crate) docs: String,
    /// All its fields.
    pub(crate) fields: Vec<Field>,
    /// It is written without braces or parentheses.
    pub(crate) is_unit: bool,
    /// The field that is its source error.
    pub(crate) source: Option<Field>,
    /// The one field that the type is converted from.
    pub(crate) from: Option<Conversion>,
    pub(crate) kind: Kind,
}

/// The source of everything that is asked of a variant.
pub(crate) enum Kind {
    /// A variant with declarations of its own.
    Declared(Box<Declared>),
    /// The field, which is an S3 error itself.
    Transparent(Field),
    /// The S3 error that the function returns for the field.
    Via(Field, ExprPath),
    /// The document in the field, whose code no variant names.
    Other(Field),
}

/// An error as it is declared.
pub(crate) struct Declared {
    /// Its row in the type's table: how many declared errors come before it.
    pub(crate) row: usize,
    pub(crate) code: String,
    pub(crate) status: u16,
    pub(crate) fault: Fault,
    pub(crate) retry: Retry,
    pub(crate) message: Message,
    /// In wire order.
    pub(crate) details: Vec<Detail>,
    pub(crate) headers: Vec<Header>,
    pub(crate) log: Vec<LogField>,
    pub(crate) wait: Option<Wait>,
    pub(crate) close: bool,
}

/// The public message.
pub(crate) enum Message {
    /// The same for every value.
    Plain(String),
    /// With fields in it.
    Formatted(Template),
    /// The value's `Display`, asked for at this place.
    Display(Span),
}

/// A string with fields in it.
pub(crate) struct Template {
    /// The string as the user wrote it, and where.
    pub(crate) text: String,
    pub(crate) span: Span,
    /// The string for `format_args!`, its placeholders numbered by `arguments`.
    pub(crate) format: String,
    pub(crate) arguments: Vec<Argument>,
}

/// A field that a template formats.
pub(crate) struct Argument {
    pub(crate) field: Field,
    /// The traits of `core::fmt` that its placeholders show it by; none for a width or a precision, which is a count.
    pub(crate) shown_by: Vec<&'static str>,
}

/// A field and how to get at it.
#[derive(Clone)]
pub(crate) struct Field {
    pub(crate) index: usize,
    pub(crate) member: Member,
    pub(crate) ty: Type,
}

/// The value of a field on its way out.
pub(crate) struct FieldValue {
    pub(crate) field: Field,
    /// The type inside, when the field is an `Option`.
    pub(crate) inner: Option<Type>,
    /// The function that shows it, when that is not `Display`.
    pub(crate) with: Option<ExprPath>,
}

/// The value of a detail or a header.
pub(crate) enum Value {
    /// The same for every value of the variant.
    Plain(String),
    /// A string with fields in it.
    Formatted(Template),
    /// A field.
    Field(FieldValue),
}

/// A detail element.
pub(crate) struct Detail {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) value: Value,
    /// The function that reads a field's value back, when that is not `FromStr`.
    pub(crate) parse: Option<ExprPath>,
    pub(crate) sensitive: bool,
}

/// A response header.
pub(crate) struct Header {
    /// In lower case.
    pub(crate) name: String,
    /// As the user wrote it.
    pub(crate) spelling: String,
    pub(crate) span: Span,
    pub(crate) value: Value,
    /// The function that reads a field's value back, when that is not `FromStr`.
    pub(crate) parse: Option<ExprPath>,
    pub(crate) sensitive: bool,
}

/// A field for the log alone.
pub(crate) struct LogField {
    pub(crate) name: String,
    pub(crate) value: FieldValue,
}

/// The time that the client should wait.
pub(crate) enum Wait {
    /// As many seconds.
    Seconds(u64),
    /// As long as this field says, a `Duration` or an `Option` of one.
    Field(Field),
}

/// The field that the type is converted from, and the attribute that asks for it.
pub(crate) struct Conversion {
    pub(crate) field: Field,
    pub(crate) span: Span,
}

impl FieldValue {
    /// The type that is shown.
    pub(crate) fn ty(&self) -> &Type {
        self.inner.as_ref().unwrap_or(&self.field.ty)
    }
}

impl Value {
    /// The field that it is, if it is one.
    pub(crate) fn field(&self) -> Option<&FieldValue> {
        match self {
            Self::Field(value) => Some(value),
            Self::Plain(_) | Self::Formatted(_) => None,
        }
    }

    /// Returns whether a value of the variant may be without it.
    pub(crate) fn is_optional(&self) -> bool {
        self.field().is_some_and(|value| value.inner.is_some())
    }

    fn template(&self) -> Option<&Template> {
        match self {
            Self::Formatted(template) => Some(template),
            Self::Plain(_) | Self::Field(_) => None,
        }
    }
}

impl Variant {
    /// The source error, unless everything is asked of another error, which has its own.
    pub(crate) fn own_source(&self) -> Option<&Field> {
        self.source.as_ref().filter(|_| matches!(self.kind, Kind::Declared(_) | Kind::Via(..)))
    }

    /// The declarations, if there are any.
    pub(crate) fn declared(&self) -> Option<&Declared> {
        match &self.kind {
            Kind::Declared(declared) => Some(declared),
            Kind::Transparent(_) | Kind::Via(..) | Kind::Other(_) => None,
        }
    }
}

impl Declared {
    /// The detail of this name.
    pub(crate) fn detail(&self, name: &str) -> Option<&Detail> {
        self.details.iter().find(|detail| detail.name == name)
    }

    /// The details and headers that are fields, each with what reads it back.
    pub(crate) fn exposed_fields(&self) -> impl Iterator<Item = (&FieldValue, Option<&ExprPath>)> {
        let details = self.details.iter().map(|detail| (&detail.value, detail.parse.as_ref()));
        let headers = self.headers.iter().map(|header| (&header.value, header.parse.as_ref()));
        details.chain(headers).filter_map(|(value, parse)| Some((value.field()?, parse)))
    }

    /// The strings with fields in them.
    pub(crate) fn templates(&self) -> impl Iterator<Item = &Template> {
        templates(Some(&self.message), &self.details, &self.headers)
    }
}

/// The strings with fields in them among these parts of an error.
pub(crate) fn templates<'m>(
    message: Option<&'m Message>,
    details: &'m [Detail],
    headers: &'m [Header],
) -> impl Iterator<Item = &'m Template> {
    let message = message.and_then(|message| match message {
        Message::Formatted(template) => Some(template),
        Message::Plain(_) | Message::Display(_) => None,
    });
    let values = details.iter().map(|detail| &detail.value).chain(headers.iter().map(|header| &header.value));
    message.into_iter().chain(values.filter_map(Value::template))
}
