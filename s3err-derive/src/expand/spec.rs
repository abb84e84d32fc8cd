//! A type's table: what is known of its errors when the program is compiled.

use proc_macro2::{Delimiter, Group, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::{Path, Token, parse_quote};

use crate::catalogue::{Fault, Retry};
use crate::model::{Declared, Message, Model, Variant, Wait};
use crate::names::escape_xml;
use crate::span::written_here;
use crate::types::inside_option;

/// The most rows, and the most gaps, of one part of a table: with four texts a row and two a gap, an array of texts takes 16 KiB,
/// and clippy warns of a larger one.
const MOST_ROWS: usize = 256;
const MOST_GAPS: usize = 512;

/// The table: flat arrays of plain literals, of which the runtime makes rows.
///
/// The implementation is for any type in the place of `__Deferred`: so it is generic, and `cargo check` does not evaluate its
/// constant.
pub(super) fn table(model: &Model) -> TokenStream {
    let krate = &model.options.krate;
    let mut table = Table::default();
    for variant in &model.variants {
        if let Some(declared) = variant.declared() {
            table.push(krate, variant, declared);
        }
    }
    let Table { count, parts, unusual } = table;
    let parts = parts.into_iter().map(|part| part.expand(krate));
    let count = Literal::usize_unsuffixed(count);
    let mut rows = quote!(#krate::__private::rows::<#count>(&[#(#parts),*]));
    if !unusual.is_empty() {
        rows = quote!({ let mut __rows = #rows; #unusual __rows });
    }
    let ident = written_here(&model.ident);
    let mut generics = model.generics.clone();
    generics.params.push(parse_quote!(__Deferred));
    let (impl_generics, ..) = generics.split_for_impl();
    let (_, type_generics, where_clause) = model.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::__private::Table<__Deferred> for #ident #type_generics #where_clause {
            const TABLE: &'static [#krate::ErrorSpec] = &#rows;
        }
    }
}

/// The rows of a type.
#[derive(Default)]
struct Table {
    /// How many rows there are.
    count: usize,
    parts: Vec<Part>,
    /// What some rows have beside, set when all are there.
    unusual: TokenStream,
}

/// Some of the rows: the elements of their arrays, a comma behind each.
#[derive(Default)]
struct Part {
    rows: usize,
    gap_count: usize,
    /// Of each row the variant, its code and message, and the head of its document.
    texts: TokenStream,
    /// Of each row the status, and how many gaps and details are its own.
    numbers: TokenStream,
    /// Of each gap what stands before and after its value.
    gaps: TokenStream,
    /// The name of each detail,
    names: TokenStream,
    /// whether it can be left out, and whether it is kept out of logs.
    flags: TokenStream,
}

impl Table {
    fn push(&mut self, krate: &Path, variant: &Variant, declared: &Declared) {
        let literals = literals(declared);
        let unusual = unusual(krate, variant, declared);
        if !unusual.is_empty() {
            let index = Literal::usize_unsuffixed(self.count);
            self.unusual.extend(quote!(__rows[#index] = __rows[#index] #unusual;));
        }
        self.count += 1;
        let mut part = self.parts.pop_if(|part| part.has_room_for(&literals)).unwrap_or_default();
        part.push(variant, declared, &literals);
        self.parts.push(part);
    }
}

impl Part {
    fn has_room_for(&self, literals: &Literals) -> bool {
        self.rows < MOST_ROWS && self.gap_count + literals.gaps.len() <= MOST_GAPS
    }

    fn push(&mut self, variant: &Variant, declared: &Declared, literals: &Literals) {
        element(&mut self.texts, &variant.ident.unraw().to_string());
        element(&mut self.texts, &declared.code);
        match &declared.message {
            Message::Plain(text) => element(&mut self.texts, text),
            Message::Formatted(template) => element(&mut self.texts, &template.text),
            Message::Display(_) => element(&mut self.texts, &""),
        }
        element(&mut self.texts, &literals.head);
        element(&mut self.numbers, &Literal::u16_unsuffixed(declared.status));
        element(&mut self.numbers, &Literal::usize_unsuffixed(literals.gaps.len()));
        element(&mut self.numbers, &Literal::usize_unsuffixed(declared.details.len()));
        for (before, after) in &literals.gaps {
            element(&mut self.gaps, before);
            element(&mut self.gaps, after);
        }
        for detail in &declared.details {
            element(&mut self.names, &detail.name);
            element(&mut self.flags, &detail.value.is_optional());
            element(&mut self.flags, &detail.sensitive);
        }
        self.rows += 1;
        self.gap_count += literals.gaps.len();
    }

    /// The part, as the runtime takes it.
    fn expand(self, krate: &Path) -> TokenStream {
        let no_details = self.names.is_empty();
        let (texts, numbers, gaps) = (array(self.texts), array(self.numbers), array(self.gaps));
        let (names, flags) = (array(self.names), array(self.flags));
        let details = if no_details { quote!([]) } else { quote!(#krate::__private::details(#names, #flags)) };
        quote!((&#texts, &#numbers, &#gaps, &#details))
    }
}

/// An array of these elements. They become a group, and are not copied into one.
fn array(elements: TokenStream) -> Group {
    Group::new(Delimiter::Bracket, elements)
}

/// An element of an array. It goes straight into it: a stream of tokens that goes into another costs as much as its tokens.
fn element(array: &mut TokenStream, element: &dyn ToTokens) {
    element.to_tokens(array);
    <Token![,]>::default().to_tokens(array);
}

/// The calls that set what few rows have.
fn unusual(krate: &Path, variant: &Variant, declared: &Declared) -> TokenStream {
    let mut calls = TokenStream::new();
    if declared.fault != Fault::from_status(declared.status) {
        let fault = format_ident!("{}", format!("{:?}", declared.fault));
        calls.extend(quote!(.__fault(#krate::Fault::#fault)));
    }
    if declared.retry != Retry::from_status(declared.status) {
        let retry = format_ident!("{}", format!("{:?}", declared.retry));
        calls.extend(quote!(.__retry(#krate::RetryClass::#retry)));
    }
    if !matches!(declared.message, Message::Plain(_)) {
        calls.extend(quote!(.__formatted_message()));
    }
    let headers = headers(krate, declared);
    if !headers.is_empty() {
        calls.extend(quote!(.__headers(&[#(#headers),*])));
    }
    if !declared.log.is_empty() {
        let names = declared.log.iter().map(|field| &field.name);
        calls.extend(quote!(.__log(&[#(#names),*])));
    }
    if !variant.docs.is_empty() {
        let docs = &variant.docs;
        calls.extend(quote!(.__docs(#docs)));
    }
    if declared.close {
        calls.extend(quote!(.__close()));
    }
    calls
}

/// The descriptions of the headers, and after them of those that tell how long to wait.
fn headers(krate: &Path, declared: &Declared) -> Vec<TokenStream> {
    let own =
        declared.headers.iter().map(|header| (header.name.as_str(), header.value.is_optional(), header.sensitive));
    let waits = declared.wait.iter().flat_map(|wait| {
        let optional = matches!(wait, Wait::Field(field) if inside_option(&field.ty).is_some());
        ["retry-after", "x-amz-retry-after"].map(|name| (name, optional, false))
    });
    let all = own.chain(waits);
    all.map(|(name, optional, sensitive)| quote!(#krate::__private::field(#name, #optional, #sensitive))).collect()
}

/// The literals of the document, escaped: as long as can be, so that little is left to write at run time.
fn literals(declared: &Declared) -> Literals {
    let mut literals = Literals::new(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{}</Code><Message>",
        escape_xml(&declared.code)
    ));
    match &declared.message {
        Message::Plain(text) => literals.text(&escape_xml(text)),
        Message::Formatted(_) | Message::Display(_) => literals.value(),
    }
    literals.text("</Message>");
    for detail in &declared.details {
        let (open, close) = (format!("<{}>", detail.name), format!("</{}>", detail.name));
        if detail.value.is_optional() {
            literals.optional(open, close);
        } else {
            literals.text(&open);
            literals.value();
            literals.text(&close);
        }
    }
    literals
}

/// The literals around the values: text goes behind the value before it, if that is always there, and else before the
/// value after it.
struct Literals {
    head: String,
    gaps: Vec<(String, String)>,
    /// Text that follows a value that can be left out, and so cannot be its.
    loose: String,
    last_is_optional: bool,
}

impl Literals {
    fn new(head: String) -> Self {
        Self { head, gaps: Vec::new(), loose: String::new(), last_is_optional: false }
    }

    fn text(&mut self, text: &str) {
        let literal = match self.gaps.last_mut() {
            None => &mut self.head,
            Some(_) if self.last_is_optional => &mut self.loose,
            Some((_, after)) => after,
        };
        literal.push_str(text);
    }

    fn value(&mut self) {
        self.gaps.push((std::mem::take(&mut self.loose), String::new()));
        self.last_is_optional = false;
    }

    fn optional(&mut self, open: String, close: String) {
        self.gaps.push((open, close));
        self.last_is_optional = true;
    }
}
