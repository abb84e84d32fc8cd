//! The reference as JSON, and the writing of JSON.

use std::fmt::Write as _;

use super::anchors::Anchors;
use super::{Group, Reference, example, fault, retry};
use crate::spec::{ErrorSpec, FieldSpec};

pub(super) fn render(reference: &Reference) -> String {
    let mut anchors = Anchors::new(&[]);
    let errors = reference.errors().map(|(type_name, spec)| {
        let id = anchors.of_error(type_name, spec).id;
        error(&id, type_name, spec)
    });
    let errors: Vec<_> = errors.collect();
    let groups: Vec<_> = reference.groups.iter().map(group).collect();
    object(&[
        ("title", string(&reference.title)),
        ("version", reference.version.as_deref().map_or_else(null, string)),
        ("intro", reference.intro.as_deref().map_or_else(null, string)),
        ("types", array(&groups)),
        ("errors", array(&errors)),
    ])
}

fn group(group: &Group) -> String {
    object(&[("name", string(group.name)), ("intro", group.intro.as_deref().map_or_else(null, string))])
}

fn error(id: &str, type_name: &str, spec: &'static ErrorSpec) -> String {
    object(&[
        ("id", string(id)),
        ("type", string(type_name)),
        ("variant", string(spec.variant)),
        ("code", string(spec.code)),
        ("status", spec.status.as_str().to_owned()),
        ("message", string(&example::plain(&example::message(spec)))),
        ("details", fields(spec.details)),
        ("headers", fields(spec.headers)),
        ("retry", string(retry(spec.retry))),
        ("fault", fault(spec).map_or_else(null, |fault| string(fault.as_str()))),
        ("close", spec.close.to_string()),
        ("docs", string(spec.docs)),
        ("response", string(&example::plain(&example::on_the_wire(&example::response(spec))))),
    ])
}

fn fields(fields: &[FieldSpec]) -> String {
    array(&fields.iter().map(field).collect::<Vec<_>>())
}

fn field(field: &FieldSpec) -> String {
    object(&[
        ("name", string(field.name)),
        ("optional", field.optional.to_string()),
        ("sensitive", field.sensitive.to_string()),
        ("value", field.value.map_or_else(null, |value| string(&example::plain(&example::filled(value))))),
    ])
}

pub(super) fn null() -> String {
    "null".to_owned()
}

/// An object of these members, whose values are JSON.
pub(super) fn object(members: &[(&str, String)]) -> String {
    let members: Vec<_> = members.iter().map(|(name, value)| format!("{}:{value}", string(name))).collect();
    format!("{{{}}}", members.join(","))
}

/// An array of these elements, which are JSON.
pub(super) fn array(elements: &[String]) -> String {
    format!("[{}]", elements.join(","))
}

/// The string in quotes. `<` is escaped too, so that the JSON can be put into a script of a page.
pub(super) fn string(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    json.push('"');
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\0'..='\x1F' | '<' => {
                let _ = write!(json, "\\u{:04x}", u32::from(c));
            }
            c => json.push(c),
        }
    }
    json.push('"');
    json
}

#[cfg(test)]
mod tests {
    use super::{array, object, string};

    #[test]
    fn strings_are_escaped() {
        assert_eq!(string("a\"\\\n\t\u{0}é</script>"), "\"a\\\"\\\\\\n\\u0009\\u0000é\\u003c/script>\"");
    }

    #[test]
    fn members_and_elements_are_separated() {
        assert_eq!(
            object(&[("a", "1".to_owned()), ("\"", array(&["2".to_owned(), "3".to_owned()]))]),
            "{\"a\":1,\"\\\"\":[2,3]}"
        );
        assert_eq!(object(&[]), "{}");
    }
}
