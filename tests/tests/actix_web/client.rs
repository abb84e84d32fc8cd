//! Clients that see every byte of an answer.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use bytes::Bytes;
use s3err_tests::document::{self, Document};

/// How long any step may take.
const LIMIT: Duration = Duration::from_secs(10);

/// The versions that everything is asked over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Http {
    One,
    Two,
}

pub(crate) const BOTH: [Http; 2] = [Http::One, Http::Two];

/// A request.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub method: &'static str,
    pub path: String,
    pub headers: Vec<(&'static str, &'static str)>,
    pub body: Vec<u8>,
}

impl Request {
    pub(crate) fn new(method: &'static str, path: impl Into<String>) -> Self {
        Self { method, path: path.into(), headers: Vec::new(), body: Vec::new() }
    }

    pub(crate) fn with_header(mut self, name: &'static str, value: &'static str) -> Self {
        self.headers.push((name, value));
        self
    }

    pub(crate) fn with_body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// The head and the body as HTTP/1.1 has them.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = format!("{} {} HTTP/1.1\r\nhost: localhost\r\n", self.method, self.path).into_bytes();
        for (name, value) in &self.headers {
            bytes.extend(format!("{name}: {value}\r\n").bytes());
        }
        if !self.body.is_empty() {
            bytes.extend(format!("content-length: {}\r\n", self.body.len()).bytes());
        }
        bytes.extend(b"\r\n");
        bytes.extend(&self.body);
        bytes
    }

    /// Asks on a connection of its own.
    pub(crate) fn ask(&self, address: SocketAddr, http: Http) -> Answer {
        match http {
            Http::One => {
                let mut connection = Connection::open(address);
                connection.send(&self.bytes());
                connection.answer(self.method)
            }
            Http::Two => self.ask_by_http_2(address),
        }
    }

    fn ask_by_http_2(&self, address: SocketAddr) -> Answer {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let asked = async {
            let stream = tokio::net::TcpStream::connect(address).await.unwrap();
            let (client, connection) = h2::client::handshake(stream).await.unwrap();
            let connection = tokio::spawn(connection);
            let mut request =
                http::Request::builder().method(self.method).uri(format!("http://localhost{}", self.path));
            for (name, value) in &self.headers {
                request = request.header(*name, *value);
            }
            if !self.body.is_empty() {
                request = request.header("content-length", self.body.len());
            }
            let mut client = client.ready().await.unwrap();
            let (response, mut sent) = client.send_request(request.body(()).unwrap(), self.body.is_empty()).unwrap();
            if !self.body.is_empty() {
                // The server may have answered and reset the stream by now.
                let _ = sent.send_data(Bytes::from(self.body.clone()), true);
            }
            let (parts, mut body) = response.await.unwrap().into_parts();
            let mut read = Vec::new();
            while let Some(chunk) = body.data().await {
                let chunk = chunk.unwrap();
                let _ = body.flow_control().release_capacity(chunk.len());
                read.extend(chunk);
            }
            connection.abort();
            let headers =
                parts.headers.iter().map(|(name, value)| (name.to_string(), value.as_bytes().to_vec())).collect();
            Answer { status: parts.status.as_u16(), headers, body: read }
        };
        runtime.block_on(async { tokio::time::timeout(LIMIT, asked).await.unwrap() })
    }
}

/// An answer, with its headers as often as they came.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub status: u16,
    pub headers: Vec<(String, Vec<u8>)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// A header, which is there once at most.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        let value = values.next();
        assert!(values.next().is_none(), "{name} is sent twice: {self:?}");
        value.map(|(_, value)| std::str::from_utf8(value).unwrap())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    /// Both ids, which every answer has once.
    pub(crate) fn ids(&self) -> (String, String) {
        let id = |name| self.header(name).unwrap_or_else(|| panic!("no {name}: {self:?}")).to_owned();
        (id("x-amz-request-id"), id("x-amz-id-2"))
    }

    /// The document of an S3 error, whose ids are those of the headers.
    pub(crate) fn document(&self) -> Document {
        assert_eq!(self.header("content-type"), Some("application/xml"), "{self:?}");
        assert_eq!(self.header("content-length"), Some(self.body.len().to_string().as_str()), "{self:?}");
        assert_eq!(self.header("x-amzn-requestid"), None);
        let document = document::read(self.text());
        let (request_id, host_id) = self.ids();
        assert_eq!(document.request_id, Some(request_id));
        assert_eq!(document.host_id, Some(host_id));
        document
    }
}

/// A connection of HTTP/1.
pub(crate) struct Connection {
    stream: TcpStream,
    read: Vec<u8>,
}

impl Connection {
    pub(crate) fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        stream.set_write_timeout(Some(LIMIT)).unwrap();
        Self { stream, read: Vec::new() }
    }

    pub(crate) fn send(&mut self, bytes: &[u8]) {
        self.stream.write_all(bytes).unwrap();
    }

    /// Sends what may find nobody listening any more.
    pub(crate) fn send_in_vain(&mut self, bytes: &[u8]) {
        let _ = self.stream.write_all(bytes);
    }

    /// More bytes, and whether there are any.
    fn fill(&mut self) -> bool {
        let mut chunk = [0; 4096];
        let len = self.stream.read(&mut chunk).unwrap();
        self.read.extend(&chunk[..len]);
        len > 0
    }

    fn line(&mut self) -> String {
        loop {
            if let Some(end) = self.read.windows(2).position(|pair| pair == b"\r\n") {
                let line = self.read.drain(..end + 2).take(end).collect();
                return String::from_utf8(line).unwrap();
            }
            assert!(self.fill(), "ended in a head: {:?}", String::from_utf8_lossy(&self.read));
        }
    }

    /// Asserts that the server asks for the body.
    pub(crate) fn assert_asked(&mut self) {
        assert_eq!((self.line(), self.line()), ("HTTP/1.1 100 Continue".to_owned(), String::new()));
    }

    /// The next answer: no more of it than its head says.
    pub(crate) fn answer(&mut self, method: &str) -> Answer {
        let status_line = self.line();
        let status = status_line.strip_prefix("HTTP/1.1 ").unwrap_or_else(|| panic!("a status line: {status_line:?}"));
        assert!(!status.contains("secret"), "a reason of the framework's: {status_line:?}");
        let status: u16 = status[..3].parse().unwrap();
        let lines: Vec<_> = std::iter::repeat_with(|| self.line()).take_while(|line| !line.is_empty()).collect();
        let headers = lines.iter().map(|line| {
            let (name, value) = line.split_once(": ").unwrap();
            (name.to_owned(), value.as_bytes().to_vec())
        });
        let mut answer = Answer { status, headers: headers.collect(), body: Vec::new() };
        assert_eq!(answer.header("transfer-encoding"), None);
        if method != "HEAD" && !matches!(status, 204 | 304) {
            let len: usize = answer.header("content-length").unwrap().parse().unwrap();
            while self.read.len() < len {
                assert!(self.fill(), "ended in a body: {answer:?}");
            }
            answer.body = self.read.drain(..len).collect();
        }
        answer
    }

    /// Asserts that the server has closed the connection, and sent nothing more.
    pub(crate) fn assert_ended(&mut self) {
        let more = self.fill();
        assert!(!more && self.read.is_empty(), "more: {:?}", String::from_utf8_lossy(&self.read));
    }
}
