//! Request bodies: read within their bounds, taken out of their chunks, and held against what was promised of them.

use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request as Incoming;
use axum::http::header::{EXPECT, TRANSFER_ENCODING};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use s3err_core::Failure;
use s3err_tests::servers::xml::Element;
use tokio::time::{Instant, timeout_at};

use crate::BODY_TIME;
use crate::checksums::{self, Checksum};
use crate::errors::{ArgumentError, BodyError, RequestError};
use crate::request::Request;
use crate::signing::Signed;
use crate::state::Gateway;
use crate::store::ENTRY;

pub const MAX_OBJECT: u64 = 64 * 1024 * 1024;
const SMALL: u64 = 64 * 1024;
const MAX_DOCUMENT: u64 = 2 * 1024 * 1024;
const MIN_CHUNK: usize = 8 * 1024;
const MAX_LINE: usize = 8 * 1024;
const MAX_TRAILERS: usize = 16;
/// The time for the next piece of a body.
const IDLE: Duration = Duration::from_secs(30);

/// A body that is what it should be.
pub struct Payload {
    pub data: Bytes,
    pub md5: [u8; 16],
    pub checksum: Option<Checksum>,
}

/// Reads a body that is small before anybody rejects its request: what is left unread ends an HTTP/1 connection, and is
/// a reset that many clients of HTTP/2 take for a failure. Who waits to be asked for it sends nothing yet.
pub async fn read_small(request: Incoming) -> Result<Incoming, BodyError> {
    let is_small = request.body().size_hint().upper().is_some_and(|size| size <= SMALL);
    if !is_small || request.headers().contains_key(EXPECT) {
        return Ok(request);
    }
    let (parts, body) = request.into_parts();
    let expected = usize::try_from(body.size_hint().lower()).unwrap_or_default();
    let read = tokio::time::timeout(IDLE, axum::body::to_bytes(body, usize::MAX));
    let data = read.await.map_err(|_| BodyError::RequestTimeout)?.map_err(|_| incomplete(expected, 0))?;
    Ok(Incoming::from_parts(parts, Body::from(data)))
}

/// The data of an object or of a part.
pub async fn object(gateway: &Gateway, request: &mut Request) -> Result<Payload, Failure> {
    let framing = Framing::of(request)?;
    framing.check(request)?;
    let header = if framing == Framing::Plain { "content-length" } else { "x-amz-decoded-content-length" };
    let declared = request.header(header).and_then(|length| length.parse().ok());
    let declared: u64 = declared.ok_or(BodyError::MissingContentLength)?;
    if declared > MAX_OBJECT {
        Err(BodyError::EntityTooLarge { proposed_size: declared, max_size_allowed: MAX_OBJECT })?;
    }
    read(gateway, request, framing, declared).await
}

/// Reads a document whose root is `root`; `None` without a body.
pub async fn document(gateway: &Gateway, request: &mut Request, root: &str) -> Result<Option<Element>, Failure> {
    let framing = Framing::of(request)?;
    framing.check(request)?;
    let declared = match framing {
        Framing::Plain => request.body.size_hint().exact(),
        Framing::Chunked { .. } => {
            request.header("x-amz-decoded-content-length").and_then(|length| length.parse().ok())
        }
    };
    let declared = declared.ok_or(BodyError::MissingContentLength)?;
    if declared > MAX_DOCUMENT {
        Err(BodyError::MaxMessageLengthExceeded { max_message_length_bytes: MAX_DOCUMENT })?;
    }
    let payload = read(gateway, request, framing, declared).await?;
    Ok(if payload.data.is_empty() {
        None
    } else {
        Some(Element::parse(&payload.data, root).ok_or(BodyError::MalformedXML)?)
    })
}

async fn read(gateway: &Gateway, request: &mut Request, framing: Framing, declared: u64) -> Result<Payload, Failure> {
    let md5 = checksums::content_md5(&request.headers)?;
    let declared = usize::try_from(declared).unwrap_or(usize::MAX);
    let held = gateway.store.reserve(declared.saturating_add(ENTRY))?;
    let body = std::mem::replace(&mut request.body, Body::empty());
    let end = Instant::now() + BODY_TIME;
    let mut reader = Reader { body, end, buffer: Bytes::new(), data: Vec::with_capacity(declared), declared };
    let trailers = match framing {
        Framing::Plain => reader.plain().await?,
        Framing::Chunked { signed } => reader.chunked(request.signed.as_ref().filter(|_| signed)).await?,
    };
    let data = reader.data;
    if data.len() != declared {
        Err(incomplete(declared, data.len()))?;
    }
    check_promised(request, &trailers)?;
    // Hashing takes its time; other requests go on meanwhile.
    let (md5, checksum) = tokio::task::block_in_place(|| verify(request, md5, &trailers, &data))?;
    Ok(Payload { data: held.hold(data), md5, checksum })
}

/// Checks that every trailer that was promised has come, and that each is one that S3 takes.
fn check_promised(request: &Request, trailers: &HeaderMap) -> Result<(), BodyError> {
    let promised = request.header("x-amz-trailer").unwrap_or_default().split(',').map(str::trim);
    for name in promised.filter(|name| !name.is_empty()) {
        if !checksums::is_checksum(name) {
            return Err(BodyError::UnsupportedTrailer);
        }
        if !trailers.contains_key(name) {
            return Err(BodyError::MalformedTrailerError);
        }
    }
    Ok(())
}

/// Holds the data against everything that was promised of it.
fn verify(
    request: &Request,
    md5: Option<[u8; 16]>,
    trailers: &HeaderMap,
    data: &[u8],
) -> Result<([u8; 16], Option<Checksum>), BodyError> {
    if let Some(promised) = request.header("x-amz-content-sha256").filter(|hash| is_sha256(hash)) {
        let computed = checksums::sha256(data);
        if computed != promised {
            return Err(BodyError::XAmzContentSHA256Mismatch {
                client_computed_content_sha256: promised.to_owned(),
                s3_computed_content_sha256: computed,
            });
        }
    }
    let md5 = checksums::md5(md5, data)?;
    let checksum = checksums::verify(checksums::given(&request.headers, trailers)?, data)?;
    Ok((md5, checksum))
}

fn incomplete(expected: usize, provided: usize) -> BodyError {
    BodyError::IncompleteBody { number_bytes_expected: expected, number_bytes_provided: provided }
}

fn is_sha256(hash: &str) -> bool {
    hash.len() == 64 && hash.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'))
}

/// The framing of the data in the body, as `x-amz-content-sha256` tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Framing {
    Plain,
    Chunked { signed: bool },
}

impl Framing {
    fn of(request: &Request) -> Result<Self, ArgumentError> {
        match request.header("x-amz-content-sha256") {
            None | Some("UNSIGNED-PAYLOAD") => Ok(Self::Plain),
            Some("STREAMING-UNSIGNED-PAYLOAD-TRAILER") => Ok(Self::Chunked { signed: false }),
            Some("STREAMING-AWS4-HMAC-SHA256-PAYLOAD" | "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER") => {
                Ok(Self::Chunked { signed: true })
            }
            Some(hash) if is_sha256(hash) => Ok(Self::Plain),
            Some(hash) => Err(ArgumentError::Value {
                reason: "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.",
                argument_name: "x-amz-content-sha256",
                argument_value: Some(hash.to_owned()),
            }),
        }
    }
}

impl Framing {
    /// S3 takes a body of unknown length only where the chunks of `aws-chunked` are in it.
    fn check(self, request: &Request) -> Result<(), RequestError> {
        if self == Self::Plain && request.headers.contains_key(TRANSFER_ENCODING) {
            return Err(RequestError::NotImplemented { header: "Transfer-Encoding".to_owned() });
        }
        Ok(())
    }
}

struct Reader {
    body: Body,
    /// The time by which all of it has to be there.
    end: Instant,
    /// Bytes that came and were not yet taken.
    buffer: Bytes,
    data: Vec<u8>,
    declared: usize,
}

impl Reader {
    /// Waits for more where nothing is left; false at the end of the body.
    async fn fill(&mut self) -> Result<bool, BodyError> {
        while self.buffer.is_empty() {
            let frame = poll_fn(|cx| Pin::new(&mut self.body).poll_frame(cx));
            let frame =
                timeout_at(self.end.min(Instant::now() + IDLE), frame).await.map_err(|_| BodyError::RequestTimeout)?;
            let Some(frame) = frame else { return Ok(false) };
            let frame = frame.map_err(|_| incomplete(self.declared, self.data.len()))?;
            self.buffer = frame.into_data().unwrap_or_default();
        }
        Ok(true)
    }

    async fn plain(&mut self) -> Result<HeaderMap, BodyError> {
        while self.fill().await? {
            let more = std::mem::take(&mut self.buffer);
            self.take(&more)?;
        }
        Ok(HeaderMap::new())
    }

    /// Keeps what was read, never more than was declared.
    fn take(&mut self, more: &[u8]) -> Result<(), BodyError> {
        if more.len() > self.declared - self.data.len() {
            return Err(incomplete(self.declared, self.data.len() + more.len()));
        }
        self.data.extend_from_slice(more);
        Ok(())
    }

    /// The `aws-chunked` encoding: size lines, data, and headers after the last chunk.
    async fn chunked(&mut self, signed: Option<&Signed>) -> Result<HeaderMap, Failure> {
        let mut previous = signed.map(|signed| signed.signature.clone()).unwrap_or_default();
        let mut sizes = 0;
        let mut last = MIN_CHUNK;
        loop {
            let line = self.line().await?.ok_or_else(|| incomplete(self.declared, self.data.len()))?;
            let (size, extension) = line.split_once(';').unwrap_or((&line, ""));
            let size = usize::from_str_radix(size, 16).map_err(|_| incomplete(self.declared, self.data.len()))?;
            if size > 0 && last < MIN_CHUNK {
                Err(BodyError::InvalidChunkSizeError { chunk: sizes, bad_chunk_size: last })?;
            }
            let start = self.data.len();
            self.exactly(size).await?;
            if let Some(signed) = signed {
                let signature = extension.strip_prefix("chunk-signature=").unwrap_or_default();
                previous = signed.check_chunk(&previous, self.data.get(start..).unwrap_or_default(), signature)?;
            }
            if size == 0 {
                break;
            }
            if self.line().await?.is_none_or(|rest| !rest.is_empty()) {
                Err(incomplete(self.declared, self.data.len()))?;
            }
            (sizes, last) = (sizes + 1, size);
        }
        self.trailers(signed, &previous).await
    }

    async fn trailers(&mut self, signed: Option<&Signed>, previous: &str) -> Result<HeaderMap, Failure> {
        let mut trailers = HeaderMap::new();
        let mut canonical = String::new();
        let mut verified = signed.is_none();
        while let Some(line) = self.line().await?.filter(|line| !line.is_empty()) {
            let (name, value) = line.split_once(':').ok_or(BodyError::MalformedTrailerError)?;
            let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
            if name == "x-amz-trailer-signature" {
                signed.map(|signed| signed.check_trailer(previous, &canonical, value)).transpose()?;
                verified = true;
                continue;
            }
            canonical.extend([name.as_str(), ":", value, "\n"]);
            let name = name.parse::<HeaderName>().map_err(|_| BodyError::MalformedTrailerError)?;
            let value = HeaderValue::from_str(value).map_err(|_| BodyError::MalformedTrailerError)?;
            trailers.insert(name, value);
            if trailers.len() > MAX_TRAILERS {
                Err(BodyError::MalformedTrailerError)?;
            }
        }
        if !verified && !trailers.is_empty() {
            Err(BodyError::MalformedTrailerError)?;
        }
        // Some clients write a line feed of their own after the checksum, and so end in an empty line more. Nothing
        // else may follow, and the end has to be seen: an HTTP/1 connection goes on after it.
        if self.line().await?.is_some_and(|rest| !rest.is_empty()) || self.fill().await? {
            Err(BodyError::MalformedTrailerError)?;
        }
        Ok(trailers)
    }

    /// The next line, without its end. `None` at the end of the body.
    async fn line(&mut self) -> Result<Option<String>, BodyError> {
        let mut line = Vec::new();
        while self.fill().await? {
            let end = self.buffer.iter().position(|byte| *byte == b'\n');
            line.extend_from_slice(&self.buffer.split_to(end.map_or(self.buffer.len(), |end| end + 1)));
            if line.len() > MAX_LINE {
                return Err(BodyError::MalformedTrailerError);
            }
            if end.is_some() {
                break;
            }
        }
        let line = String::from_utf8(line).map_err(|_| BodyError::MalformedTrailerError)?;
        Ok(Some(line.trim_end_matches(['\r', '\n'].as_slice()).to_owned()).filter(|_| !line.is_empty()))
    }

    async fn exactly(&mut self, mut size: usize) -> Result<(), BodyError> {
        while size > 0 {
            if !self.fill().await? {
                return Err(incomplete(self.declared, self.data.len()));
            }
            let more = self.buffer.split_to(size.min(self.buffer.len()));
            size -= more.len();
            self.take(&more)?;
        }
        Ok(())
    }
}
