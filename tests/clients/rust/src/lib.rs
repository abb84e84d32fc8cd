//! The part that every suite in Rust uses. A check is said in the form that `checks.py` describes.

use std::fmt::Debug;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

static FAILED: AtomicBool = AtomicBool::new(false);

/// The server's address.
pub fn url() -> String {
    std::env::var("S3ERR_URL").unwrap_or_else(|_| "http://127.0.0.1:9000".into())
}

/// The server's address without its scheme.
pub fn host() -> String {
    url().trim_start_matches("http://").to_owned()
}

/// `seen` has to be `expected`.
#[allow(clippy::needless_pass_by_value, reason = "a check reads better without references")]
pub fn check<T: PartialEq<U> + Debug, U: Debug>(name: impl AsRef<str>, seen: T, expected: U) {
    let name = name.as_ref();
    if seen == expected {
        println!("ok\t{name}");
    } else {
        FAILED.store(true, Ordering::Relaxed);
        println!("failed\t{name}\t{expected:?}\t{seen:?}");
    }
}

/// `part` has to stand in `seen`.
pub fn check_contains(name: impl AsRef<str>, seen: impl AsRef<str>, part: &str) {
    let seen = seen.as_ref();
    if seen.contains(part) { check(name, part, part) } else { check(name, seen, part) }
}

/// Ends a suite.
pub fn end() -> ExitCode {
    ExitCode::from(u8::from(FAILED.load(Ordering::Relaxed)))
}

/// Code, status and message of every error; the message is empty where S3 has more than one.
pub fn facts() -> Vec<(String, u16, String)> {
    let path = std::env::var("S3ERR_FACTS").expect("S3ERR_FACTS names a file");
    let lines = std::fs::read_to_string(path).expect("the file is there");
    let rows = lines.lines().map(|line| {
        let cells: Vec<_> = line.split('\t').collect();
        (cells[0].to_owned(), cells[1].parse().expect("a status"), cells[2].to_owned())
    });
    rows.collect()
}

/// An object that fails so often that every client gives up, and then tells how often it was asked for.
pub struct Flaky {
    pub key: String,
}

impl Flaky {
    const FAILURES: usize = 40;

    pub fn new(code: &str) -> Self {
        Self { key: recovering(code, Self::FAILURES) }
    }

    /// Counts the requests that the client made: as many as fewer are left that fail.
    pub fn attempts(&self) -> usize {
        let left =
            std::iter::repeat_with(|| status(&format!("/s3err/{}", self.key))).take_while(|status| *status >= 300);
        Self::FAILURES - left.count()
    }
}

/// The key of an object that fails so often and is there then.
pub fn recovering(code: &str, failures: usize) -> String {
    static TOKEN: AtomicU64 = AtomicU64::new(0);
    let token = TOKEN.fetch_add(1, Ordering::Relaxed);
    format!("flaky/{code}/{failures}/{}-{token}", std::process::id())
}

/// The status of a request without any client.
fn status(path: &str) -> u16 {
    let mut connection = TcpStream::connect(host()).expect("the server is there");
    write!(connection, "GET {path} HTTP/1.0\r\n\r\n").expect("it takes a request");
    let mut answer = String::new();
    connection.read_to_string(&mut answer).expect("it answers");
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status line")
}
