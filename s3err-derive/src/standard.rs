//! `StandardError`: the catalogue as an enum.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Data, DeriveInput, Ident, Variant, parse_quote};

use crate::catalogue::{self, Entry, Fault, Retry, RetrySource};
use crate::expand;
use crate::model::{self, Declared, Kind, Message, Model, Options};
use crate::names::{self, Describes};
use crate::suggest::{list, quoted};

/// The enum with its variants, and the list of its errors. The runtime implements `S3Error` from that.
pub(crate) fn expand(mut input: DeriveInput) -> TokenStream {
    let describe = expand::describe(&model(&input));
    if let Data::Enum(data) = &mut input.data {
        data.variants = standard().map(variant).collect();
    }
    let lookup = lookup(&input);
    quote!(#input #describe #lookup)
}

/// The errors as the catalogue has them. They carry no data, and no documentation beside that of their variants.
fn model(input: &DeriveInput) -> Model {
    Model {
        ident: input.ident.clone(),
        generics: input.generics.clone(),
        is_enum: true,
        options: Options { krate: parse_quote!(crate), display: false, decode: false },
        variants: standard().enumerate().map(|(row, entry)| error(row, entry)).collect(),
    }
}

fn error(row: usize, entry: &Entry) -> model::Variant {
    let status = entry.statuses.first().copied().unwrap_or_default();
    let declared = Declared {
        row,
        code: entry.code.to_owned(),
        status,
        fault: entry.fault.unwrap_or_else(|| Fault::from_status(status)),
        retry: entry.retry.unwrap_or_else(|| Retry::from_status(status)),
        message: Message::Plain(entry.message.to_owned()),
        details: Vec::new(),
        headers: Vec::new(),
        log: Vec::new(),
        wait: None,
        close: false,
    };
    model::Variant {
        ident: variant_name(entry),
        docs: String::new(),
        fields: Vec::new(),
        is_unit: true,
        source: None,
        from: None,
        kind: Kind::Declared(Box::new(declared)),
    }
}

/// The ways to a variant, and what the catalogue says of it beside its error.
fn lookup(input: &DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let variants = standard().map(variant_name);
    let families = standard().map(|entry| entry.family.as_str());
    quote! {
        impl #ident {
            /// Every variant, sorted by code.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];
        }

        /// The families of the variants, in their order.
        static FAMILIES: &[&str] = &[#(#families),*];
    }
}

/// Writes what the runtime knows of names as constants.
pub(crate) fn names() -> TokenStream {
    let details = details();
    let sensitive = catalogue::SENSITIVE_DETAILS;
    let (elements, checksum) = (names::RESERVED_ELEMENTS, names::CHECKSUM_PREFIX);
    let reserved = names::RESERVED_HEADERS.map(|header| header.name);
    let describing = |described| {
        let headers = names::RESERVED_HEADERS.into_iter();
        headers.filter(move |header| header.describes == described).map(|header| header.name)
    };
    let (body, connection) = (describing(Describes::Body), describing(Describes::Connection));
    let [starts, chars] = [names::NAME_STARTS, names::NAME_CHARS].map(|ranges| {
        let ranges = ranges.iter().map(|(first, last)| quote!((#first, #last)));
        quote!(&[#(#ranges),*])
    });
    quote! {
        /// The details of all codes.
        pub(crate) static DETAILS: &[&str] = &[#(#details),*];

        /// The details that are kept out of logs, whichever error they belong to.
        pub(crate) static SENSITIVE_DETAILS: &[&str] = &[#(#sensitive),*];

        /// The document's own elements, which no detail may be named after.
        pub(crate) static RESERVED_ELEMENTS: &[&str] = &[#(#elements),*];

        /// The headers that an error cannot set, in lower case.
        pub(crate) static RESERVED_HEADERS: &[&str] = &[#(#reserved),*];

        /// The prefix of more names that an error cannot set: checksums of a body.
        pub(crate) static CHECKSUM_PREFIX: &str = #checksum;

        /// Those of them that describe a body, and go with it when another takes its place.
        #[cfg(any(feature = "tower", feature = "actix-web"))]
        pub(crate) static BODY_HEADERS: &[&str] = &[#(#body),*];

        /// Those of them that describe an HTTP/1 connection, which HTTP/2 forbids.
        #[cfg(feature = "tower")]
        pub(crate) static CONNECTION_HEADERS: &[&str] = &[#(#connection),*];

        /// The characters beyond ASCII that begin an XML name, as ranges.
        pub(crate) static NAME_STARTS: &[(char, char)] = #starts;

        /// The characters beyond ASCII that may follow in an XML name, as ranges.
        pub(crate) static NAME_CHARS: &[(char, char)] = #chars;
    }
}

/// The details of all codes, sorted.
fn details() -> Vec<&'static str> {
    let mut details: Vec<_> = catalogue::all().flat_map(Entry::details).collect();
    details.sort_unstable();
    details.dedup();
    details
}

/// The codes that have an error status.
fn standard() -> impl Iterator<Item = &'static Entry> {
    catalogue::all().filter(|entry| !entry.statuses.is_empty())
}

/// The variant's name: the code without its dots.
fn variant_name(entry: &Entry) -> Ident {
    Ident::new(&entry.code.replace('.', ""), Span::call_site())
}

/// The variant of a code, documented.
fn variant(entry: &Entry) -> Variant {
    let (ident, docs) = (variant_name(entry), docs(entry));
    parse_quote!(#[doc = #docs] #ident)
}

/// The documentation of a variant: a paragraph for each thing that the catalogue says.
fn docs(entry: &Entry) -> String {
    let joined = |names: &[&'static str]| quoted(names.iter().copied()).join(", ");
    let statuses = list(&entry.statuses_in_words(), "or");
    let summary = format!(" `{}` ({statuses}, {}): {}", entry.code, entry.family.as_str(), entry.message);
    let shapes: Vec<_> = entry.shapes.iter().filter(|shape| !shape.is_empty()).map(|shape| joined(shape)).collect();
    let details = (!shapes.is_empty()).then(|| format!(" Details: {}.", shapes.join("; or ")));
    let headers = (!entry.headers.is_empty()).then(|| format!(" Headers: {}.", joined(entry.headers)));
    let retry = entry.usual_retry().filter(|retry| *retry != Retry::Never).map(|retry| {
        let source = entry.retry_source.map_or("by its status", RetrySource::as_str);
        format!(" Retry: {}, {source}.", retry.as_str())
    });
    [Some(summary), details, headers, retry].into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}
