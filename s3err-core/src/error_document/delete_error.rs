//! The errors in the result of DeleteObjects.

use super::ErrorDocument;
use super::encoding::without_blanks;
use super::limits::Limits;
use super::parse_error::{Exceeded, Found, ParseError};
use super::walk::Walk;
use super::{read, xml};
use crate::error::S3Error;
use crate::standard::StandardError;

/// A key that DeleteObjects could not delete, and why.
///
/// Guide: [clients](crate::guide::client).
///
/// DeleteObjects answers 200 and lists what failed. Its errors have no ids and no status of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeleteError {
    key: String,
    version_id: Option<String>,
    error: ErrorDocument,
}

impl DeleteError {
    /// Reads the errors of a `DeleteResult`, within limits that fit a result of a thousand keys of 1,024 bytes.
    ///
    /// ```
    /// use s3err_core::{DeleteError, RetryClass, S3Error};
    ///
    /// let body = b"<DeleteResult><Deleted><Key>a</Key></Deleted>\
    ///     <Error><Key>b</Key><Code>InternalError</Code><Message>m</Message></Error></DeleteResult>";
    /// let errors = DeleteError::parse_all(body)?;
    /// assert_eq!((errors[0].key(), errors[0].error().code()), ("b", "InternalError"));
    /// assert_eq!(errors[0].error().retry().class(), RetryClass::Transient);
    /// # Ok::<(), s3err_core::ParseError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the body is not a `DeleteResult`, is malformed, or exceeds a limit. S3 may answer 200 with
    /// an `<Error>` in place of the whole result: ask [`ErrorDocument::from_response`] first.
    pub fn parse_all(body: &[u8]) -> Result<Vec<Self>, ParseError> {
        Self::parse_all_within(body, &Limits::DELETE_RESULT)
    }

    /// Reads the errors of a `DeleteResult` within `limits`.
    ///
    /// # Errors
    ///
    /// Returns an error if the body is not a `DeleteResult`, is malformed, or exceeds a limit.
    pub fn parse_all_within(body: &[u8], limits: &Limits) -> Result<Vec<Self>, ParseError> {
        let is_too_large = body.len() > limits.size;
        let other = |error| match error {
            ParseError::NotAnError(found) => ParseError::NotADeleteResult(found),
            error => error,
        };
        let text = read::text(body, is_too_large).map_err(other)?;
        if is_too_large {
            return Err(match read::beginning(&text) {
                Some(found) if found != Found::Document("DeleteResult".into()) => ParseError::NotADeleteResult(found),
                _ => ParseError::TooLarge(Exceeded::Size(limits.size)),
            });
        }
        let skipped = body.len() - without_blanks(body).0.len();
        if let Some(found) = read::no_xml(&text) {
            return Err(ParseError::NotADeleteResult(found));
        }
        let mut walk = Walk::new(&text, skipped, limits);
        let root = walk.root().map_err(other)?;
        if root.name != "DeleteResult" {
            return Err(ParseError::NotADeleteResult(xml::found(root)));
        }
        let mut errors = Vec::new();
        if !root.is_empty {
            while let Some(open) = walk.child()? {
                if open.name == "Error" {
                    errors.push(Self::read(&mut walk, open.is_empty)?);
                } else {
                    walk.skip(&open)?;
                }
            }
        }
        walk.finish()?;
        Ok(errors)
    }

    /// Returns the key that was to be deleted.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Returns the version that was to be deleted, if the request named one.
    #[must_use]
    pub fn version_id(&self) -> Option<&str> {
        self.version_id.as_deref()
    }

    /// Returns the error, whose status is the catalogue's for its code.
    #[must_use]
    pub fn error(&self) -> &ErrorDocument {
        &self.error
    }

    /// Reads the children of an `Error`.
    fn read(walk: &mut Walk<'_>, is_empty: bool) -> Result<Self, ParseError> {
        let (mut key, mut version_id) = (None, None);
        let mut reading = xml::Reading::default();
        while !is_empty && let Some(open) = walk.child()? {
            match open.name.as_str() {
                "Key" if key.is_none() => key = Some(walk.text(&open, true)?.0),
                "VersionId" if version_id.is_none() => version_id = Some(walk.text(&open, true)?.0),
                "Key" | "VersionId" => walk.skip(&open)?,
                _ => reading.take(walk, &open)?,
            }
        }
        let mut contents = reading.finish();
        if !contents.has_code() {
            // It is a failure all the same, and must not be lost.
            contents.code = Some(contents.add(StandardError::InternalError.code()));
            contents.envelope_mut().unread = Some(ParseError::NotAnError(Found::NoCode));
        }
        let version_id = version_id.filter(|id| !id.is_empty());
        Ok(Self { key: key.unwrap_or_default(), version_id, error: ErrorDocument::of(contents) })
    }
}
