//! A server that ends with its test, and a client that hides nothing of what is sent.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use s3err_tests::events::{Keeper, Seen};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// How long a test waits for a server before it fails.
const PATIENCE: Duration = Duration::from_secs(20);

pub(super) struct Server {
    pub(super) address: SocketAddr,
    events: Keeper,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves HTTP/1 and HTTP/2, on a thread of its own whose events it keeps.
    pub(super) fn start(app: Router) -> Self {
        let (stop, stopped) = oneshot::channel();
        let (bound, address) = std::sync::mpsc::channel();
        let events = Keeper::default();
        let keeper = events.clone();
        let thread = std::thread::spawn(move || {
            let _guard = tracing::subscriber::set_default(keeper);
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
                bound.send(listener.local_addr().unwrap()).unwrap();
                tokio::select! {
                    result = axum::serve(listener, app) => result.unwrap(),
                    _ = stopped => {}
                }
            });
        });
        Self { address: address.recv_timeout(PATIENCE).unwrap(), events, stop: Some(stop), thread: Some(thread) }
    }

    pub(super) fn connect(&self) -> Connection {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        Connection(BufReader::new(stream))
    }

    /// The answer to a request that has a connection of its own.
    pub(super) fn ask(&self, method: &str, target: &str) -> Answer {
        self.connect().ask(method, target, "")
    }

    /// The errors that were logged since the last call.
    pub(super) fn logged(&self) -> Vec<Seen> {
        self.events.take().into_iter().filter(|(_, target, _)| target == "s3err").collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        let ended = self.thread.take().map(JoinHandle::join);
        assert!(std::thread::panicking() || ended.is_none_or(|ended| ended.is_ok()), "the server panicked");
    }
}

/// An HTTP/1.1 connection.
pub(super) struct Connection(BufReader<TcpStream>);

/// What came back, byte for byte.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
}

impl Connection {
    /// Sends a request with further header lines (each with its CRLF) and reads the answer.
    pub(super) fn ask(&mut self, method: &str, target: &str, headers: &str) -> Answer {
        self.send(&format!("{method} {target} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n"));
        self.answer(method)
    }

    pub(super) fn send(&mut self, text: &str) {
        self.0.get_mut().write_all(text.as_bytes()).unwrap();
    }

    /// Reads one answer, and of its body not a byte more than it has.
    pub(super) fn answer(&mut self, method: &str) -> Answer {
        let start = self.line();
        let status = start.split(' ').nth(1).unwrap().parse().unwrap();
        let mut answer = Answer { status, headers: Vec::new(), body: String::new() };
        loop {
            let line = self.line();
            let Some((name, value)) = line.split_once(':') else { break };
            answer.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        if method != "HEAD" && !matches!(status, 204 | 304) {
            assert_eq!(answer.all("transfer-encoding"), [""; 0], "all that is served here has a length");
            let mut body = vec![0; answer.one("content-length").parse().unwrap()];
            self.0.read_exact(&mut body).unwrap();
            answer.body = String::from_utf8(body).unwrap();
        }
        answer
    }

    /// Whether the server closed the connection. Waits for it, or for an answer nobody asked for.
    pub(super) fn is_closed(&mut self) -> bool {
        self.0.fill_buf().is_ok_and(<[u8]>::is_empty)
    }

    /// The next line of an answer's head.
    pub(super) fn line(&mut self) -> String {
        let mut line = String::new();
        self.0.read_line(&mut line).unwrap();
        line.strip_suffix("\r\n").expect("a line of the head").to_owned()
    }
}

impl Answer {
    /// The values of a header.
    pub(super) fn all(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
    }

    /// The value of a header that is there once.
    pub(super) fn one(&self, name: &str) -> &str {
        let values = self.all(name);
        assert_eq!(values.len(), 1, "{name} of {self:?}");
        values[0]
    }
}
