//! A record as a `tracing` event.

use std::borrow::Cow;

use super::{LogLevel, LogRecord, Pairs};

impl LogRecord<'_> {
    /// Emits an event at the record's own [`level`](Self::level).
    pub fn emit(&self) {
        self.emit_at(self.level());
    }

    /// Emits an event of the target `s3err`, its message the public one, its fields `code`, `status`, `variant`, `method`,
    /// `resource`, `request_id`, `host_id`, `details` and `log` (`name=value` pairs) and `causes` (the nearest first).
    pub fn emit_at(&self, level: LogLevel) {
        macro_rules! event {
            ($level:ident) => {
                if tracing::enabled!(target: "s3err", tracing::Level::$level) {
                    let (error, context) = (self.error, self.context);
                    let mut details = Pairs { line: String::new() };
                    self.visit_details(&mut |name, value| details.push(name, value));
                    let mut log = Pairs { line: String::new() };
                    error.visit_log(&mut |name, value| log.push(name, value));
                    let causes = self.causes();
                    tracing::event!(
                        target: "s3err",
                        tracing::Level::$level,
                        code = error.code(),
                        status = error.status().as_u16(),
                        variant = error.variant(),
                        method = context.method().as_str(),
                        resource = context.resource(),
                        request_id = context.request_id().as_str(),
                        host_id = context.host_id().map(crate::HostId::as_str),
                        details = some(&details.line),
                        log = some(&log.line),
                        causes = (!causes.is_empty()).then(|| tracing::field::debug(causes)),
                        "{}",
                        one_line(&error.message())
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

/// A message that cannot begin a line of its own.
fn one_line(message: &str) -> Cow<'_, str> {
    if message.contains(char::is_control) { message.escape_debug().to_string().into() } else { message.into() }
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
