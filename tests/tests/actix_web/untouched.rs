//! Responses that are not S3's go out as they are, with ids.

use s3err_core::S3Layer;
use s3err_tests::http::{Request, VERSIONS};

use crate::app::start;

#[test]
fn what_is_meant_as_it_is_gets_ids_and_nothing_else() {
    let server = start(Some(S3Layer::new()));
    for (method, path, status, content_type, body) in [
        ("GET", "/metrics", 200, Some("text/plain; charset=utf-8"), "errors_total 0\n"),
        ("GET", "/json-404", 404, Some("application/json"), "{\"secret\":false}"),
        ("GET", "/way/json", 403, Some("application/json"), "[]"),
        ("GET", "/draining", 503, Some("text/plain"), "draining"),
        ("GET", "/handled/plain", 503, Some("text/plain; charset=utf-8"), "draining"),
        ("GET", "/handled/words", 403, Some("text/plain; charset=utf-8"), "the way's secret"),
        ("GET", "/handled/no-such-route", 404, None, ""),
        ("GET", "/name/b%20c", 200, Some("text/plain; charset=utf-8"), "b c"),
    ] {
        for version in VERSIONS {
            let response = server.send_over(version, &Request::new(method, path));
            assert_eq!((response.status, response.text()), (status, body), "{path}");
            assert_eq!(response.header("content-type"), content_type, "{path}");
            let (request_id, host_id) = response.ids();
            assert_eq!((request_id.len(), host_id.len()), (16, 76));
            assert_eq!(server.logged().len(), 0, "{path}: no error, no event");
        }
    }
}

#[test]
fn a_failure_of_a_handled_route_is_an_error_all_the_same() {
    let server = start(Some(S3Layer::new()));
    for version in VERSIONS {
        let response = server.send_over(version, &Request::get("/handled/failure"));
        assert_eq!((response.status, response.document().code.as_str()), (404, "NoSuchKey"));
    }
}

#[test]
fn ids_that_a_response_brings_along_stay() {
    let server = start(Some(S3Layer::new()));
    for version in VERSIONS {
        let response = server.send_over(version, &Request::get("/given"));
        assert_eq!(response.ids(), ("GIVEN", "host"));
    }
}

#[test]
fn an_error_inside_a_200_has_the_ids_of_the_headers() {
    let server = start(Some(S3Layer::new()));
    for version in VERSIONS {
        let response = server.send_over(version, &Request::new("PUT", "/copy"));
        assert_eq!(response.status, 200);
        let (document, _) = s3err_tests::document::parse(response.text());
        let (request_id, host_id) = response.ids();
        assert_eq!(document.code, "InternalError");
        assert_eq!((document.request_id, document.host_id), (Some(request_id.to_owned()), Some(host_id.to_owned())));
    }
}
