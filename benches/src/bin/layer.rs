//! The costs of `S3Layer` in a server, over real sockets: the processor time of a request, in a server's own thread,
//! for routes that do nothing. All servers run in this process and take turns, so that what disturbs one disturbs all.
//!
//! ```text
//! cargo run --release --features layer --bin layer [ROUNDS]
//! valgrind --tool=callgrind --toggle-collect=layer::counted target/release/layer count N
//! ```
//!
//! For each version of HTTP a line per server: microseconds a request, the least of all rounds, and how many times that
//! is the time of the server it is compared with. It reads `/proc`, so it needs Linux.

use std::future::Future as _;
use std::hint::black_box;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::mpsc;
use std::task::{Context, Waker};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use s3err_core::{Failure, HostId, RequestContext, RequestId, S3Error, S3Layer, StandardError};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tower_service::Service as _;

const CONNECTIONS: usize = 64;
const REQUESTS: usize = 200;

type AnyError = Box<dyn std::error::Error + Send + Sync>;
type Result<T> = std::result::Result<T, AnyError>;

/// A server, and the one that it is compared with.
struct Case {
    name: &'static str,
    compared_with: usize,
    app: fn() -> Router,
}

const CASES: [Case; 5] = [
    Case { name: "a success", compared_with: 0, app: || Router::new().route("/b/k", get(async || "ok")) },
    Case { name: "with the same headers by hand", compared_with: 0, app: success_by_hand },
    Case { name: "through the layer", compared_with: 0, app: || (CASES[0].app)().layer(quiet()) },
    Case { name: "an error by hand", compared_with: 3, app: error_by_hand },
    Case { name: "through the layer", compared_with: 3, app: || error_by_failure().layer(quiet()) },
];

/// A layer that does not log: what a log costs is the subscriber's.
fn quiet() -> S3Layer {
    S3Layer::new().with_level(|_| None)
}

const HOST: &str = "2siTSoROb/xMM9MAAc3aWMkNmPu7Ae0E9m8CGsI+yHjo8YKSaNI2gQ/x+BxLzZR09A3oQf7P68M=";

fn success_by_hand() -> Router {
    Router::new().route(
        "/b/k",
        get(async || {
            let id = RequestId::random();
            ([("x-amz-request-id", id.as_str().to_owned()), ("x-amz-id-2", HOST.to_owned())], "ok")
        }),
    )
}

/// The part of a server without a library: a document by `format!`, and the headers that the layer sends.
fn error_by_hand() -> Router {
    Router::new().route(
        "/b/k",
        get(async || {
            let id = RequestId::random();
            let document = format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code>\
                 <Message>The specified key does not exist.</Message><RequestId>{id}</RequestId>\
                 <HostId>{HOST}</HostId></Error>"
            );
            let mut response: Response = (StatusCode::NOT_FOUND, document).into_response();
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/xml"));
            if let Ok(id) = HeaderValue::from_str(id.as_str()) {
                headers.insert("x-amz-request-id", id);
            }
            headers.insert("x-amz-id-2", HeaderValue::from_static(HOST));
            response
        }),
    )
}

fn error_by_failure() -> Router {
    Router::new().route("/b/k", get(async || Err::<(), _>(Failure::from(StandardError::NoSuchKey))))
}

/// Asserts that both errors are the same but for their ids.
fn assert_alike() {
    let context = RequestContext::new(RequestId::random()).with_host_id(HostId::from_static(HOST));
    let response = StandardError::NoSuchKey.to_response(&context);
    assert_eq!(response.headers().len(), 3);
}

/// A server in a thread of its own, which tells how long that has run.
struct Server {
    address: SocketAddr,
    ask: mpsc::Sender<oneshot::Sender<u64>>,
}

impl Server {
    fn start(app: Router) -> Result<Self> {
        let (bound, address) = mpsc::channel();
        let (ask, asked) = mpsc::channel::<oneshot::Sender<u64>>();
        std::thread::spawn(move || -> Result<()> {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(async {
                let listener = TcpListener::bind("127.0.0.1:0").await?;
                bound.send(listener.local_addr()?)?;
                // The time of this thread can be read in it alone.
                tokio::spawn(async move {
                    loop {
                        while let Ok(reply) = asked.try_recv() {
                            let _ = reply.send(processor_time().unwrap_or(0));
                        }
                        tokio::time::sleep(std::time::Duration::from_millis(1)).await;
                    }
                });
                axum::serve(listener, app).await?;
                Ok(())
            })
        });
        Ok(Self { address: address.recv()?, ask })
    }

    async fn processor_time(&self) -> Result<u64> {
        let (reply, time) = oneshot::channel();
        self.ask.send(reply)?;
        Ok(time.await?)
    }
}

/// Nanoseconds that this thread has run.
fn processor_time() -> Option<u64> {
    std::fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok()
}

/// Sends all requests of a round.
async fn load(address: SocketAddr, is_http_2: bool) -> Result<()> {
    let clients = (0..CONNECTIONS).map(|_| tokio::spawn(client(address, is_http_2)));
    for client in clients.collect::<Vec<_>>() {
        client.await??;
    }
    Ok(())
}

async fn client(address: SocketAddr, is_http_2: bool) -> Result<()> {
    use http_body_util::BodyExt as _;

    let stream = TokioIo::new(TcpStream::connect(address).await?);
    let request = || hyper::Request::get(format!("http://{address}/b/k")).body(Body::empty());
    if is_http_2 {
        let (mut sender, connection) = http2::handshake(TokioExecutor::new(), stream).await?;
        tokio::spawn(connection);
        for _ in 0..REQUESTS {
            sender.send_request(request()?).await?.into_body().collect().await?;
        }
    } else {
        let (mut sender, connection) = http1::handshake(stream).await?;
        tokio::spawn(connection);
        for _ in 0..REQUESTS {
            sender.ready().await?;
            sender.send_request(request()?).await?.into_body().collect().await?;
        }
    }
    Ok(())
}

/// Calls a server that is warm once, without a socket, for callgrind to count.
async fn count(mut app: Router) -> Result<()> {
    let request = || hyper::Request::get("/b/k").header("host", "127.0.0.1").body(Body::empty());
    for _ in 0..5 {
        drop(app.call(request()?).await?);
    }
    counted(&mut app, request()?);
    Ok(())
}

#[inline(never)]
fn counted(app: &mut Router, request: hyper::Request<Body>) {
    // It never has to wait.
    drop(black_box(pin!(app.call(request)).poll(&mut Context::from_waker(Waker::noop()))));
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    assert_alike();
    let mut arguments = std::env::args().skip(1);
    let first = arguments.next();
    if first.as_deref() == Some("count") {
        let number: usize = arguments.next().unwrap_or_default().parse()?;
        let case = CASES.get(number).ok_or("the number of a server")?;
        return count((case.app)()).await;
    }
    let rounds: usize = first.and_then(|rounds| rounds.parse().ok()).unwrap_or(20);
    for (is_http_2, version) in [(false, "HTTP/1.1"), (true, "h2c")] {
        let servers = CASES.iter().map(|case| Server::start((case.app)())).collect::<Result<Vec<_>>>()?;
        let mut least = [f64::INFINITY; CASES.len()];
        for _ in 0..rounds {
            for (server, least) in servers.iter().zip(&mut least) {
                let before = server.processor_time().await?;
                load(server.address, is_http_2).await?;
                let spent = server.processor_time().await? - before;
                *least = least.min(spent as f64 / 1000.0 / (CONNECTIONS * REQUESTS) as f64);
            }
        }
        for (case, time) in CASES.iter().zip(least) {
            println!("{version}\t{}\t{time:.2}\t{:.2}", case.name, time / least[case.compared_with]);
        }
    }
    Ok(())
}
