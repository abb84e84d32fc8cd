//! A record as a `tracing` event.

use std::borrow::Cow;

use super::{LogLevel, LogRecord, Pairs};
use crate::id::HostId;

#[cfg(any(feature = "tower", feature = "actix-web"))] // only a layer asks
impl LogLevel {
    /// Returns whether anyone takes an event of this level: if not, no record has to be made.
    pub(crate) fn is_enabled(self) -> bool {
        match self {
            Self::Error => tracing::enabled!(target: "s3err", tracing::Level::ERROR),
            Self::Warn => tracing::enabled!(target: "s3err", tracing::Level::WARN),
            Self::Info => tracing::enabled!(target: "s3err", tracing::Level::INFO),
            Self::Debug => tracing::enabled!(target: "s3err", tracing::Level::DEBUG),
        }
    }
}

impl LogRecord<'_> {
    /// Emits an event at the record's own [`level`](Self::level).
    pub fn emit(&self) {
        self.emit_at(self.level());
    }

    /// Emits an event of the target `s3err`, its message the public one, its fields `code`, `status`, `variant`,
    /// `method`, `resource`, `request_id`, `host_id`, `details` and `log` (`name=value` pairs) and `causes` (the
    /// nearest first).
    pub fn emit_at(&self, level: LogLevel) {
        macro_rules! event {
            ($level:ident) => {
                if tracing::enabled!(target: "s3err", tracing::Level::$level) {
                    tracing::event!(
                        target: "s3err",
                        tracing::Level::$level,
                        code = self.code,
                        status = self.status.as_u16(),
                        variant = self.variant,
                        method = self.context.method().as_str(),
                        resource = self.resource(),
                        request_id = self.context.request_id().as_str(),
                        host_id = self.context.host_id().map(HostId::as_str),
                        details = pairs(&self.details),
                        log = pairs(&self.log),
                        causes = (!self.causes.is_empty()).then(|| tracing::field::debug(&self.causes)),
                        "{}",
                        one_line(&self.message)
                    );
                }
            };
        }
        match level {
            LogLevel::Error => event!(ERROR),
            LogLevel::Warn => event!(WARN),
            LogLevel::Info => event!(INFO),
            LogLevel::Debug => event!(DEBUG),
        }
    }
}

/// A message that cannot begin a line of its own, nor change what is shown around it.
fn one_line(message: &str) -> Cow<'_, str> {
    let is_shown = |c: char| matches!(c, '"' | '\'' | '\\') || c.escape_debug().len() == 1;
    if message.chars().all(is_shown) { message.into() } else { message.escape_debug().to_string().into() }
}

/// `name=value` pairs, if there are some.
fn pairs(texts: &[(String, String)]) -> Option<String> {
    let mut pairs = Pairs::default();
    for (name, text) in texts {
        pairs.push(name, text);
    }
    Some(pairs.line).filter(|line| !line.is_empty())
}
