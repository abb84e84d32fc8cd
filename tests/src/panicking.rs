//! Errors whose code panics, at whatever place a server calls it.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::sync::atomic::{AtomicU32, Ordering};

use http::StatusCode;
use s3err_core::{DetailVisitor, HeaderVisitor, Retry, S3Error};

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

impl Error for Worn {}

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

/// An error by hand, one of whose methods panics.
#[derive(Debug)]
pub struct ByHand(pub &'static str);

impl ByHand {
    /// The names of the methods.
    pub const METHODS: [&str; 10] =
        ["code", "status", "message", "retry", "variant", "close", "details", "headers", "log", "origin"];

    /// The error of a path such as `/panics/code`.
    #[must_use]
    pub fn of_path(path: &str) -> Self {
        Self(Self::METHODS.into_iter().find(|method| path.ends_with(method)).unwrap())
    }

    fn called(&self, method: &str) {
        assert!(self.0 != method, "secret");
    }
}

impl S3Error for ByHand {
    fn code(&self) -> &'static str {
        self.called("code");
        "InvalidArgument"
    }
    fn status(&self) -> StatusCode {
        self.called("status");
        StatusCode::BAD_REQUEST
    }
    fn message(&self) -> Cow<'_, str> {
        self.called("message");
        "m".into()
    }
    fn retry(&self) -> Retry {
        self.called("retry");
        Retry::NEVER
    }
    fn variant(&self) -> &'static str {
        self.called("variant");
        "ByHand"
    }
    fn close(&self) -> bool {
        self.called("close");
        false
    }
    fn visit_details(&self, _: &mut DetailVisitor<'_>) {
        self.called("details");
    }
    fn visit_headers(&self, _: &mut HeaderVisitor<'_>) {
        self.called("headers");
    }
    fn visit_log(&self, _: &mut dyn FnMut(&'static str, &dyn fmt::Display)) {
        self.called("log");
    }
    fn origin(&self) -> Option<&(dyn Error + 'static)> {
        self.called("origin");
        None
    }
}
