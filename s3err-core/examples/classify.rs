//! A storage engine below: its `io::Error` becomes the right S3 error, whatever it is wrapped in.
//!
//! ```text
//! cargo run -p s3err-core --example classify
//! ```

use std::error::Error;
use std::fmt;
use std::io;

use s3err_core::{RequestContext, RequestId, S3Error, StandardError, find_in_chain};

/// Facts that the engine knows and an `io::Error` does not say: they travel as the payload of one.
#[derive(Debug, S3Error)]
#[s3(display)]
enum EngineError {
    /// The block is there, and is not what was written.
    #[s3(code = "InternalError", message = "The object is damaged.")]
    Damaged {
        #[s3(log)]
        block: u64,
    },
    /// The object was moved to cold storage.
    InvalidObjectState {
        #[s3(detail)]
        storage_class: &'static str,
    },
}

/// The errors of the server's handlers.
#[derive(Debug, S3Error)]
#[s3(display)]
enum ObjectError {
    NoSuchKey {
        #[s3(detail)]
        key: String,
    },
    #[s3(via = classify)]
    Io { source: io::Error },
}

impl From<io::Error> for ObjectError {
    fn from(source: io::Error) -> Self {
        Self::Io { source }
    }
}

/// The S3 error of an `io::Error`: what the engine put into it, else what its kind stands for.
fn classify(error: &io::Error) -> &dyn S3Error {
    if let Some(engine) = find_in_chain::<EngineError>(error) {
        return engine;
    }
    match error.kind() {
        io::ErrorKind::TimedOut | io::ErrorKind::ConnectionRefused | io::ErrorKind::ResourceBusy => {
            &StandardError::ServiceUnavailable
        }
        // A full disk too: it will be full in a minute, and clients repeat a `SlowDown` for minutes.
        _ => &StandardError::InternalError,
    }
}

/// An error of a library in between, which knows nothing of S3.
#[derive(Debug)]
struct CacheError(io::Error);

impl fmt::Display for CacheError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the cache could not be filled")
    }
}

impl Error for CacheError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

fn read(key: &str) -> Result<(), ObjectError> {
    let wrapped = |error: EngineError| io::Error::other(CacheError(io::Error::other(error)));
    match key {
        "damaged" => Err(wrapped(EngineError::Damaged { block: 4711 }))?,
        "archived" => Err(wrapped(EngineError::InvalidObjectState { storage_class: "GLACIER" }))?,
        "late" => Err(io::Error::from(io::ErrorKind::TimedOut))?,
        "full" => Err(io::Error::from(io::ErrorKind::StorageFull))?,
        "broken" => Err(io::Error::other("sector 9 of /dev/sda"))?,
        _ => Err(ObjectError::NoSuchKey { key: key.to_owned() }),
    }
}

fn main() {
    let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
    for key in ["damaged", "archived", "late", "full", "broken", "absent"] {
        if let Err(error) = read(key) {
            println!("{key}\n  to the client: {}", error.status());
            // Broken into lines for reading; what is sent is one line.
            for line in error.to_xml(&context).replace("><", ">\n<").lines() {
                println!("    {line}");
            }
            println!("  to the log:\n    {}\n", error.to_log_record(&context));
        }
    }
}
