//! A server of a few routes, inside of a layer or of none.

use actix_web::dev;
use actix_web::middleware::Condition;
use actix_web::web::ServiceConfig;
use actix_web::{App, HttpServer};
use s3err_core::S3Layer;
use s3err_tests::http::{Server, Stopped};

/// Starts it.
pub(crate) fn serve(layer: impl Into<Option<S3Layer>>, routes: fn(&mut ServiceConfig)) -> Server {
    let layer = layer.into();
    Server::start_with_stop(async move |listener, stopped| {
        let events = tracing::dispatcher::get_default(Clone::clone);
        let app = move || {
            // A worker has a thread of its own, and makes its app there.
            std::mem::forget(tracing::dispatcher::set_default(&events));
            let layer = Condition::new(layer.is_some(), layer.clone().unwrap_or_default());
            App::new().configure(routes).wrap(layer)
        };
        let server = HttpServer::new(app).workers(1).disable_signals().shutdown_timeout(1);
        run(server.listen(listener.into_std().unwrap()).unwrap().run(), stopped).await;
    })
}

/// Runs a server until the test has ended.
pub(crate) async fn run(server: dev::Server, stopped: Stopped) {
    let handle = server.handle();
    let stop = async {
        let _ = stopped.await;
        handle.stop(false).await;
    };
    tokio::join!(server, stop).0.unwrap();
}
