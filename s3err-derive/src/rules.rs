//! Rules that look at more than one attribute. Each is a function of its own, with the rule above it.

use syn::Ident;

use crate::catalogue;
use crate::diagnostics::Diagnostics;
use crate::model::{Declared, Detail, Kind, Options, Variant};
use crate::suggest::list;
use crate::types::names_a_document;

/// Whether errors that clients crash without have to be complete. Those of `StandardError` carry no data at all.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Completeness {
    Required,
    Waived,
}

/// Checks all rules.
pub(crate) fn check(
    options: &Options,
    variants: &[Variant<'_>],
    completeness: Completeness,
    diagnostics: &mut Diagnostics,
) {
    for variant in variants {
        other_holds_a_document(variant, diagnostics);
        let Some(declared) = variant.declared() else { continue };
        details_differ(declared, diagnostics);
        headers_differ(declared, diagnostics);
        sensitive_stays_hidden(declared, diagnostics);
        if !declared.known.code || !declared.known.fields {
            continue;
        }
        if completeness == Completeness::Required {
            redirects_are_complete(variant, declared, diagnostics);
        }
        if options.strict {
            shape_is_sent_by_s3(variant, declared, diagnostics);
        }
    }
    if options.decode {
        variants_can_be_told_apart(variants, diagnostics);
        one_other(variants, diagnostics);
    }
}

/// No element stands twice in a document: of repeated ones clients take the first, the last, or a list.
fn details_differ(declared: &Declared<'_>, diagnostics: &mut Diagnostics) {
    for (index, detail) in declared.details.iter().enumerate() {
        if declared.details.iter().take(index).any(|earlier| earlier.name == detail.name) {
            let message = format!("`{}` is a detail of this error already, name this one differently", detail.name);
            diagnostics.at_span(detail.span, &message);
        }
    }
}

/// No header stands twice in a response.
fn headers_differ(declared: &Declared<'_>, diagnostics: &mut Diagnostics) {
    for (index, header) in declared.headers.iter().enumerate() {
        if declared.headers.iter().take(index).any(|earlier| earlier.name == header.name) {
            let message = format!("`{}` is a header of this error already, keep one", header.spelling);
            diagnostics.at_span(header.span, &message);
        }
        let from_wait = ["retry-after", "x-amz-retry-after"].contains(&header.name.as_str());
        if from_wait && declared.retry_after.is_some() {
            let message = format!("`retry_after` sends `{}` already, keep one", header.spelling);
            diagnostics.at_span(header.span, &message);
        }
    }
}

/// What the catalogue keeps secret is in no text either, however the field came by its name.
fn sensitive_stays_hidden(declared: &Declared<'_>, diagnostics: &mut Diagnostics) {
    for template in declared.templates() {
        for (field, _) in &template.shown {
            let secret =
                declared.details.iter().find(|detail| detail.sensitive && detail.value.field.index == field.index);
            if let Some(detail) = secret.filter(|detail| catalogue::is_sensitive(&detail.name)) {
                let message = format!("`{}` is sensitive and cannot be shown in a text, leave it away", detail.name);
                diagnostics.at_span(template.text.span, &message);
            }
        }
    }
}

/// Redirects that say not where to are misread: aws-cli fails with a `KeyError`, s3cmd crashes, boto3 asks for the
/// bucket's region until it runs out of stack.
fn redirects_are_complete(variant: &Variant<'_>, declared: &Declared<'_>, diagnostics: &mut Diagnostics) {
    const REQUIRED: [(&str, [&str; 2], &str); 2] = [
        ("PermanentRedirect", ["Endpoint", "Bucket"], "x-amz-bucket-region"),
        ("TemporaryRedirect", ["Endpoint", "Bucket"], "Location"),
    ];
    let Some((code, details, header)) = REQUIRED.iter().find(|(code, ..)| *code == declared.code && !declared.custom)
    else {
        return;
    };
    let mut missing: Vec<String> = Vec::new();
    for name in details {
        match declared.detail(name) {
            None => missing.push(format!("a detail `{name}`")),
            Some(detail) if detail.value.inner.is_some() => {
                missing.push(format!("a detail `{name}` that is no `Option`"));
            }
            Some(_) => {}
        }
    }
    match declared.header(&header.to_ascii_lowercase()) {
        None => missing.push(format!("a header `{header}`")),
        Some(header) if header.is_optional() => {
            missing.push(format!("a header `{}` that is no `Option`", header.spelling));
        }
        Some(_) => {}
    }
    if let Some(location) = declared.header("location").filter(|_| *code == "PermanentRedirect") {
        let message = "S3 sends no `Location` with `PermanentRedirect`, leave it away: clients would follow it with a signature for another host";
        diagnostics.at_span(location.span, message);
    }
    if !missing.is_empty() {
        let message = format!("clients crash on a `{code}` that is not complete, give it {}", list(&missing, "and"));
        diagnostics.at(variant.ident, &message);
    }
}

/// Under `strict` the details are a set that S3 was seen to send with the code; an `Option` may count or not.
fn shape_is_sent_by_s3(variant: &Variant<'_>, declared: &Declared<'_>, diagnostics: &mut Diagnostics) {
    let Some(entry) = catalogue::find(&declared.code).filter(|_| !declared.custom) else { return };
    let shapes = entry.shapes;
    let is_known = |detail: &Detail<'_>| entry.details().any(|known| known == detail.name);
    let all_are_known = declared.details.iter().all(is_known);
    if all_are_known && shapes.iter().any(|shape| fits(declared, shape)) {
        return;
    }
    let shapes: Vec<_> = shapes.iter().map(|shape| shape_in_words(shape)).collect();
    let sends = format!("S3 sends `{}` with {}", declared.code, list(&shapes, "or"));
    for detail in &declared.details {
        if !is_known(detail) {
            let message =
                format!("{sends}, not with `{}`: make it a plain field or `log`, or leave `strict` away", detail.name);
            diagnostics.at_span(detail.span, &message);
        }
    }
    if all_are_known {
        diagnostics.at(variant.ident, &format!("{sends}: make these the details, or leave `strict` away"));
    }
}

/// Whether the details can be just these.
fn fits(declared: &Declared<'_>, shape: &[&str]) -> bool {
    let is_in = |detail: &Detail<'_>| shape.contains(&detail.name.as_str());
    declared.details.iter().all(|detail| detail.value.inner.is_some() || is_in(detail))
        && shape.iter().all(|name| declared.detail(name).is_some())
}

fn shape_in_words(shape: &[&str]) -> String {
    let mut words = String::new();
    for name in shape {
        words.push_str(if words.is_empty() { "`" } else { " + `" });
        words.push_str(name);
        words.push('`');
    }
    if words.is_empty() { "no details".to_owned() } else { words }
}

/// The way back goes by the code and the details present: no two variants can look alike in both, whichever of their
/// `Option`s are there.
fn variants_can_be_told_apart(variants: &[Variant<'_>], diagnostics: &mut Diagnostics) {
    let mut known: Vec<(&Ident, &Declared<'_>)> = Vec::new();
    for variant in variants {
        let Some(declared) = variant.declared() else { continue };
        if !declared.known.code || !declared.known.fields {
            continue;
        }
        let alike = |(_, earlier): &&(&Ident, &Declared<'_>)| {
            earlier.code == declared.code && fits_in(declared, earlier) && fits_in(earlier, declared)
        };
        if let Some((earlier, _)) = known.iter().find(alike) {
            let message = format!(
                "`decode` could not tell `{}` from `{earlier}`: both can be a `{}` with the same details, \
                 merge them or give one a detail that is always there",
                variant.ident, declared.code
            );
            diagnostics.at(variant.ident, &message);
        }
        known.push((variant.ident, declared));
    }
}

/// Whether all that `a` always sends can be sent by `b`.
fn fits_in(a: &Declared<'_>, b: &Declared<'_>) -> bool {
    a.details.iter().all(|detail| detail.value.inner.is_some() || b.detail(&detail.name).is_some())
}

/// What no variant takes is kept whole, so it has to fit.
fn other_holds_a_document(variant: &Variant<'_>, diagnostics: &mut Diagnostics) {
    let Kind::Other(field) = &variant.kind else { return };
    if !names_a_document(field.ty) {
        let message = format!("`{}` receives what `decode` cannot place, make this an `ErrorDocument`", variant.ident);
        diagnostics.at(field.ty, &message);
    }
}

/// One variant receives what no other takes.
fn one_other(variants: &[Variant<'_>], diagnostics: &mut Diagnostics) {
    let mut first: Option<&Ident> = None;
    for variant in variants {
        match first {
            _ if !matches!(variant.kind, Kind::Other(_)) => {}
            None => first = Some(variant.ident),
            Some(first) => {
                diagnostics.at(variant.ident, &format!("`{first}` is the `other` variant already, keep one"));
            }
        }
    }
}
