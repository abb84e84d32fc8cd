//! Whose fault an error is.

use http::StatusCode;

/// The side that S3 blames: the prefix of a SOAP fault code (`Client.NoSuchKey`, `Server.InternalError`).
///
/// It follows the catalogue for S3's own codes, which is not always the class of the status: `Busy` is a 503 of the
/// client's. Log levels go by the status, not by this.
///
/// ```
/// use s3err_core::{Fault, S3Error, StandardError};
///
/// assert_eq!(StandardError::SlowDown.fault(), Fault::Server);
/// assert_eq!(StandardError::Busy.fault(), Fault::Client);
/// assert_eq!(Fault::Client.as_str(), "Client");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// The request was wrong; sending it again unchanged gives the same error.
    Client,
    /// The service could not do what it should have done.
    Server,
}

impl Fault {
    /// The fault of a status alone: the server's from 500 on, the client's below.
    #[must_use]
    pub const fn from_status(status: StatusCode) -> Self {
        if status.as_u16() >= 500 { Self::Server } else { Self::Client }
    }

    /// `Client` or `Server`, as SOAP spells it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Client => "Client",
            Self::Server => "Server",
        }
    }
}
