//! The command line of a server.

use std::io::{self, Write as _};
use std::process::ExitCode;

/// The usage of a program.
#[derive(Clone, Copy, Debug)]
pub struct Command {
    /// Its name.
    pub name: &'static str,
    /// The output of `--help`.
    pub help: &'static str,
    /// The options that take a value, with their dashes.
    pub options: &'static [&'static str],
    /// The options that take none.
    pub flags: &'static [&'static str],
}

/// The reason why a program ends before its work is done.
#[derive(Debug)]
pub enum Stop {
    /// Help was asked for.
    Help,
    /// The command line is wrong.
    Usage(String),
    /// Something else went wrong.
    Failed(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

impl Command {
    /// Reads `--name value`, `--name=value` and flags, whose value is empty.
    ///
    /// # Errors
    ///
    /// Returns an error if an option is unknown or has no value, and if help is asked for.
    pub fn read(&self, arguments: impl IntoIterator<Item = String>) -> Result<Vec<(&'static str, String)>, Stop> {
        let mut arguments = arguments.into_iter();
        let mut read = Vec::new();
        while let Some(argument) = arguments.next() {
            if matches!(argument.as_str(), "--help" | "-h") {
                return Err(Stop::Help);
            }
            let (given, value) = match argument.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (argument.as_str(), None),
            };
            let known = |names: &[&'static str]| names.iter().copied().find(|name| *name == given);
            if let Some(name) = known(self.flags) {
                if value.is_some() {
                    return Err(Stop::Usage(format!("`{name}` takes no value")));
                }
                read.push((name, String::new()));
            } else if let Some(name) = known(self.options) {
                let value = value.or_else(|| arguments.next());
                let value = value.ok_or_else(|| Stop::Usage(format!("`{name}` needs a value")))?;
                read.push((name, value));
            } else {
                return Err(Stop::Usage(format!("unknown option `{given}`")));
            }
        }
        Ok(read)
    }

    /// Tells people how the program ended, and the shell.
    #[must_use]
    pub fn finish(&self, result: Result<(), Stop>) -> ExitCode {
        match result {
            Ok(()) => ExitCode::SUCCESS,
            Err(Stop::Help) => {
                let _ = writeln!(io::stdout(), "{}", self.help);
                ExitCode::SUCCESS
            }
            Err(Stop::Usage(what)) => {
                eprintln!("{}: {what}\n\n{}", self.name, self.help);
                ExitCode::from(2)
            }
            Err(Stop::Failed(error)) => {
                eprintln!("{}: {error}", self.name);
                ExitCode::FAILURE
            }
        }
    }
}

/// The value of an option that is a number.
///
/// # Errors
///
/// Returns an error if it is not a number, or is too large.
pub fn number<T: std::str::FromStr>(name: &str, value: &str) -> Result<T, Stop> {
    value.parse().map_err(|_| Stop::Usage(format!("`{name}` does not take `{value}`")))
}

#[cfg(test)]
mod tests {
    use super::{Command, Stop};

    const COMMAND: Command =
        Command { name: "program", help: "usage: program", options: &["--port"], flags: &["--quiet"] };

    fn read(arguments: &[&str]) -> Result<Vec<(&'static str, String)>, String> {
        COMMAND.read(arguments.iter().copied().map(str::to_owned)).map_err(|stop| match stop {
            Stop::Help => "help".to_owned(),
            Stop::Usage(what) => what,
            Stop::Failed(error) => error.to_string(),
        })
    }

    #[test]
    fn options_are_read_in_both_spellings() {
        for arguments in [&["--port", "0", "--quiet"][..], &["--port=0", "--quiet"]] {
            assert_eq!(read(arguments), Ok(vec![("--port", "0".to_owned()), ("--quiet", String::new())]));
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (arguments, what) in [
            (&["--help"][..], "help"),
            (&["--port", "0", "-h"], "help"),
            (&["--nonsense"], "unknown option `--nonsense`"),
            (&["--nonsense=1"], "unknown option `--nonsense`"),
            (&["8014"], "unknown option `8014`"),
            (&["--port"], "`--port` needs a value"),
            (&["--quiet=1"], "`--quiet` takes no value"),
        ] {
            assert_eq!(read(arguments), Err(what.to_owned()));
        }
    }
}
