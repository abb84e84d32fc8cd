//! A type's table: what is known of its errors when the program is compiled.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use syn::Path;
use syn::ext::IdentExt;

use crate::catalogue::{Fault, Retry};
use crate::model::{Declared, Message, Model, Variant};
use crate::name::escape_xml;

/// The table: an array of rows, with the gaps and the details of all of them in two more.
///
/// What is made of them is a constant of a trait, and no static: the compiler evaluates it when it writes machine code that
/// needs it, and leaves it when it only checks. The arrays are constant items inside: anywhere else, clippy takes a long one
/// for one on the stack.
pub(super) struct Constants {
    /// What the type describes.
    pub(super) specs: TokenStream,
    /// The gaps and the details, where there are any.
    pub(super) parts: TokenStream,
}

pub(super) fn table(model: &Model<'_>) -> Constants {
    let krate = &model.options.krate;
    let mut table = Table::default();
    for variant in &model.variants {
        if let Some(declared) = variant.declared() {
            table.push(krate, variant, declared);
        }
    }
    let mut parts = TokenStream::new();
    if !table.gaps.is_empty() {
        let (count, gaps) = (table.gaps.len(), TokenStream::from_iter(table.gaps));
        parts.extend(quote! {
            const GAPS: &'static [#krate::__private::Gap<'static>] = {
                const GAPS: &[#krate::__private::Gap<'static>; #count] = &[#gaps];
                GAPS
            };
        });
    }
    if !table.details.is_empty() {
        let (count, details) = (table.details.len(), TokenStream::from_iter(table.details));
        parts.extend(quote! {
            const DETAILS: &'static [#krate::FieldSpec] = {
                use #krate::__private::field as __field;
                const DETAILS: &[#krate::FieldSpec; #count] = &[#details];
                DETAILS
            };
        });
    }
    let (count, rows, unusual) = (table.rows.len(), TokenStream::from_iter(table.rows), table.unusual);
    let mut specs = quote!(#krate::__private::specs::<Self, _>(ROWS));
    if !unusual.is_empty() {
        specs = quote!({ let mut __specs = #specs; #unusual __specs });
    }
    let specs = quote!({ const ROWS: &[#krate::__private::Row; #count] = &[#rows]; &#specs });
    Constants { specs, parts }
}

/// The elements of the arrays, a comma behind each.
#[derive(Default)]
struct Table {
    rows: Vec<TokenStream>,
    gaps: Vec<TokenStream>,
    details: Vec<TokenStream>,
    /// What some rows have beside, set when all are there.
    unusual: TokenStream,
}

impl Table {
    fn push(&mut self, krate: &Path, variant: &Variant<'_>, declared: &Declared<'_>) {
        let Literals { head, gaps, .. } = literals(declared);
        for (before, after) in &gaps {
            self.gaps.push(quote!((#before, #after),));
        }
        for detail in &declared.details {
            let (name, optional, sensitive) = (&detail.name, detail.value.inner.is_some(), detail.sensitive);
            self.details.push(quote!(__field(#name, #optional, #sensitive),));
        }
        let unusual = unusual(krate, variant, declared);
        if !unusual.is_empty() {
            let index = Literal::usize_unsuffixed(self.rows.len());
            self.unusual.extend(quote!(__specs[#index] = __specs[#index] #unusual;));
        }
        let (name, code) = (variant.ident.unraw().to_string(), &declared.code);
        let status = Literal::u16_unsuffixed(declared.status);
        let message = match &declared.message {
            Message::Text(text) => text.clone(),
            Message::Template(template) => template.literal.value(),
            Message::Display(_) => String::new(),
        };
        let gap_count = Literal::usize_unsuffixed(gaps.len());
        let detail_count = Literal::usize_unsuffixed(declared.details.len());
        self.rows.push(quote!((#name, #code, #status, #message, #head, #gap_count, #detail_count),));
    }
}

/// The calls that set what few rows have.
fn unusual(krate: &Path, variant: &Variant<'_>, declared: &Declared<'_>) -> TokenStream {
    let mut calls = TokenStream::new();
    if declared.fault != Fault::of_status(declared.status) {
        let fault = format_ident!("{}", format!("{:?}", declared.fault));
        calls.extend(quote!(.__fault(#krate::Fault::#fault)));
    }
    if declared.retry != Retry::of_status(declared.status) {
        let retry = format_ident!("{}", format!("{:?}", declared.retry));
        calls.extend(quote!(.__retry(#krate::RetryClass::#retry)));
    }
    if !matches!(declared.message, Message::Text(_)) {
        calls.extend(quote!(.__formatted_message()));
    }
    if !declared.headers.is_empty() {
        let mut headers = TokenStream::new();
        for header in &declared.headers {
            let (name, optional, sensitive) = (&header.name, header.is_optional(), header.sensitive);
            headers.extend(quote!(#krate::__private::field(#name, #optional, #sensitive),));
        }
        calls.extend(quote!(.__headers(&[#headers])));
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

/// The literals of the document, escaped: as long as can be, so that little is left to write at run time.
fn literals(declared: &Declared<'_>) -> Literals {
    let mut literals = Literals::new(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{}</Code><Message>",
        escape_xml(&declared.code)
    ));
    match &declared.message {
        Message::Text(text) => literals.text(&escape_xml(text)),
        Message::Template(_) | Message::Display(_) => literals.value(),
    }
    literals.text("</Message>");
    for detail in &declared.details {
        let (open, close) = (format!("<{}>", detail.name), format!("</{}>", detail.name));
        if detail.value.inner.is_some() {
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
