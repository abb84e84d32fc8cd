//! The body of a request, which is always read before the response: many clients read none before they have sent all.

use std::time::Duration;

use axum::body::{Body, HttpBody};
use http_body_util::BodyExt;
use md5::{Digest, Md5};
use s3err_core::StandardError;
use tokio::time::{Instant, timeout_at};

/// The length from which a body is left unread and the connection closed.
const MAX_BODY: u64 = 64 << 20;

/// The length that is kept of a body that is read and not only received.
const MAX_KEPT: usize = 2 << 20;

/// The time for the next piece of it.
const PIECE_TIME: Duration = Duration::from_secs(20);

/// The time for all of it.
const BODY_TIME: Duration = Duration::from_secs(60);

/// A body that was read, as far as it could be.
pub(super) struct Received {
    md5: Md5,
    kept: Vec<u8>,
    failed: Option<StandardError>,
}

impl Received {
    /// Reads a body to its end, if that comes in time. Its bytes are kept where `keep` asks for them.
    pub(super) async fn read(mut body: Body, keep: bool) -> Self {
        let mut received = Self { md5: Md5::new(), kept: Vec::new(), failed: None };
        let mut length = 0;
        let end = Instant::now() + BODY_TIME;
        if body.size_hint().lower() > MAX_BODY {
            received.failed = Some(StandardError::EntityTooLarge);
        }
        while received.failed.is_none() {
            match timeout_at(end.min(Instant::now() + PIECE_TIME), body.frame()).await {
                Ok(None) => break,
                Ok(Some(Ok(frame))) => {
                    let Ok(bytes) = frame.into_data() else { continue };
                    length += bytes.len() as u64;
                    received.md5.update(&bytes);
                    if keep && received.kept.len() + bytes.len() <= MAX_KEPT {
                        received.kept.extend_from_slice(&bytes);
                    } else if keep {
                        received.failed = Some(StandardError::MaxMessageLengthExceeded);
                    }
                    if length > MAX_BODY {
                        received.failed = Some(StandardError::EntityTooLarge);
                    }
                }
                Ok(Some(Err(_))) => received.failed = Some(StandardError::IncompleteBody),
                Err(_) => received.failed = Some(StandardError::RequestTimeout),
            }
        }
        received
    }

    /// For a request that is going to succeed: what went wrong with its body.
    pub(super) fn check(&self) -> Result<(), StandardError> {
        self.failed.map_or(Ok(()), Err)
    }

    /// The bytes that were kept.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.kept
    }

    /// The MD5 of the body.
    pub(super) fn md5(self) -> [u8; 16] {
        self.md5.finalize().into()
    }
}
