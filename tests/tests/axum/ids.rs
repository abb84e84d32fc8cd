//! The source of the ids of a response.

use std::collections::HashSet;

use axum::extract::Request;
use axum::http::HeaderValue;
use s3err_core::{HostId, RequestId, S3Layer};

use crate::{HOST, routes, serve, start};

#[test]
fn ids_that_a_response_brings_along_stay() {
    let response = start().get("/own");
    assert_eq!((response.document().request_id.as_deref(), response.one("x-amz-request-id")), (Some("OWN"), "OWN"));
    assert_eq!(response.one("x-amz-id-2"), "SELF");
}

#[test]
fn a_handler_sees_the_ids_of_its_response() {
    let response = start().get("/ids");
    assert_eq!(response.text(), format!("{} {HOST}", response.one("x-amz-request-id")));
}

#[test]
fn the_id_is_the_one_that_the_stack_has() {
    #[derive(Clone)]
    struct Always(&'static str);
    impl tower_http::request_id::MakeRequestId for Always {
        fn make_request_id<B>(&mut self, _: &http::Request<B>) -> Option<tower_http::request_id::RequestId> {
            Some(tower_http::request_id::RequestId::new(HeaderValue::from_static(self.0)))
        }
    }
    impl tower_http_06::request_id::MakeRequestId for Always {
        fn make_request_id<B>(&mut self, _: &http::Request<B>) -> Option<tower_http_06::request_id::RequestId> {
            Some(tower_http_06::request_id::RequestId::new(HeaderValue::from_static(self.0)))
        }
    }
    async fn insert(mut request: Request) -> Request {
        request.extensions_mut().insert(RequestId::from_static("GIVEN"));
        request
    }
    use tower_http::request_id::SetRequestIdLayer;
    let app = || routes().layer(S3Layer::new());
    for (app, expected) in [
        (app().layer(SetRequestIdLayer::x_request_id(Always("of-a-uuid"))), "of-a-uuid"),
        (app().layer(tower_http_06::request_id::SetRequestIdLayer::x_request_id(Always("of-0.6"))), "of-0.6"),
        (app().layer(axum::middleware::map_request(insert)), "GIVEN"),
    ] {
        let server = serve(app);
        let response = server.get("/fail/key");
        assert_eq!(response.document().request_id.as_deref(), Some(expected));
        assert_eq!(server.logged()[0].field("request_id"), Some(expected));
        assert_eq!(server.get("/metrics").one("x-amz-request-id"), expected);
    }
    // One that is good for no id is not taken.
    let server = serve(app().layer(SetRequestIdLayer::x_request_id(Always("two words"))));
    assert_eq!(server.get("/fail/key").one("x-amz-request-id").len(), 16);
}

#[test]
fn without_the_layer_ids_are_random() {
    let server = serve(routes());
    let [first, second] = [server.get("/fail/key"), server.get("/fail/key")];
    assert_eq!((first.document().code, second.document().code), ("NoSuchKey".into(), "NoSuchKey".into()));
    assert_ne!(first.one("x-amz-request-id"), second.one("x-amz-request-id"));
    assert_eq!(first.one("x-amz-id-2"), second.one("x-amz-id-2"), "a process is one host");
    for response in [first, second] {
        assert_eq!(response.document().request_id.as_deref(), Some(response.one("x-amz-request-id")));
        assert_eq!(response.one("content-length"), response.body.len().to_string());
    }
    let [ids, others] = [server.get("/ids").body, server.get("/ids").body];
    assert!(ids.len() == 16 + 1 + 76 && ids != others, "{ids:?} {others:?}");
}

#[test]
fn many_requests_at_once_keep_their_own_ids() {
    let server = start();
    let ids: Vec<String> = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..16)
            .map(|client| {
                let mut connection = server.connect();
                scope.spawn(move || {
                    let ways = ["key", "disk", "slow", "not"];
                    (0..100)
                        .map(|round| {
                            let way = ways[(client + round) % ways.len()];
                            let response = connection.get(&format!("/fail/{way}"));
                            if way != "not" {
                                let _ = response.document();
                            }
                            response.one("x-amz-request-id").to_owned()
                        })
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        clients.into_iter().flat_map(|client| client.join().unwrap()).collect()
    });
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), 1600);
}

#[test]
fn a_random_id_looks_like_s3s_and_never_like_a_number() {
    for _ in 0..10_000 {
        let id = RequestId::random();
        assert!(id.as_str().bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()), "{id}");
        assert!(id.as_str().len() == 16 && id.as_str().parse::<f64>().is_err(), "{id}");
        let host = HostId::random();
        assert!(host.as_str().len() == 76 && host.as_str().ends_with('='), "{host}");
    }
}
