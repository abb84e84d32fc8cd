//! DeleteObjects: one request, a result for every key.

use axum::response::Response;
use quick_xml::Reader;
use quick_xml::events::Event;
use s3err_core::{RequestContext, StandardError};

use crate::xml;

/// The most objects of one request.
const MAX_OBJECTS: usize = 1000;

/// `<Delete>`, as a client sends it.
#[derive(Default)]
struct Delete {
    objects: Vec<Object>,
    /// Tell of failures alone.
    quiet: bool,
}

#[derive(Default)]
struct Object {
    key: String,
    version_id: Option<String>,
}

/// The result: a key whose first segment is a code is not deleted.
pub(crate) fn delete_objects(body: &[u8], context: &RequestContext) -> Result<Response, StandardError> {
    let delete = read(body).ok_or(StandardError::MalformedXML)?;
    if delete.objects.is_empty() || delete.objects.len() > MAX_OBJECTS {
        return Err(StandardError::MalformedXML);
    }
    let entries = delete.objects.iter().map(|Object { key, version_id }| {
        match key.split('/').next().unwrap_or_default().parse::<StandardError>() {
            Ok(error) => context.to_delete_entry(key, version_id.as_deref(), &error),
            Err(_) if delete.quiet => String::new(),
            Err(_) => {
                let version_id = version_id.iter().map(|id| ("VersionId", id.as_str()));
                let deleted: Vec<_> = [("Key", key.as_str())].into_iter().chain(version_id).collect();
                format!("<Deleted>{}</Deleted>", xml::elements(&deleted))
            }
        }
    });
    Ok(xml::document("DeleteResult", &entries.collect::<String>()))
}

/// Reads the request; `None` where it is none.
fn read(body: &[u8]) -> Option<Delete> {
    let text = std::str::from_utf8(body).ok()?;
    let mut reader = Reader::from_str(text);
    let mut delete = Delete::default();
    let mut path: Vec<String> = Vec::new();
    let mut content = String::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => {
                path.push(start.local_name().as_ref().to_owned());
                content.clear();
                enter(&mut delete, &path);
            }
            Event::Empty(start) => {
                path.push(start.local_name().as_ref().to_owned());
                enter(&mut delete, &path);
                leave(&mut delete, &path, "");
                path.pop();
            }
            Event::Text(piece) => content.push_str(&piece.xml10_content()),
            Event::CData(piece) => content.push_str(&piece.xml10_content()),
            Event::GeneralRef(reference) => content.push(match reference.resolve_char_ref() {
                Ok(Some(character)) => character,
                Ok(None) => named(&reference)?,
                Err(_) => char::REPLACEMENT_CHARACTER,
            }),
            Event::End(_) => {
                leave(&mut delete, &path, &content);
                path.pop()?;
                content.clear();
            }
            Event::Eof => return path.is_empty().then_some(delete),
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) => {}
            Event::DocType(_) => return None,
        }
        // Nothing in the request is deeper.
        if path.len() > 4 || path.first().is_some_and(|root| root != "Delete") {
            return None;
        }
    }
}

fn named(reference: &str) -> Option<char> {
    Some(match reference {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

fn enter(delete: &mut Delete, path: &[String]) {
    if is(path, &["Delete", "Object"]) {
        delete.objects.push(Object::default());
    }
}

fn leave(delete: &mut Delete, path: &[String], content: &str) {
    let object = delete.objects.last_mut();
    if is(path, &["Delete", "Quiet"]) {
        delete.quiet = content.trim() == "true";
    } else if let Some(object) = object {
        if is(path, &["Delete", "Object", "Key"]) {
            content.clone_into(&mut object.key);
        } else if is(path, &["Delete", "Object", "VersionId"]) {
            object.version_id = Some(content.to_owned()).filter(|id| !id.is_empty());
        }
    }
}

fn is(path: &[String], names: &[&str]) -> bool {
    path.iter().map(String::as_str).eq(names.iter().copied())
}
