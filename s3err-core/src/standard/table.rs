//! The part of `StandardError` that a program holds: its strings in one, and a row for each variant.
//!
//! [`Describe::SPECS`] has the same facts, for whoever lists them. There each string is a reference, which takes 16
//! bytes and another 24 that tell the loader to relocate it. Every program that asks a document for its status has this
//! table in it, and is nearly 90 KB smaller than with references.

use http::StatusCode;

use super::StandardError;
use crate::fault::Fault;
use crate::retry::RetryClass;
use crate::spec::{Describe, ErrorSpec};

/// The row of each variant, sorted by code as the variants are.
pub(super) static ROWS: [Row; SPECS.len()] = TABLE.0;

static STRINGS: &str = match str::from_utf8(&TABLE.1) {
    Ok(strings) => strings,
    Err(_) => "",
};

/// The facts of a variant.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub(super) status: StatusCode,
    pub(super) fault: Fault,
    pub(super) retry: RetryClass,
    code: Place,
    message: Place,
    variant: Place,
}

/// The place of a string in `STRINGS`.
#[derive(Clone, Copy)]
struct Place {
    start: u16,
    end: u16,
}

impl Row {
    pub(super) fn code(&self) -> &'static str {
        self.code.string()
    }

    pub(super) fn message(&self) -> &'static str {
        self.message.string()
    }

    pub(super) fn variant(&self) -> &'static str {
        self.variant.string()
    }
}

impl Place {
    fn string(self) -> &'static str {
        STRINGS.get(self.start.into()..self.end.into()).unwrap_or_default()
    }
}

const SPECS: &[ErrorSpec] = StandardError::SPECS;

const LEN: usize = {
    let mut len = 0;
    let mut specs = SPECS;
    while let [spec, rest @ ..] = specs {
        len += spec.code.len() + spec.message.len() + own_name(spec).len();
        specs = rest;
    }
    assert!(len <= u16::MAX as usize, "a place has 16 bits");
    len
};

const TABLE: ([Row; SPECS.len()], [u8; LEN]) = {
    let nowhere = Place { start: 0, end: 0 };
    let (status, fault, retry) = (StatusCode::INTERNAL_SERVER_ERROR, Fault::Server, RetryClass::Never);
    let mut rows = [Row { status, fault, retry, code: nowhere, message: nowhere, variant: nowhere }; SPECS.len()];
    let mut strings = Strings { bytes: [0; LEN], len: 0 };
    let mut left: &mut [Row] = &mut rows;
    let mut specs = SPECS;
    while let ([row, other_rows @ ..], [spec, other_specs @ ..]) = (left, specs) {
        let code = strings.push(spec.code);
        let message = strings.push(spec.message);
        let variant = if own_name(spec).is_empty() { code } else { strings.push(spec.variant) };
        *row = Row { status: spec.status, fault: spec.fault, retry: spec.retry, code, message, variant };
        (left, specs) = (other_rows, other_specs);
    }
    (rows, strings.bytes)
};

/// The variant's name, unless it is the code: it differs by the dots, which it has not.
const fn own_name(spec: &ErrorSpec) -> &str {
    if spec.variant.len() == spec.code.len() { "" } else { spec.variant }
}

/// The strings so far.
struct Strings {
    bytes: [u8; LEN],
    len: usize,
}

impl Strings {
    #[allow(clippy::cast_possible_truncation)] // `LEN` has 16 bits
    #[allow(clippy::disallowed_methods, reason = "it runs in the compiler, where a panic is an error")]
    const fn push(&mut self, string: &str) -> Place {
        let start = self.len;
        self.len += string.len();
        let (_, free) = self.bytes.split_at_mut(start);
        let (place, _) = free.split_at_mut(string.len());
        place.copy_from_slice(string.as_bytes());
        Place { start: start as u16, end: self.len as u16 }
    }
}
