//! What is legal: a type's errors, decided to the last default. The code is written from this alone.

use proc_macro2::Span;
use syn::{DeriveInput, ExprPath, Ident, Member, Path, Type};

use crate::catalogue::{Fault, Retry};
use crate::template::Template;

/// A type whose errors are declared.
pub(crate) struct Model<'a> {
    pub(crate) input: &'a DeriveInput,
    pub(crate) options: Options,
    /// The variants of an enum; of a struct, the one error that it is.
    pub(crate) variants: Vec<Variant<'a>>,
}

/// What holds for a type as a whole. Known even when its errors are not.
#[allow(clippy::struct_excessive_bools)] // switches that have nothing to do with each other
pub(crate) struct Options {
    /// Where `s3err_core` is.
    pub(crate) krate: Path,
    /// Implement `Display` and `Error` as well.
    pub(crate) display: bool,
    /// Generate the way back.
    pub(crate) decode: bool,
    /// A variant receives what no other takes, so that the way back cannot fail.
    pub(crate) has_other: bool,
    /// The details are a shape that S3 sends.
    pub(crate) strict: bool,
    /// A mistake was probably meant for `display`.
    pub(crate) display_is_meant: bool,
    /// A mistake was probably meant for `decode`.
    pub(crate) decode_is_meant: bool,
    /// The message of every variant is its `Display`: where that was asked for.
    pub(crate) message_is_display: Option<Span>,
}

/// A variant of an enum, or a struct.
pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    /// Its doc comment.
    pub(crate) docs: String,
    /// The field that is its origin.
    pub(crate) source: Option<Field<'a>>,
    /// All its fields.
    pub(crate) fields: Vec<Field<'a>>,
    /// It is written without braces or parentheses.
    pub(crate) is_unit: bool,
    pub(crate) kind: Kind<'a>,
}

/// Where a variant's answers come from.
pub(crate) enum Kind<'a> {
    /// From what is declared.
    Declared(Box<Declared<'a>>),
    /// From the field.
    Transparent(Field<'a>),
    /// From what the function finds for the field.
    Via(Field<'a>, ExprPath),
    /// From the document in the field, whose code no variant names.
    Other(Field<'a>),
}

/// An error as it is declared.
pub(crate) struct Declared<'a> {
    pub(crate) code: String,
    /// The code is the user's own, whatever the catalogue says.
    pub(crate) custom: bool,
    pub(crate) status: u16,
    pub(crate) fault: Fault,
    pub(crate) retry: Retry,
    pub(crate) message: Message<'a>,
    /// In wire order.
    pub(crate) details: Vec<Detail<'a>>,
    pub(crate) headers: Vec<Header<'a>>,
    pub(crate) log: Vec<LogField<'a>>,
    pub(crate) retry_after: Option<Field<'a>>,
    pub(crate) close: bool,
    /// What no mistake hides. Where there is one, harmless values stand in for what it hides, so that the rules can look
    /// at the rest.
    pub(crate) known: Known,
}

/// What of an error is as it is meant to be.
#[derive(Clone, Copy)]
pub(crate) struct Known {
    pub(crate) code: bool,
    /// The details and headers.
    pub(crate) fields: bool,
}

/// The public message.
pub(crate) enum Message<'a> {
    /// The same for every value.
    Text(String),
    /// With fields in it.
    Template(Template<'a>),
    /// The value's `Display`, asked for there.
    Display(Span),
}

/// A field and how to get at it.
#[derive(Clone)]
pub(crate) struct Field<'a> {
    pub(crate) index: usize,
    pub(crate) member: Member,
    pub(crate) ty: &'a Type,
}

/// How a field's value is written.
pub(crate) struct Written<'a> {
    pub(crate) field: Field<'a>,
    /// What is inside, when the field's type is an `Option`.
    pub(crate) inner: Option<&'a Type>,
    /// The function that shows it, when it is not `Display`.
    pub(crate) with: Option<ExprPath>,
}

/// The function that reads a value back, when that is not `FromStr`.
pub(crate) type Parse = Option<ExprPath>;

/// A detail element.
pub(crate) struct Detail<'a> {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) value: Written<'a>,
    pub(crate) parse: Parse,
    pub(crate) sensitive: bool,
}

/// A response header.
pub(crate) struct Header<'a> {
    /// In lower case.
    pub(crate) name: String,
    /// As it is written.
    pub(crate) spelling: String,
    pub(crate) span: Span,
    pub(crate) value: HeaderValue<'a>,
    pub(crate) parse: Parse,
    pub(crate) sensitive: bool,
}

/// Where a header's value comes from.
pub(crate) enum HeaderValue<'a> {
    Template(Template<'a>),
    Field(Written<'a>),
}

/// A field for the log alone.
pub(crate) struct LogField<'a> {
    pub(crate) name: String,
    pub(crate) value: Written<'a>,
}

impl<'a> Written<'a> {
    /// The type of what is written.
    pub(crate) fn ty(&self) -> &'a Type {
        self.inner.unwrap_or(self.field.ty)
    }
}

impl Header<'_> {
    /// Whether a response may be without it.
    pub(crate) fn is_optional(&self) -> bool {
        matches!(&self.value, HeaderValue::Field(Written { inner: Some(_), .. }))
    }
}

impl<'a> Variant<'a> {
    /// The field that is its origin, unless it takes everything from another error.
    pub(crate) fn own_source(&self) -> Option<&Field<'a>> {
        self.source.as_ref().filter(|_| matches!(self.kind, Kind::Declared(_) | Kind::Via(..)))
    }

    /// What is declared, if anything is.
    pub(crate) fn declared(&self) -> Option<&Declared<'a>> {
        match &self.kind {
            Kind::Declared(declared) => Some(declared),
            Kind::Transparent(_) | Kind::Via(..) | Kind::Other(_) => None,
        }
    }
}

impl<'a> Declared<'a> {
    /// The detail of this name.
    pub(crate) fn detail(&self, name: &str) -> Option<&Detail<'a>> {
        self.details.iter().find(|detail| detail.name == name)
    }

    /// The header of this name, which is in lower case.
    pub(crate) fn header(&self, name: &str) -> Option<&Header<'a>> {
        self.headers.iter().find(|header| header.name == name)
    }

    /// The texts with placeholders in them.
    pub(crate) fn templates(&self) -> Vec<&Template<'a>> {
        let mut templates = Vec::new();
        if let Message::Template(template) = &self.message {
            templates.push(template);
        }
        for header in &self.headers {
            if let HeaderValue::Template(template) = &header.value {
                templates.push(template);
            }
        }
        templates
    }
}
