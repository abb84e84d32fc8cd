//! Arguments in the query that are numbers or ids.

use s3err_core::Failure;
use s3err_tests::servers::range::digits;
use s3err_tests::servers::target::Query;

use crate::errors::{ArgumentError, ObjectError};

pub trait Arguments {
    /// A number from 0 on; `None` if the argument is missing or empty.
    fn number(&self, name: &'static str) -> Result<Option<usize>, ArgumentError>;

    fn part_number(&self) -> Result<usize, ArgumentError>;

    /// Accepts no version but the `null` one, which each object is.
    fn check_version(&self, key: &str) -> Result<(), Failure>;

    /// Returns how many entries a page may have: at most S3's thousand.
    fn page_size(&self, name: &'static str) -> Result<usize, ArgumentError> {
        Ok(self.number(name)?.unwrap_or(1000).min(1000))
    }
}

impl Arguments for Query {
    fn number(&self, name: &'static str) -> Result<Option<usize>, ArgumentError> {
        let Some(value) = self.filled(name) else { return Ok(None) };
        let (argument_name, argument_value) = (name, value.to_owned());
        match value.parse::<i32>().map(usize::try_from) {
            Ok(Ok(number)) => Ok(Some(number)),
            Ok(Err(_)) => Err(ArgumentError::Negative { argument_name, argument_value }),
            Err(_) => Err(ArgumentError::NotAnInteger { argument_name, argument_value }),
        }
    }

    fn part_number(&self) -> Result<usize, ArgumentError> {
        let value = self.get("partNumber").unwrap_or_default();
        digits(value)
            .filter(|number| (1..=10_000).contains(number))
            .ok_or_else(|| ArgumentError::PartNumber { argument_name: "partNumber", argument_value: value.to_owned() })
    }

    fn check_version(&self, key: &str) -> Result<(), Failure> {
        check_version(key, self.get("versionId"))
    }
}

/// Accepts no version but the `null` one, which each object is.
pub fn check_version(key: &str, version_id: Option<&str>) -> Result<(), Failure> {
    match version_id {
        None | Some("null") => Ok(()),
        Some("") => Err(ArgumentError::Value {
            reason: "Version id cannot be the empty string",
            argument_name: "versionId",
            argument_value: Some(String::new()),
        })?,
        Some(id) if id.len() >= 20 && id.bytes().all(|c| c.is_ascii_alphanumeric() || b"._-".contains(&c)) => {
            Err(ObjectError::NoSuchVersion { key: key.to_owned(), version_id: id.to_owned() })?
        }
        Some(id) => Err(ArgumentError::Value {
            reason: "Invalid version id specified",
            argument_name: "versionId",
            argument_value: Some(id.to_owned()),
        })?,
    }
}
