//! From the `http` of actix-web, 0.2, to ours, and back.
//!
//! Both know the same statuses, methods, header names and values, so that the ways out below are never taken.

use actix_web::http as theirs;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Version};

pub(super) fn method(method: &theirs::Method) -> Method {
    Method::from_bytes(method.as_str().as_bytes()).unwrap_or_default()
}

pub(super) fn version(version: theirs::Version) -> Version {
    match version {
        theirs::Version::HTTP_09 => Version::HTTP_09,
        theirs::Version::HTTP_10 => Version::HTTP_10,
        theirs::Version::HTTP_2 => Version::HTTP_2,
        theirs::Version::HTTP_3 => Version::HTTP_3,
        _ => Version::HTTP_11,
    }
}

pub(super) fn status(status: theirs::StatusCode) -> StatusCode {
    StatusCode::from_u16(status.as_u16()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

pub(super) fn status_back(status: StatusCode) -> theirs::StatusCode {
    theirs::StatusCode::from_u16(status.as_u16()).unwrap_or(theirs::StatusCode::INTERNAL_SERVER_ERROR)
}

pub(super) fn header_back(
    name: &HeaderName,
    value: &HeaderValue,
) -> Option<(theirs::header::HeaderName, theirs::header::HeaderValue)> {
    let sensitive = value.is_sensitive();
    let name = theirs::header::HeaderName::from_bytes(name.as_str().as_bytes()).ok()?;
    let mut value = theirs::header::HeaderValue::from_bytes(value.as_bytes()).ok()?;
    value.set_sensitive(sensitive);
    Some((name, value))
}

/// Returns headers that one of ours is to be read from.
pub(super) fn headers(headers: &theirs::header::HeaderMap) -> HeaderMap {
    let convert = |(name, value): (&theirs::header::HeaderName, &theirs::header::HeaderValue)| {
        let name = HeaderName::from_bytes(name.as_str().as_bytes()).ok()?;
        Some((name, HeaderValue::from_bytes(value.as_bytes()).ok()?))
    };
    let mut ours = HeaderMap::new();
    for (name, value) in headers.iter().filter_map(convert) {
        let _ = ours.try_insert(name, value); // collecting would panic where there are too many
    }
    ours
}

#[cfg(test)]
mod tests {
    use super::{header_back, method, status, status_back, theirs, version};
    use http::{HeaderName, HeaderValue, StatusCode};

    #[test]
    fn every_status_method_version_and_value_has_its_like() {
        for code in 100..=999 {
            let ours = StatusCode::from_u16(code).unwrap();
            assert_eq!(status_back(ours).as_u16(), code);
            assert_eq!(status(status_back(ours)), ours);
        }
        let methods = ["GET", "HEAD", "PUT", "PROPFIND"].map(|name| name.as_bytes().to_vec());
        for name in (0..=255).map(|byte| vec![b'A', byte]).chain(methods) {
            if let Ok(theirs) = theirs::Method::from_bytes(&name) {
                assert_eq!(method(&theirs).as_str().as_bytes(), name);
            }
        }
        for (theirs, ours) in [
            (theirs::Version::HTTP_09, http::Version::HTTP_09),
            (theirs::Version::HTTP_10, http::Version::HTTP_10),
            (theirs::Version::HTTP_11, http::Version::HTTP_11),
            (theirs::Version::HTTP_2, http::Version::HTTP_2),
            (theirs::Version::HTTP_3, http::Version::HTTP_3),
        ] {
            assert_eq!(version(theirs), ours);
        }
        for byte in 0..=255_u8 {
            let bytes = [b'a', byte, b'z'];
            if let Ok(value) = HeaderValue::from_bytes(&bytes) {
                let (_, back) = header_back(&HeaderName::from_static("etag"), &value).unwrap();
                assert_eq!(back.as_bytes(), bytes);
            }
            if let Ok(name) = HeaderName::from_bytes(&bytes) {
                let (back, _) = header_back(&name, &HeaderValue::from_static("")).unwrap();
                assert_eq!(back.as_str(), name.as_str());
            }
        }
        let mut secret = HeaderValue::from_static("secret");
        secret.set_sensitive(true);
        assert!(header_back(&HeaderName::from_static("etag"), &secret).unwrap().1.is_sensitive());
    }
}
