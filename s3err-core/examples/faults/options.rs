//! The command line.

use std::time::Duration;

const USAGE: &str = "usage: faults [--port N] [--seconds N]
  --port N      the port on 127.0.0.1; 0, the default, takes a free one
  --seconds N   end after so many seconds; without it, run until stopped";

/// What was asked for when it was started.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) port: u16,
    pub(crate) lifetime: Option<Duration>,
}

impl Options {
    /// Reads `--name value` and `--name=value`; the error is what to tell whoever started it.
    pub(crate) fn parse(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self::default();
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            if matches!(argument.as_str(), "--help" | "-h") {
                return Err(USAGE.to_owned());
            }
            let (name, value) = match argument.split_once('=') {
                Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
                None => (argument, arguments.next()),
            };
            let value = value.ok_or_else(|| format!("faults: {name} needs a value\n{USAGE}"))?;
            let wrong = |_| format!("faults: {name} does not take {value:?}\n{USAGE}");
            match name.as_str() {
                "--port" => options.port = value.parse().map_err(wrong)?,
                "--seconds" => options.lifetime = Some(Duration::from_secs(value.parse().map_err(wrong)?)),
                _ => return Err(format!("faults: unknown option {name}\n{USAGE}")),
            }
        }
        Ok(options)
    }
}
