//! Errors whose code panics, at whatever place a server calls it.

use std::fmt;
use std::sync::atomic::{AtomicU32, Ordering};

use s3err_core::S3Error;

/// A value that can be shown so many times, and panics from then on.
#[derive(Debug)]
pub struct Worn(AtomicU32);

impl fmt::Display for Worn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let left = self.0.load(Ordering::Relaxed);
        assert!(left > 0, "secret");
        self.0.store(left - 1, Ordering::Relaxed);
        f.write_str("shown")
    }
}

impl std::error::Error for Worn {}

/// An error with a value that wears out at one of the places that are shown.
#[derive(Debug, S3Error)]
#[s3(display)]
pub enum Panicking {
    /// In the document.
    #[s3(code = "InvalidArgument")]
    Detail {
        /// The value.
        #[s3(detail)]
        worn: Worn,
    },
    /// Among the headers.
    #[s3(code = "InvalidArgument")]
    Header {
        /// The value.
        #[s3(header = "x-worn")]
        worn: Worn,
    },
    /// In the log.
    #[s3(code = "InvalidArgument")]
    Log {
        /// The value.
        #[s3(log)]
        worn: Worn,
    },
    /// Under the error.
    #[s3(code = "InvalidArgument")]
    Source {
        /// The value.
        source: Worn,
    },
    /// In the message.
    #[s3(code = "InvalidArgument", message = "{worn}")]
    Message {
        /// The value.
        worn: Worn,
    },
}

impl Panicking {
    /// The names of the variants.
    pub const PLACES: [&str; 5] = ["detail", "header", "log", "source", "message"];

    /// The variant of this name, whose value can be shown so many times.
    #[must_use]
    pub fn new(place: &str, times: u32) -> Self {
        let worn = Worn(AtomicU32::new(times));
        match place {
            "detail" => Self::Detail { worn },
            "header" => Self::Header { worn },
            "log" => Self::Log { worn },
            "source" => Self::Source { source: worn },
            _ => Self::Message { worn },
        }
    }

    /// The error of a path such as `/panics/detail/2`.
    #[must_use]
    pub fn of_path(path: &str) -> Self {
        let mut names = path.rsplit('/');
        let times = names.next().unwrap().parse().unwrap();
        Self::new(names.next().unwrap(), times)
    }

    /// The paths of all places, with values that last from none to some times.
    pub fn paths() -> impl Iterator<Item = String> {
        Self::PLACES.into_iter().flat_map(|place| (0..8).map(move |times| format!("/panics/{place}/{times}")))
    }
}
