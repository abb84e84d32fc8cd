//! The rows of a type: the facts that are known when the program is compiled, one expression a variant.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use syn::Path;
use syn::ext::IdentExt;

use crate::catalogue::{Fault, Retry};
use crate::model::{Declared, Message, Model, Value, Variant, Wait};
use crate::names::{WAIT_HEADERS, escape_xml};
use crate::span::written_here;
use crate::types::inside_option;

/// The implementation of `Describe`:
///
/// ```ignore
/// impl Describe for ObjectError {
///     const SPECS: &'static [ErrorSpec] = {
///         use __private::{error, field};
///         static ERRORS: [ErrorSpec; 2] = [
///             error("NoSuchKey", "NoSuchKey", 404, "The specified key does not exist.")
///                 .details(&[field("Key")])
///                 .document("NoSuchKey</Code><Message>The specified key does not exist.</Message><Key></Key>"),
///             error("SlowDown", "SlowDown", 503, "Please reduce your request rate."),
///         ];
///         &ERRORS
///     };
/// }
/// ```
///
/// A static, because the compiler looks at each row of a constant once more to see whether it may be borrowed.
pub(crate) fn describe(model: &Model) -> TokenStream {
    let krate = &model.options.krate;
    let declared = || model.variants.iter().filter_map(|variant| Some((variant, variant.declared()?)));
    let rows: Vec<_> = declared().map(|(variant, declared)| row(krate, variant, declared)).collect();
    let specs = if rows.is_empty() {
        quote!(&[])
    } else {
        let imports = imports(krate, declared().map(|(_, declared)| declared));
        let count = Literal::usize_unsuffixed(rows.len());
        quote!({
            #imports
            static ERRORS: [#krate::ErrorSpec; #count] = [#(#rows),*];
            &ERRORS
        })
    };
    let ident = written_here(&model.ident);
    let (impl_generics, type_generics, where_clause) = model.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::Describe for #ident #type_generics #where_clause {
            const SPECS: &'static [#krate::ErrorSpec] = #specs;
        }
    }
}

/// Imports the functions that the rows call.
fn imports<'m>(krate: &Path, mut declared: impl Iterator<Item = &'m Declared>) -> TokenStream {
    let has_fields = declared
        .any(|declared| !declared.details.is_empty() || !declared.headers.is_empty() || declared.wait.is_some());
    let field = has_fields.then(|| quote!(, field));
    quote!(use #krate::__private::{error #field};)
}

/// The row of a variant, which sets only what does not follow from the status.
fn row(krate: &Path, variant: &Variant, declared: &Declared) -> TokenStream {
    let (name, code) = (variant.ident.unraw().to_string(), &declared.code);
    let status = Literal::u16_unsuffixed(declared.status);
    let message = match &declared.message {
        Message::Plain(text) => text,
        Message::Formatted(template) => &template.text,
        Message::Display(_) => "",
    };
    let mut row = quote!(error(#name, #code, #status, #message));
    if declared.fault != Fault::from_status(declared.status) {
        let fault = format_ident!("{}", format!("{:?}", declared.fault));
        row.extend(quote!(.fault(#krate::Fault::#fault)));
    }
    if declared.retry != Retry::from_status(declared.status) {
        let retry = format_ident!("{}", format!("{:?}", declared.retry));
        row.extend(quote!(.retry(#krate::RetryClass::#retry)));
    }
    let is_formatted = !matches!(declared.message, Message::Plain(_));
    if is_formatted {
        row.extend(quote!(.formatted_message()));
    }
    if !declared.details.is_empty() {
        let details = declared.details.iter().map(|it| field(&it.name, &it.value, it.sensitive));
        row.extend(quote!(.details(&[#(#details),*])));
    }
    let headers = headers(declared);
    if !headers.is_empty() {
        row.extend(quote!(.headers(&[#(#headers),*])));
    }
    if !declared.log.is_empty() {
        let names = declared.log.iter().map(|field| &field.name);
        row.extend(quote!(.log(&[#(#names),*])));
    }
    if !variant.docs.is_empty() {
        let docs = &variant.docs;
        row.extend(quote!(.docs(#docs)));
    }
    if declared.close {
        row.extend(quote!(.close()));
    }
    if is_formatted || !declared.details.is_empty() {
        let document = document(declared);
        row.extend(quote!(.document(#document)));
    }
    row
}

/// The descriptions of the headers, and after them of those that tell how long to wait.
fn headers(declared: &Declared) -> Vec<TokenStream> {
    let own = declared.headers.iter().map(|it| field(&it.name, &it.value, it.sensitive));
    let waits = declared.wait.iter().flat_map(|wait| {
        let is_optional = matches!(wait, Wait::Field(field) if inside_option(&field.ty).is_some());
        let optional = is_optional.then(|| quote!(.optional()));
        WAIT_HEADERS.map(|name| quote!(field(#name) #optional))
    });
    own.chain(waits).collect()
}

/// A detail or a header: `field("Key").optional()`, or `field("Allow").value("DELETE")`.
fn field(name: &str, value: &Value, is_sensitive: bool) -> TokenStream {
    let optional = value.is_optional().then(|| quote!(.optional()));
    let sensitive = is_sensitive.then(|| quote!(.sensitive()));
    let template = match value {
        Value::Plain(text) => Some(text.replace('{', "{{").replace('}', "}}")),
        Value::Formatted(template) => Some(template.text.clone()),
        Value::Field(_) => None,
    };
    let value = template.map(|template| quote!(.value(#template)));
    quote!(field(#name) #optional #sensitive #value)
}

/// The document from the code to the last detail, escaped, with the elements of the values empty:
/// `NoSuchKey</Code><Message>The specified key does not exist.</Message><Key></Key>`.
fn document(declared: &Declared) -> String {
    let message = match &declared.message {
        Message::Plain(text) => escape_xml(text),
        Message::Formatted(_) | Message::Display(_) => String::new(),
    };
    let details = declared.details.iter().map(|detail| format!("<{0}></{0}>", detail.name));
    format!("{}</Code><Message>{message}</Message>{}", escape_xml(&declared.code), details.collect::<String>())
}
