//! The headers of a response that tell of its error: those that belong to it, the code, the message and the details
//! that some servers send there, and the ids.

use std::fmt;

use bytes::Bytes;
use http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_LOCATION, CONTENT_RANGE, ETAG, EXPIRES, HeaderName, HeaderValue, LAST_MODIFIED,
    LOCATION, RETRY_AFTER, VARY,
};
use http::{HeaderMap, StatusCode};

use crate::catalogue::{DETAILS, is_sensitive};
use crate::name;

/// The prefix of a website endpoint's headers that hold details.
const DETAIL_PREFIX: &str = "x-amz-error-detail-";

/// The headers besides `x-amz-*` that belong to an error. MinIO's are the only way in which a response to a HEAD gives
/// its clients a code.
const OF_AN_ERROR: [&str; 2] = ["x-minio-error-code", "x-minio-error-desc"];

/// The headers that a 304 repeats from the response that it stands for (RFC 9110, section 15.4.5).
const OF_NOT_MODIFIED: [HeaderName; 4] = [CACHE_CONTROL, CONTENT_LOCATION, EXPIRES, VARY];

/// The headers whose lines are one list (RFC 9110, section 5.3). Of any other the first line counts.
const LISTS: [HeaderName; 3] = [ALLOW, CACHE_CONTROL, VARY];

/// Returns whether a header belongs to the error that a response of this status is, and not to the response.
pub(super) fn belongs_to_the_error(name: &HeaderName, status: StatusCode) -> bool {
    let named = [ALLOW, ETAG, LAST_MODIFIED, CONTENT_RANGE, LOCATION, RETRY_AFTER];
    let amz = name.as_str().starts_with("x-amz-") && name::is_header_of_an_error(name.as_str());
    let of_not_modified = status == StatusCode::NOT_MODIFIED && OF_NOT_MODIFIED.contains(name);
    amz || named.contains(name) || OF_AN_ERROR.contains(&name.as_str()) || of_not_modified
}

/// The value of a header.
pub(super) fn value(headers: &HeaderMap, name: &HeaderName) -> Option<HeaderValue> {
    let mut lines = headers.get_all(name).iter();
    let first = lines.next()?;
    if !LISTS.contains(name) {
        return Some(first.clone());
    }
    let (mut list, mut sensitive) = (first.as_bytes().to_vec(), first.is_sensitive());
    for line in lines {
        list.extend_from_slice(b", ");
        list.extend_from_slice(line.as_bytes());
        sensitive |= line.is_sensitive();
    }
    let mut list = HeaderValue::from_maybe_shared(Bytes::from(list)).ok()?;
    list.set_sensitive(sensitive);
    Some(list)
}

/// The text of a header, if it is text.
pub(super) fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    std::str::from_utf8(headers.get(name)?.as_bytes()).ok().map(str::to_owned)
}

/// The code in a header: that of a website endpoint, of MinIO, which quotes it, or of the JSON protocol.
pub(super) fn code(headers: &HeaderMap) -> Option<String> {
    let named = ["x-amz-error-code", "x-minio-error-code"].into_iter().find_map(|name| {
        let text = text(headers, name)?;
        let code = unquoted(&text).trim();
        (!code.is_empty()).then(|| code.to_owned())
    });
    named.or_else(|| json_code(headers))
}

/// The message in a header.
pub(super) fn message(headers: &HeaderMap) -> Option<String> {
    let text = text(headers, "x-amz-error-message").or_else(|| text(headers, "x-minio-error-desc"))?;
    Some(unquoted(&text).to_owned())
}

/// The details in headers, each with its name.
pub(super) fn details(headers: &HeaderMap) -> impl Iterator<Item = (String, String)> {
    headers.keys().filter_map(|header| Some((detail_of(header)?, text(headers, header.as_str())?)))
}

/// The code of the JSON protocol.
pub(super) fn json_code(headers: &HeaderMap) -> Option<String> {
    code_in(&text(headers, "x-amzn-errortype")?).map(str::to_owned)
}

/// The code in what the JSON protocol has for one, as in `aws.protocols#ValidationException:http://example.com/`.
pub(super) fn code_in(shape: &str) -> Option<&str> {
    let name = shape.split(':').next()?.rsplit('#').next()?.trim();
    let is_code = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    (!name.is_empty() && name.bytes().all(is_code)).then_some(name)
}

/// The id of the JSON protocol, which has it in no document.
pub(super) fn json_request_id(headers: &HeaderMap) -> Option<String> {
    text(headers, "x-amzn-requestid")
}

/// The compression of a body.
pub(super) fn compression(headers: &HeaderMap) -> Option<String> {
    let encoding = text(headers, "content-encoding")?.trim().to_ascii_lowercase();
    (!encoding.is_empty() && encoding != "identity").then_some(encoding)
}

/// Returns whether a header is that of a detail that is sensitive by the catalogue.
pub(super) fn holds_a_secret(header: &HeaderName) -> bool {
    detail_of(header).is_some_and(|detail| is_sensitive(&detail))
}

fn unquoted(text: &str) -> &str {
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text)
}

/// The name of the detail that a header holds. It has lost its case on the way: S3's spelling is taken where S3 has
/// one.
fn detail_of(header: &HeaderName) -> Option<String> {
    let lower_case = header.as_str().strip_prefix(DETAIL_PREFIX)?;
    let known = DETAILS.iter().find(|detail| detail.eq_ignore_ascii_case(lower_case));
    Some(known.map_or_else(|| capitalised(lower_case), |detail| (*detail).to_owned()))
}

fn capitalised(word: &str) -> String {
    let mut word = word.to_owned();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
}

/// Shows headers without the query and the fragment of a URL, which may be signed, and what is before its host.
pub(super) struct Shown<'a>(pub(super) &'a HeaderMap);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        for (name, value) in self.0 {
            match value.to_str().ok().filter(|_| !value.is_sensitive()) {
                Some(text) => map.entry(name, &Url(text)),
                None => map.entry(name, value),
            };
        }
        map.finish()
    }
}

/// Shows a string that may be a URL.
pub(super) struct Url<'a>(pub(super) &'a str);

impl fmt::Debug for Url<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = self.0.find(['?', '#']).unwrap_or(self.0.len());
        let (url, query) = self.0.split_at_checked(end).unwrap_or_default();
        let host = url.split_once("//").and_then(|(_, after)| after.split('/').next()?.rsplit_once('@'));
        match host {
            Some((secret, _)) => url.replacen(secret, "..", 1).fmt(f)?,
            None => url.fmt(f)?,
        }
        f.write_str(if query.is_empty() { "" } else { "?.." })
    }
}

/// Shows the names of headers: any value may be a secret.
pub(super) struct ShownByName<'a>(pub(super) &'a HeaderMap);

impl fmt::Debug for ShownByName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}
