//! Answers every request with an error, in the format that the path names: for clients of the services beside S3.
//!
//! `/sts/ExpiredTokenException` is how STS would answer, `/iam/...` IAM, `/json/...` S3 Tables or S3 Vectors, and
//! `/control/...` S3 Control. The second part of the path is the code, and what clients add to it is ignored.
//!
//! Try it: `cargo run -p s3err-tests --example dialects -- --port 9000`

use std::io::Write;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use s3err_core::{IAM_NAMESPACE, RequestContext, RequestId, S3Error, STS_NAMESPACE, StandardError};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let port = std::env::args().skip_while(|argument| argument != "--port").nth(1);
    let port: u16 = port.as_deref().unwrap_or("9000").parse()?;
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    println!("listening on http://{}", listener.local_addr()?);
    std::io::stdout().flush()?;
    axum::serve(listener, Router::new().fallback(respond)).await?;
    Ok(())
}

async fn respond(request: Request<Body>) -> Response<Body> {
    let mut parts = request.uri().path().trim_start_matches('/').split('/');
    let format = parts.next().unwrap_or_default();
    let error = parts.next().and_then(|code| code.parse().ok()).unwrap_or(StandardError::NotImplemented);
    let context = RequestContext::new(RequestId::random()).with_method(request.method().clone());
    let response = match format {
        "sts" => error.to_query_response(&context, STS_NAMESPACE),
        "iam" => error.to_query_response(&context, IAM_NAMESPACE),
        "json" => error.to_json_response(&context),
        "control" => error.to_control_response(&context),
        _ => error.to_response(&context),
    };
    response.map(Body::from)
}
