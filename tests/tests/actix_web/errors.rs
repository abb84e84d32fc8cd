//! Every failure is one S3 error, that of its request, logged once.

use std::collections::HashSet;

use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::{App, rt};
use s3err_core::{Failure, HostId, LogLevel, S3Layer};
use s3err_tests::facts::codes;
use s3err_tests::http::{Request, VERSIONS};
use s3err_tests::panicking::Panicking;
use tracing::Level;

use crate::app::{LIMIT, routes, start};

/// S3's text of a code; nothing where S3 has none that is known.
fn message(code: &str) -> Option<String> {
    codes().into_iter().find(|known| known.code == code && known.has_message()).map(|known| known.message)
}

/// A way to fail: what is asked, and status, code, details and level of the one error that it is.
type Case = (Request, u16, &'static str, &'static [(&'static str, &'static str)], Level);

fn cases() -> Vec<Case> {
    let redirect = &[("Endpoint", "b.s3.example"), ("Bucket", "b")];
    let json = |request: Request| request.with_header("content-type", "application/json");
    vec![
        // What a handler fails with.
        (Request::get("/fail/k?token=t"), 404, "NoSuchKey", &[("Key", "k")], Level::INFO),
        (
            Request::get("/fail/enum"),
            400,
            "BadDigest",
            &[("CalculatedDigest", "a&b"), ("ExpectedDigest", "c")],
            Level::INFO,
        ),
        (Request::get("/fail/boxed"), 400, "InvalidBucketName", &[], Level::INFO),
        (Request::get("/fail/via"), 404, "NoSuchKey", &[], Level::INFO),
        (Request::get("/fail/chain"), 500, "InternalError", &[], Level::ERROR),
        (Request::get("/fail/slow"), 503, "SlowDown", &[], Level::WARN),
        (Request::get("/fail/redirect"), 307, "TemporaryRedirect", redirect, Level::DEBUG),
        (Request::get("/fail/panic"), 500, "InternalError", &[], Level::ERROR),
        (Request::get("/fail/panic-by-value"), 500, "InternalError", &[], Level::ERROR),
        (Request::put("/read/k", "body"), 404, "NoSuchKey", &[("Key", "k")], Level::INFO),
        (Request::get("/nested/fail/k"), 404, "NoSuchKey", &[("Key", "k")], Level::INFO),
        (Request::get("/nested/fail/panic"), 500, "InternalError", &[], Level::ERROR),
        // What the framework rejects.
        (Request::get("/no/such/route"), 404, "NotFound", &[], Level::INFO),
        (Request::get("/"), 404, "NotFound", &[], Level::INFO),
        (Request::get("/empty-object"), 404, "NotFound", &[], Level::INFO),
        (Request::new("DELETE", "/fail/k"), 405, "MethodNotAllowed", &[], Level::INFO),
        (Request::new("REPORT", "/metrics"), 405, "MethodNotAllowed", &[], Level::INFO),
        (Request::put("/read/k", vec![b'a'; LIMIT + 1]), 400, "EntityTooLarge", &[], Level::INFO),
        (json(Request::put("/json", vec![b' '; LIMIT + 1])), 400, "EntityTooLarge", &[], Level::INFO),
        (json(Request::put("/json", "{\"secret\":")), 400, "InvalidRequest", &[], Level::INFO),
        (Request::put("/json", "{}"), 400, "InvalidRequest", &[], Level::INFO),
        (Request::get("/query?secret=x"), 400, "InvalidRequest", &[], Level::INFO),
        (Request::get("/number/none"), 404, "NotFound", &[], Level::INFO),
        (Request::get("/number/%FF"), 404, "NotFound", &[], Level::INFO),
        // What a handler or a middleware fails with that is not an S3 error.
        (Request::get("/io"), 500, "InternalError", &[], Level::ERROR),
        (Request::get("/words"), 403, "AccessDenied", &[], Level::INFO),
        (Request::get("/reason"), 403, "AccessDenied", &[], Level::INFO),
        (Request::get("/way/failure"), 404, "NoSuchKey", &[("Key", "on the way")], Level::INFO),
        (Request::get("/way/words"), 403, "AccessDenied", &[], Level::INFO),
        (Request::get("/way/panic"), 500, "InternalError", &[], Level::ERROR),
        (Request::get("/by-hand/panic"), 500, "InternalError", &[], Level::ERROR),
        (Request::get("/way/no-such-route"), 404, "NotFound", &[], Level::INFO),
    ]
}

#[test]
fn every_way_to_fail_is_one_error_of_its_request_and_one_event() {
    let server = start(Some(S3Layer::new().with_host_id(HostId::from_static("aG9zdA==")).with_resource()));
    let mut ids = HashSet::new();
    for (request, status, code, details, level) in cases() {
        for version in VERSIONS {
            let response = server.send_over(version, &request);
            let what = format!("{version:?} {request:?}: {response:?}");
            assert_eq!(response.status, status, "{what}");
            let document = response.document();
            assert_eq!(document.code, code, "{what}");
            if let Some(message) = message(code) {
                assert_eq!(document.message, message, "{what}");
            }
            let expected: Vec<_> =
                details.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            assert_eq!(document.details, expected, "{what}");
            let path = request.target.split('?').next().unwrap();
            assert_eq!(document.resource.as_deref(), Some(path), "{what}");
            assert!(!response.text().contains("secret") && !response.text().contains("sector"), "{what}");
            let (request_id, host_id) = response.ids();
            assert_eq!(host_id, "aG9zdA==");

            let events = server.logged();
            assert_eq!(events.len(), 1, "{what}: {events:?}");
            let field = |name| events[0].field(name);
            assert_eq!(field("request_id"), Some(request_id), "{what}");
            assert_eq!((field("code"), events[0].level), (Some(code), level), "{what}");
            assert_eq!((field("method"), field("resource")), (Some(request.method.as_str()), Some(path)), "{what}");
            assert!(ids.insert(request_id.to_owned()), "{what}: an id stands for one request");
        }
    }
}

#[test]
fn what_stays_inside_is_in_the_log() {
    let server = start(Some(S3Layer::new()));
    for (path, name, expected) in [
        ("/fail/chain", "causes", "[\"sector 9\"]"),
        ("/fail/via", "causes", "[\"/var/lib/d7\"]"),
        ("/fail/panic", "log", "panic=\"the panic's secret 5\""),
        ("/fail/panic-by-value", "log", "panic=\"not a string\""),
        ("/way/panic", "log", "panic=\"the way's secret panic\""),
        ("/io", "causes", "[\"sector 9\"]"),
        ("/io", "log", "rejected_with=500"),
        ("/words", "causes", "[\"the handler's secret\"]"),
        ("/way/words", "causes", "[\"the way's secret\"]"),
        ("/no/such/route", "log", "rejected_with=404"),
    ] {
        let response = server.get(path);
        let events = server.logged();
        assert_eq!(events.len(), 1, "{path}");
        assert_eq!(events[0].field("request_id"), Some(response.ids().0), "{path}");
        assert_eq!(events[0].field(name), Some(expected), "{path}");
    }
}

#[test]
fn the_layer_says_at_which_level_an_error_is_logged_and_if() {
    let layer = S3Layer::new().with_level(|error| match error.code() {
        "NoSuchKey" => None,
        "NotFound" => Some(LogLevel::Error),
        _ => Some(LogLevel::from_error(error)),
    });
    let server = start(Some(layer));
    for (path, expected) in [
        ("/fail/k", vec![]),
        ("/way/failure", vec![]),
        ("/no/such/route", vec![Level::ERROR]),
        ("/fail/slow", vec![Level::WARN]),
        ("/metrics", vec![]),
        ("/json-404", vec![]),
    ] {
        let _ = server.get(path).ids();
        let levels: Vec<_> = server.logged().into_iter().map(|event| event.level).collect();
        assert_eq!(levels, expected, "{path}");
    }
}

#[test]
fn an_error_has_the_headers_of_its_own() {
    let server = start(Some(S3Layer::new().with_bucket_region("eu-south-2")));
    for version in VERSIONS {
        let get = |path| server.send_over(version, &Request::get(path));
        let slow = get("/fail/slow");
        assert_eq!((slow.header("retry-after"), slow.header("x-amz-retry-after")), (Some("2"), Some("1500")));
        assert_eq!(slow.header("x-amz-bucket-region"), None);
        let redirect = get("/fail/redirect");
        assert_eq!(redirect.header("location"), Some("http://b.s3.example/k?a=b"));
        assert_eq!(redirect.header("x-amz-bucket-region"), Some("eu-south-2"));
        assert_eq!(get("/reason").header("x-kept"), Some("kept"), "what others added stays");
    }
}

#[test]
fn an_id_that_the_request_has_is_taken() {
    let server = start(Some(S3Layer::new()));
    for (path, version) in ["/fail/k", "/metrics", "/way/words", "/no/such/route"]
        .map(|path| VERSIONS.map(|version| (path, version)))
        .concat()
    {
        let response = server.send_over(version, &Request::get(path).with_header("x-test-id", "4442587FB7D0A2F9"));
        assert_eq!(response.header("x-amz-request-id"), Some("4442587FB7D0A2F9"), "{path}");
    }
}

#[test]
fn without_the_layer_a_failure_is_an_error_with_random_ids() {
    let server = start(None);
    let [one, two] = VERSIONS.map(|version| server.send_over(version, &Request::get("/fail/k")));
    for response in [&one, &two] {
        assert_eq!((response.status, response.document().code.as_str()), (404, "NoSuchKey"));
    }
    assert_ne!(one.header("x-amz-request-id"), two.header("x-amz-request-id"));
    let metrics = server.get("/metrics");
    assert_eq!(metrics.header("x-amz-request-id"), None, "only a failure has ids of its own");
}

#[test]
fn requests_at_the_same_time_never_mix_their_ids() {
    let server = start(Some(S3Layer::new().with_resource()));
    let ask = |client: usize| {
        let version = VERSIONS[client % 2];
        let ids = (0..40).map(|number| {
            let path = format!("/fail/c{client}n{number}");
            let response = server.send_over(version, &Request::get(&path));
            let document = response.document();
            assert_eq!(document.detail("Key"), path.strip_prefix("/fail/"));
            assert_eq!(document.resource, Some(path));
            response.ids().0.to_owned()
        });
        ids.collect::<Vec<_>>()
    };
    let ids: Vec<_> = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..8).map(|client| scope.spawn(move || ask(client))).collect();
        clients.into_iter().flat_map(|client| client.join().unwrap()).collect()
    });
    assert_eq!(ids.len(), 320);
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
}

#[test]
fn a_middleware_around_the_layer_sees_what_was_refused_as_what_failed() {
    rt::System::new().block_on(async {
        let app = init_service(App::new().configure(routes).wrap(S3Layer::new())).await;
        for (path, label) in [
            ("/fail/k", Some("NoSuchKey")),
            ("/no/such/route", Some("NotFound")),
            ("/query?secret=x", Some("InvalidRequest")),
            ("/metrics", None),
        ] {
            let response = call_service(&app, TestRequest::with_uri(path).to_request()).await;
            let extensions = response.response().extensions();
            assert_eq!(extensions.get::<Failure>().map(|failure| failure.error().variant()), label, "{path}");
        }
    });
}

#[test]
fn whatever_of_an_error_panics_there_is_one_response_and_one_event() {
    for layer in [S3Layer::new(), S3Layer::new().with_level(|_| panic!("secret"))] {
        let server = start(Some(layer));
        for path in Panicking::paths() {
            let response = server.get(&path);
            let document = response.document();
            assert!([400, 500].contains(&response.status) && !document.message.contains("secret"), "{path}");
            let events = server.logged();
            assert_eq!(events.len(), 1, "{path}: {events:?}");
            assert_eq!(events[0].field("request_id"), Some(response.ids().0), "{path}");
        }
    }
}
