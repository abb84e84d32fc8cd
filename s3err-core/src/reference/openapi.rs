//! The responses, as OpenAPI describes them.
//!
//! Source of the shape: the OpenAPI Specification 3.0 and 3.1, "Response Object" and "XML Object".

use super::anchors::Anchors;
use super::json::{array, object, string};
use super::{Reference, example};
use crate::spec::{ErrorSpec, FieldSpec};

pub(super) fn render(reference: &Reference) -> String {
    let mut anchors = Anchors::new(&[]);
    let ids: Vec<_> = reference.errors().map(|(type_name, spec)| anchors.of_error(type_name, spec).id).collect();
    let responses = ids.iter().zip(reference.errors()).map(|(id, (_, spec))| (id.as_str(), response(spec)));
    let responses: Vec<_> = responses.collect();
    object(&[("components", object(&[("responses", object(&responses))]))])
}

fn response(spec: &'static ErrorSpec) -> String {
    let rendered = example::response(spec);
    let headers: Vec<_> = spec.headers.iter().map(|header| (header.name, header_object(header))).collect();
    let mut members = vec![("description", string(&description(spec))), ("headers", object(&headers))];
    if !rendered.body().is_empty() {
        let document = example::plain(&String::from_utf8_lossy(rendered.body()));
        let media = object(&[("schema", schema(spec)), ("example", string(&document))]);
        members.push(("content", object(&[("application/xml", media)])));
    }
    object(&members)
}

/// The code, because several errors share a status, and the doc comment, else the message.
fn description(spec: &ErrorSpec) -> String {
    let text = if spec.docs.is_empty() { example::plain(&example::message(spec)) } else { spec.docs.to_owned() };
    format!("`{}`: {text}", spec.code)
}

fn header_object(header: &FieldSpec) -> String {
    object(&[("required", (!header.optional).to_string()), ("schema", text())])
}

fn schema(spec: &ErrorSpec) -> String {
    let code = object(&[("type", string("string")), ("enum", array(&[string(spec.code)]))]);
    let mut properties = vec![("Code", code), ("Message", text())];
    properties.extend(spec.details.iter().map(|detail| (detail.name, text())));
    properties.extend(["Resource", "RequestId", "HostId"].map(|name| (name, text())));
    let mut required = vec![string("Code"), string("Message")];
    required.extend(spec.details.iter().filter(|detail| !detail.optional).map(|detail| string(detail.name)));
    required.push(string("RequestId"));
    object(&[
        ("type", string("object")),
        ("xml", object(&[("name", string("Error"))])),
        ("required", array(&required)),
        ("properties", object(&properties)),
    ])
}

fn text() -> String {
    object(&[("type", string("string"))])
}
