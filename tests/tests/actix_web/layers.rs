//! The layer among other middleware.

use actix_cors::Cors;
use actix_web::web;
use actix_web::{App, HttpResponse, HttpServer};
use s3err_core::{Failure, S3Layer, StandardError};
use s3err_tests::http::{Request, Server};

use crate::serve::run;

/// A server in the order of the guide: the layer, CORS, and the layer once more around both.
fn start() -> Server {
    Server::start_with_stop(async move |listener, stopped| {
        let events = tracing::dispatcher::get_default(Clone::clone);
        let layer = S3Layer::new();
        let app = move || {
            // A worker has a thread of its own, and makes its app there.
            std::mem::forget(tracing::dispatcher::set_default(&events));
            App::new()
                .service(web::resource("/b/panic").get(async || -> HttpResponse { panic!("secret") }))
                .service(
                    web::resource("/b/failure").get(async || Err::<&str, _>(Failure::from(StandardError::NoSuchKey))),
                )
                .wrap(layer.clone())
                .wrap(Cors::default().allowed_origin("http://page").allowed_methods(["GET"]))
                .wrap(layer.clone())
        };
        let server = HttpServer::new(app).workers(1).disable_signals().shutdown_timeout(1);
        run(server.listen(listener.into_std().unwrap()).unwrap().run(), stopped).await;
    })
}

#[test]
fn errors_and_panics_have_the_headers_of_cors() {
    let server = start();
    for (target, status) in [("/b/panic", 500), ("/b/failure", 404), ("/no/such/route", 404)] {
        let response = server.send(&Request::get(target).with_header("Origin", "http://page"));
        assert_eq!((response.status, response.one("access-control-allow-origin")), (status, "http://page"));
        assert!(!response.document().code.is_empty());
        assert_eq!(server.logged().len(), 1, "{target}");
    }
}

#[test]
fn a_refused_preflight_is_access_forbidden() {
    let server = start();
    for (origin, method, target, resource) in [
        ("http://elsewhere", "GET", "/b/failure", "OBJECT"),
        ("http://page", "PUT", "/b/failure", "OBJECT"),
        ("http://page", "PUT", "/b", "BUCKET"),
    ] {
        let request = Request::new("OPTIONS", target).with_header("Origin", origin);
        let response = server.send(&request.with_header("Access-Control-Request-Method", method));
        let document = response.document();
        assert_eq!((response.status, document.code.as_str()), (403, "AccessForbidden"), "{origin} {method}");
        let details = [("Method", method), ("ResourceType", resource)];
        assert_eq!(document.details, details.map(|(name, text)| (name.into(), text.into())));
        assert_eq!(server.logged().len(), 1);
    }
    let allowed = Request::new("OPTIONS", "/b/failure").with_header("Origin", "http://page");
    let response = server.send(&allowed.with_header("Access-Control-Request-Method", "GET"));
    assert_eq!((response.status, response.ids().0.len()), (200, 16));
}
