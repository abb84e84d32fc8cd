//! The responses, as OpenAPI describes them.
//!
//! Source of the shape: the OpenAPI Specification 3.0 and 3.1, "Response Object" and "XML Object".

use super::anchors::Anchors;
use super::json::{array, object, string};
use super::{Reference, example};
use crate::spec::{ErrorSpec, FieldSpec};

pub(super) fn render(reference: &Reference) -> String {
    let mut anchors = Anchors::new(&[]);
    let responses = reference.errors().map(|(type_name, spec)| (anchors.of_error(type_name, spec).id, response(spec)));
    let responses = object(responses.collect::<Vec<_>>());
    object([("components", object([("responses", responses)]))])
}

fn response(spec: &'static ErrorSpec) -> String {
    let rendered = example::response(spec);
    let headers = spec.headers.iter().map(|header| (header.name, header_object(header)));
    let mut members = vec![("description", string(&description(spec))), ("headers", object(headers))];
    if !rendered.body().is_empty() {
        let document = example::plain(&String::from_utf8_lossy(rendered.body()));
        let media = object([("schema", schema(spec)), ("example", string(&document))]);
        members.push(("content", object([("application/xml", media)])));
    }
    object(members)
}

/// The code, because several errors share a status, and the doc comment, else the message.
fn description(spec: &ErrorSpec) -> String {
    let text = if spec.docs.is_empty() { example::plain(&example::message(spec)) } else { spec.docs.to_owned() };
    format!("`{}`: {text}", spec.code)
}

fn header_object(header: &FieldSpec) -> String {
    object([("required", (!header.optional).to_string()), ("schema", text())])
}

fn schema(spec: &ErrorSpec) -> String {
    let code = object([("type", string("string")), ("enum", array([string(spec.code)]))]);
    let own = ["Code", "Message"].into_iter();
    let always = own.chain(spec.details.iter().filter(|detail| !detail.optional).map(|detail| detail.name));
    let details = spec.details.iter().map(|detail| (detail.name, text()));
    let ids = ["Resource", "RequestId", "HostId"].into_iter().map(|name| (name, text()));
    object([
        ("type", string("object")),
        ("xml", object([("name", string("Error"))])),
        ("required", array(always.chain(["RequestId"]).map(string))),
        ("properties", object([("Code", code), ("Message", text())].into_iter().chain(details).chain(ids))),
    ])
}

fn text() -> String {
    object([("type", string("string"))])
}
