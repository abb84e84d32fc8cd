//! S3 Select: an error in the event stream that a success began.

use aws_smithy_eventstream::frame::write_message_to;
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};
use bytes::Bytes;

/// The most bytes that a header of an event-stream message can hold.
const MAX_HEADER: usize = 32_767;

/// The message that ends an event stream with an error.
pub(crate) fn message(code: &str, message: &str) -> Bytes {
    let header = |name: &'static str, text: &str| Header::new(name, HeaderValue::String(cut(text).to_owned().into()));
    let message = Message::new(Bytes::new())
        .add_header(header(":message-type", "error"))
        .add_header(header(":error-code", code))
        .add_header(header(":error-message", message));
    let mut out = Vec::new();
    // It fails for what is too long, and nothing is: three headers, each cut to what one can hold.
    let _ = write_message_to(&message, &mut out);
    out.into()
}

/// `text` up to the last character that fits.
fn cut(text: &str) -> &str {
    let end = (0..=MAX_HEADER).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    text.get(..end).filter(|_| text.len() > MAX_HEADER).unwrap_or(text)
}
