//! Errors of the AWS JSON protocol, which S3 Tables and S3 Vectors speak: `{"message": ".."}`, with the code in a
//! header or beside the message.
//!
//! A member becomes what an element of its name would be. It is read member by member and without recursion, because a
//! document from outside decides how deep it goes.

use http::HeaderMap;

use super::contents::{Contents, Span};
use super::headers::{code_in, json_code, json_request_id};
use super::limits::Limits;
use super::parse_error::{Exceeded, Found, ParseError};
use crate::document::into_string;

/// Reads an error. What has no code, or is not JSON to its end, is not one.
pub(super) fn read(text: &str, limits: &Limits, headers: Option<&HeaderMap>) -> Result<Contents, ParseError> {
    let mut walk = Walk { rest: text, limits, elements: 0 };
    let mut reading = Reading::default();
    if let Some(code) = headers.and_then(json_code) {
        reading.take("Code", &code);
    }
    walk.object(&mut reading)?.ok_or(ParseError::NotAnError(Found::Json))?;
    if let Some(id) = headers.and_then(json_request_id) {
        reading.take("RequestId", &id);
    }
    reading.contents.texts = into_string(reading.texts);
    if reading.contents.has_code() { Ok(reading.contents) } else { Err(ParseError::NotAnError(Found::Json)) }
}

#[derive(Default)]
struct Reading {
    contents: Contents,
    texts: Vec<u8>,
}

impl Reading {
    fn take(&mut self, name: &str, value: &str) {
        let start = self.texts.len();
        self.texts.extend_from_slice(name.as_bytes());
        let name_end = self.texts.len();
        self.texts.extend_from_slice(value.as_bytes());
        let (name, value) = (Span::new(start, name_end), Span::new(name_end, self.texts.len()));
        self.contents.take(&self.texts, name, value, false);
    }

    /// Takes a member. A code is a string, whatever else is called so.
    fn take_member(&mut self, name: &str, value: &Value) {
        match (name, value) {
            ("code" | "Code" | "__type", Value::Text(shape)) => {
                if let Some(code) = code_in(shape) {
                    self.take("Code", code);
                }
            }
            ("code" | "Code" | "__type", _) | (_, Value::Null) => {}
            ("message" | "Message" | "errorMessage", Value::Text(text) | Value::Other(text)) => {
                self.take("Message", text);
            }
            (_, Value::Text(text) | Value::Other(text)) => self.take(name, text),
        }
    }
}

/// The value of a member.
enum Value {
    Null,
    Text(String),
    /// A number, a truth value, or the strings and numbers within anything larger.
    Other(String),
}

struct Walk<'t> {
    rest: &'t str,
    limits: &'t Limits,
    elements: usize,
}

/// The value that was read; `None` if it is not JSON.
type Read<T> = Result<Option<T>, ParseError>;

impl Walk<'_> {
    fn object(&mut self, reading: &mut Reading) -> Read<()> {
        if !self.eat('{') {
            return Ok(None);
        }
        let mut is_first = true;
        while !self.eat('}') {
            if !is_first && !self.eat(',') {
                return Ok(None);
            }
            is_first = false;
            self.count()?;
            let Some(name) = self.string()? else { return Ok(None) };
            if !self.eat(':') {
                return Ok(None);
            }
            let Some(value) = self.value()? else { return Ok(None) };
            reading.take_member(&name, &value);
        }
        Ok(self.rest.trim_start().is_empty().then_some(()))
    }

    fn value(&mut self) -> Read<Value> {
        Ok(match self.first() {
            Some('"') => self.string()?.map(Value::Text),
            Some('{' | '[') => self.nested()?.map(Value::Other),
            _ => match self.literal() {
                Some("null") => Some(Value::Null),
                literal => literal.map(|literal| Value::Other(literal.to_owned())),
            },
        })
    }

    /// The strings and numbers within an object or an array, one after the other, without the names of members.
    fn nested(&mut self) -> Read<String> {
        let (mut all, mut depth) = (String::new(), 1_usize); // the outer object
        loop {
            match self.first() {
                Some('{' | '[') => {
                    self.advance();
                    self.count()?;
                    depth += 1;
                    if depth > self.limits.depth {
                        return Err(ParseError::TooLarge(Exceeded::Depth(self.limits.depth)));
                    }
                }
                Some('}' | ']') => {
                    self.advance();
                    depth -= 1;
                    if depth == 1 {
                        return Ok(Some(all));
                    }
                }
                Some(',' | ':') => self.advance(),
                Some('"') => {
                    let Some(text) = self.string()? else { return Ok(None) };
                    if self.first() != Some(':') {
                        all.push_str(&text);
                    }
                }
                _ => match self.literal() {
                    Some("null") => {}
                    Some(literal) => all.push_str(literal),
                    None => return Ok(None),
                },
            }
            self.check_text(all.len())?;
        }
    }

    fn string(&mut self) -> Read<String> {
        if !self.eat('"') {
            return Ok(None);
        }
        let mut text = String::new();
        loop {
            let Some(end) = self.rest.find(['"', '\\']) else { return Ok(None) };
            let Some((plain, special)) = self.rest.split_at_checked(end) else { return Ok(None) };
            text.push_str(plain);
            self.check_text(text.len())?;
            self.rest = special;
            self.advance();
            if special.starts_with('"') {
                return Ok(Some(text));
            }
            let Some(character) = self.escape() else { return Ok(None) };
            text.push(character);
        }
    }

    /// The character that follows a backslash stands for.
    fn escape(&mut self) -> Option<char> {
        let letter = self.rest.chars().next()?;
        self.advance();
        Some(match letter {
            'b' => '\u{8}',
            'f' => '\u{C}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let first = self.unit()?;
                let pair = || {
                    let (digits, _) = self.rest.strip_prefix("\\u")?.split_at_checked(4)?;
                    char::decode_utf16([first, hex(digits)?]).next()?.ok()
                };
                match char::from_u32(first.into()) {
                    Some(character) => character,
                    None => match pair() {
                        Some(character) => {
                            self.rest = self.rest.get(6..)?;
                            character
                        }
                        None => char::REPLACEMENT_CHARACTER,
                    },
                }
            }
            '"' | '\\' | '/' => letter,
            _ => return None,
        })
    }

    fn unit(&mut self) -> Option<u16> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        hex(digits)
    }

    /// A number, `true`, `false` or `null`, as it is written.
    fn literal(&mut self) -> Option<&str> {
        let rest = self.rest.trim_start();
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
        let (literal, rest) = rest.split_at_checked(rest.find(|c| !is_part(c))?)?;
        self.rest = rest;
        let is_number = literal.starts_with(|c: char| c == '-' || c.is_ascii_digit());
        (is_number || matches!(literal, "true" | "false" | "null")).then_some(literal)
    }

    fn first(&mut self) -> Option<char> {
        self.rest = self.rest.trim_start();
        self.rest.chars().next()
    }

    fn advance(&mut self) {
        let mut chars = self.rest.chars();
        chars.next();
        self.rest = chars.as_str();
    }

    fn eat(&mut self, wanted: char) -> bool {
        let is_next = self.first() == Some(wanted);
        if is_next {
            self.advance();
        }
        is_next
    }

    fn count(&mut self) -> Result<(), ParseError> {
        self.elements += 1;
        if self.elements > self.limits.elements {
            return Err(ParseError::TooLarge(Exceeded::Elements(self.limits.elements)));
        }
        Ok(())
    }

    fn check_text(&self, len: usize) -> Result<(), ParseError> {
        if len > self.limits.text {
            return Err(ParseError::TooLarge(Exceeded::Text(self.limits.text)));
        }
        Ok(())
    }
}

fn hex(digits: &str) -> Option<u16> {
    digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())?
}
