//! An HTTP server that ends with its test, and a client that hides nothing of what is sent. Both speak HTTP/1.1 and
//! HTTP/2, and no step takes longer than [`PATIENCE`].

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::mpsc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Version};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::document::{self, Document};
use crate::events::{Event, Keeper};

/// The time that a test waits for any one step before it fails.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The versions of HTTP that a server is tested with.
pub const VERSIONS: [Version; 2] = [Version::HTTP_11, Version::HTTP_2];

/// Resolves when the server is dropped.
pub type Stopped = oneshot::Receiver<()>;

/// A server on a thread of its own, which ends when this is dropped.
#[derive(Debug)]
pub struct Server {
    /// The address on which it listens: 127.0.0.1 and a free port.
    pub address: SocketAddr,
    events: Keeper,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Runs `serve` on a single-threaded runtime, until the server is dropped.
    #[must_use]
    pub fn start<F: Future>(serve: impl FnOnce(TcpListener) -> F + Send + 'static) -> Self {
        Self::start_with_stop(|listener, stopped| async move {
            tokio::select! {
                _ = serve(listener) => panic!("the server ended by itself"),
                _ = stopped => {}
            }
        })
    }

    /// The same for a framework that has to be told when to stop, because it has threads of its own. Their events are
    /// kept where `tracing`'s current dispatcher is made theirs.
    #[must_use]
    pub fn start_with_stop<F: Future>(serve: impl FnOnce(TcpListener, Stopped) -> F + Send + 'static) -> Self {
        let (stop, stopped) = oneshot::channel();
        let (bound, address) = mpsc::channel();
        let events = Keeper::default();
        let keeper = events.clone();
        let thread = std::thread::spawn(move || {
            let _guard = tracing::subscriber::set_default(keeper);
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
                bound.send(listener.local_addr().unwrap()).unwrap();
                serve(listener, stopped).await;
            });
        });
        let address = address.recv_timeout(PATIENCE).unwrap();
        Self { address, events, stop: Some(stop), thread: Some(thread) }
    }

    /// A new HTTP/1.1 connection.
    #[must_use]
    pub fn connect(&self) -> Connection {
        Connection::open(self.address)
    }

    /// The response to a request that has an HTTP/1.1 connection of its own.
    #[must_use]
    pub fn send(&self, request: &Request) -> Response {
        self.connect().send(request)
    }

    /// The response to a request that has a connection of its own, of either version.
    #[must_use]
    pub fn send_over(&self, version: Version, request: &Request) -> Response {
        if version != Version::HTTP_2 {
            return self.send(request);
        }
        let mut responses = self.send_over_http_2(std::slice::from_ref(request));
        responses.pop().unwrap()
    }

    /// The response to a GET without further headers.
    #[must_use]
    pub fn get(&self, target: &str) -> Response {
        self.send(&Request::get(target))
    }

    /// The responses to requests that are sent one after the other over one HTTP/2 connection.
    #[must_use]
    pub fn send_over_http_2(&self, requests: &[Request]) -> Vec<Response> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let exchange = http_2(self.address, requests);
        runtime.block_on(async { tokio::time::timeout(PATIENCE, exchange).await.unwrap() })
    }

    /// The errors that were logged since the last call.
    #[must_use]
    pub fn logged(&self) -> Vec<Event> {
        self.events.take().into_iter().filter(|event| event.target == "s3err").collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if std::thread::panicking() {
            return;
        }
        let Some(thread) = self.thread.take() else { return };
        let start = Instant::now();
        while !thread.is_finished() {
            assert!(start.elapsed() < PATIENCE, "the server did not stop");
            std::thread::sleep(Duration::from_millis(1));
        }
        assert!(thread.join().is_ok(), "the server panicked");
    }
}

/// A request.
#[derive(Clone, Debug)]
pub struct Request {
    /// The method.
    pub method: String,
    /// The path and the query.
    pub target: String,
    /// The headers, without `Host` and without the length of [`body`](Self::body).
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Bytes,
}

impl Request {
    /// A request without further headers and without a body.
    #[must_use]
    pub fn new(method: &str, target: &str) -> Self {
        Self { method: method.to_owned(), target: target.to_owned(), headers: Vec::new(), body: Bytes::new() }
    }

    /// A GET.
    #[must_use]
    pub fn get(target: &str) -> Self {
        Self::new("GET", target)
    }

    /// A PUT with a body.
    #[must_use]
    pub fn put(target: &str, body: impl Into<Bytes>) -> Self {
        Self::new("PUT", target).with_body(body)
    }

    /// Adds a header.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sets the body. Its length is sent with it, unless it is empty.
    #[must_use]
    pub fn with_body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self
    }

    /// The request as HTTP/1.1 writes it.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut head = format!("{} {} HTTP/1.1\r\nHost: localhost\r\n", self.method, self.target);
        head.extend(self.fields().map(|(name, value)| format!("{name}: {value}\r\n")));
        [head.as_bytes(), b"\r\n", &self.body].concat()
    }

    /// All headers but `Host`.
    fn fields(&self) -> impl Iterator<Item = (&str, String)> {
        let length = (!self.body.is_empty()).then(|| ("content-length", self.body.len().to_string()));
        self.headers.iter().map(|(name, value)| (name.as_str(), value.clone())).chain(length)
    }
}

/// A response, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// The headers, each as often as it was sent.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl Response {
    /// The value of a header, which was sent once at most.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.get_all(name).iter();
        let value = values.next();
        assert!(values.next().is_none(), "{name} is sent twice: {self:?}");
        value.map(|value| std::str::from_utf8(value.as_bytes()).unwrap())
    }

    /// The value of a header that has to be there, once.
    #[must_use]
    pub fn one(&self, name: &str) -> &str {
        self.header(name).unwrap_or_else(|| panic!("no {name}: {self:?}"))
    }

    /// The body as a string.
    #[must_use]
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    /// The request id and the host id, which every response has once.
    #[must_use]
    pub fn ids(&self) -> (&str, &str) {
        (self.one("x-amz-request-id"), self.one("x-amz-id-2"))
    }

    /// The document of an S3 error, whose ids and length are those of the headers.
    #[must_use]
    pub fn document(&self) -> Document {
        assert_eq!(self.one("content-type"), "application/xml", "{self:?}");
        assert_eq!(self.one("content-length"), self.body.len().to_string(), "{self:?}");
        assert_eq!(self.header("x-amzn-requestid"), None, "{self:?}");
        assert!(self.header("date").is_some(), "{self:?}");
        let document = document::read(self.text());
        let (request_id, host_id) = self.ids();
        assert_eq!(document.request_id.as_deref(), Some(request_id), "{self:?}");
        assert_eq!(document.host_id.as_deref(), Some(host_id), "{self:?}");
        document
    }
}

/// An HTTP/1.1 connection.
#[derive(Debug)]
pub struct Connection {
    stream: TcpStream,
    received: Vec<u8>,
}

impl Connection {
    /// Connects to a server.
    #[must_use]
    pub fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        Self { stream, received: Vec::new() }
    }

    /// Another handle of the same connection.
    #[must_use]
    pub fn try_clone(&self) -> Self {
        Self { stream: self.stream.try_clone().unwrap(), received: Vec::new() }
    }

    /// Sends a request and reads its response.
    pub fn send(&mut self, request: &Request) -> Response {
        self.write(request.to_bytes());
        self.read_response(&request.method)
    }

    /// The response to a GET without further headers.
    pub fn get(&mut self, target: &str) -> Response {
        self.send(&Request::get(target))
    }

    /// Sends bytes.
    pub fn write(&mut self, bytes: impl AsRef<[u8]>) {
        self.stream.write_all(bytes.as_ref()).unwrap();
    }

    /// Sends bytes to a server that may no longer listen.
    pub fn write_if_open(&mut self, bytes: impl AsRef<[u8]>) {
        let _ = self.stream.write_all(bytes.as_ref());
    }

    /// Reads the response to a request of this method, and of its body not a byte more than it has.
    pub fn read_response(&mut self, method: &str) -> Response {
        let line = self.read_line();
        let status = line.strip_prefix("HTTP/1.1 ").unwrap_or_else(|| panic!("a status line: {line:?}"));
        let (code, reason) = status.split_once(' ').unwrap();
        let code = StatusCode::from_bytes(code.as_bytes()).unwrap();
        if let Some(canonical) = code.canonical_reason() {
            assert_eq!(reason, canonical, "a reason has nothing of the server's own");
        }
        let lines = std::iter::repeat_with(|| self.read_line()).take_while(|line| !line.is_empty());
        let fields = lines.map(|line| {
            let (name, value) = line.split_once(':').unwrap();
            (
                HeaderName::from_bytes(name.as_bytes()).unwrap(),
                HeaderValue::from_bytes(value.trim().as_bytes()).unwrap(),
            )
        });
        // Collecting would keep the last of several values alone.
        let headers = fields.fold(HeaderMap::new(), |mut headers, (name, value)| {
            headers.append(name, value);
            headers
        });
        let mut response = Response { status: code.as_u16(), headers, body: Bytes::new() };
        assert_eq!(response.header("transfer-encoding"), None, "everything that is served here has a length");
        if method != "HEAD" && !matches!(response.status, 204 | 304) {
            let length: usize = response.one("content-length").parse().unwrap();
            while self.received.len() < length {
                assert!(self.fill(), "the connection ended in a body: {response:?}");
            }
            response.body = self.received.drain(..length).collect();
        }
        response
    }

    /// Reads `length` bytes of another protocol.
    pub fn read_exactly(&mut self, length: usize) -> Vec<u8> {
        while self.received.len() < length {
            assert!(self.fill(), "the connection ended: {:?}", self.received);
        }
        self.received.drain(..length).collect()
    }

    /// Asserts that the server asks for the body of a request that waits for it.
    pub fn assert_continue(&mut self) {
        assert_eq!((self.read_line(), self.read_line()), ("HTTP/1.1 100 Continue".to_owned(), String::new()));
    }

    /// Asserts that the server closes the connection, and sends nothing more.
    pub fn assert_closed(&mut self) {
        let more = self.fill();
        assert!(!more && self.received.is_empty(), "more: {:?}", String::from_utf8_lossy(&self.received));
    }

    /// Waits for more bytes. Returns whether there were any.
    fn fill(&mut self) -> bool {
        let mut chunk = [0; 4096];
        let length = self.stream.read(&mut chunk).unwrap();
        self.received.extend(&chunk[..length]);
        length > 0
    }

    /// The next line of a head.
    fn read_line(&mut self) -> String {
        loop {
            if let Some(end) = self.received.windows(2).position(|pair| pair == b"\r\n") {
                let line = self.received.drain(..end + 2).take(end).collect();
                return String::from_utf8(line).unwrap();
            }
            assert!(self.fill(), "the connection ended in a head: {:?}", String::from_utf8_lossy(&self.received));
        }
    }
}

async fn http_2(address: SocketAddr, requests: &[Request]) -> Vec<Response> {
    let stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let (mut client, connection) = h2::client::handshake(stream).await.unwrap();
    let connection = tokio::spawn(connection);
    let mut responses = Vec::new();
    for request in requests {
        let uri = format!("http://localhost{}", request.target);
        let head = http::Request::builder().method(request.method.as_str()).uri(uri);
        let head = request.fields().fold(head, |head, (name, value)| head.header(name, value));
        client = client.ready().await.unwrap();
        let (response, mut body) = client.send_request(head.body(()).unwrap(), request.body.is_empty()).unwrap();
        if !request.body.is_empty() {
            // The server may have responded and reset the stream by now.
            let _ = body.send_data(request.body.clone(), true);
        }
        let (head, mut stream) = response.await.unwrap().into_parts();
        let mut body = Vec::new();
        while let Some(chunk) = stream.data().await {
            let chunk = chunk.unwrap();
            let _ = stream.flow_control().release_capacity(chunk.len());
            body.extend(chunk);
        }
        responses.push(Response { status: head.status.as_u16(), headers: head.headers, body: body.into() });
    }
    assert!(!connection.is_finished(), "the server closed the connection");
    connection.abort();
    responses
}
