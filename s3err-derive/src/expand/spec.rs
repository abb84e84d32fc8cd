//! The row of a variant in its type's table.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Path;
use syn::ext::IdentExt;

use crate::catalogue::{Fault, Retry};
use crate::model::{Declared, Message, Variant};
use crate::name::escape_xml;

/// The row, if the variant has one.
pub(super) fn spec(krate: &Path, variant: &Variant<'_>) -> Option<TokenStream> {
    let declared = variant.declared()?;
    let Declared { code, status, .. } = declared;
    let name = variant.ident.unraw().to_string();
    let fault = Some(declared.fault).filter(|fault| *fault != Fault::of_status(*status)).map(|fault| {
        let fault = format_ident!("{}", format!("{fault:?}"));
        quote!(.__fault(#krate::Fault::#fault))
    });
    let retry = Some(declared.retry).filter(|retry| *retry != Retry::of_status(*status)).map(|retry| {
        let retry = format_ident!("{}", format!("{retry:?}"));
        quote!(.__retry(#krate::RetryClass::#retry))
    });
    let message = match &declared.message {
        Message::Text(text) => text.clone(),
        Message::Template(template) => template.literal.value(),
        Message::Display(_) => String::new(),
    };
    let Literals { head, gaps, .. } = literals(declared);
    let gaps = gaps.iter().map(|(before, after)| quote!(#krate::__private::Gap { before: #before, after: #after }));
    let gaps = (gaps.len() > 0).then(|| quote!(.__gaps(&[#(#gaps),*])));
    let formatted = (!matches!(declared.message, Message::Text(_))).then(|| quote!(.__formatted_message()));
    let details = fields(
        krate,
        declared.details.iter().map(|detail| (&detail.name, detail.value.inner.is_some(), detail.sensitive)),
    )
    .map(|details| quote!(.__details(#details)));
    let headers =
        fields(krate, declared.headers.iter().map(|header| (&header.name, header.is_optional(), header.sensitive)))
            .map(|headers| quote!(.__headers(#headers)));
    let log: Vec<_> = declared.log.iter().map(|field| &field.name).collect();
    let log = (!log.is_empty()).then(|| quote!(.__log(&[#(#log),*])));
    let docs = Some(&variant.docs).filter(|docs| !docs.is_empty()).map(|docs| quote!(.__docs(#docs)));
    let close = declared.close.then(|| quote!(.__close()));
    Some(quote! {
        #krate::ErrorSpec::__new(#name, #code, #status, #message, #head)
            #gaps #fault #retry #formatted #details #headers #log #docs #close
    })
}

/// The specs of details or headers: name, whether optional, whether sensitive.
fn fields<'n>(krate: &Path, fields: impl Iterator<Item = (&'n String, bool, bool)>) -> Option<TokenStream> {
    let specs: Vec<_> = fields
        .map(|(name, optional, sensitive)| quote!(#krate::FieldSpec::__new(#name, #optional, #sensitive)))
        .collect();
    (!specs.is_empty()).then(|| quote!(&[#(#specs),*]))
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
