//! S3 Select: an error in the event stream that a success began.

use aws_smithy_eventstream::frame::write_message_to;
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};
use bytes::Bytes;

use crate::{RequestContext, S3Error};

/// The most bytes that a header of an event-stream message can hold.
const MAX_HEADER: usize = 32_767;

impl RequestContext {
    /// The message that ends an event stream with an error: the headers `:message-type`, `:error-code` and
    /// `:error-message`, no payload. A message of more than 32,767 bytes is cut off there, which the framing demands.
    ///
    /// With the feature `select`.
    ///
    /// ```
    /// use s3err_core::{RequestContext, RequestId, StandardError};
    ///
    /// let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
    /// let message = context.to_select_message(&StandardError::CastFailed);
    /// assert_eq!(message.len(), u32::from_be_bytes(message[..4].try_into().unwrap()) as usize);
    /// ```
    #[must_use]
    pub fn to_select_message(&self, error: &dyn S3Error) -> Bytes {
        let header =
            |name: &'static str, text: &str| Header::new(name, HeaderValue::String(cut(text).to_owned().into()));
        let message = Message::new(Bytes::new())
            .add_header(header(":message-type", "error"))
            .add_header(header(":error-code", error.code()))
            .add_header(header(":error-message", &error.message()));
        let mut out = Vec::new();
        // It fails for what is too long, and nothing is: three headers, each cut to what one can hold.
        let _ = write_message_to(&message, &mut out);
        out.into()
    }
}

/// `text` up to the last character that fits.
fn cut(text: &str) -> &str {
    let end = (0..=MAX_HEADER).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    text.get(..end).filter(|_| text.len() > MAX_HEADER).unwrap_or(text)
}
