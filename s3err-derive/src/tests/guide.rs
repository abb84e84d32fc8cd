//! The guide's page of codes is what the catalogue says.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use crate::catalogue::{self, Entry, Family, RetrySource};
use crate::suggest::{list, quoted};

/// The page, with what comes before the first family.
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../s3err-core/src/guide/catalogue.md");

/// `S3ERR_BLESS=1` writes the page anew. In the packaged crate, which is alone, there is none.
#[test]
fn the_guide_lists_the_catalogue() -> Result<(), Box<dyn Error>> {
    if !Path::new(PAGE).exists() {
        return Ok(());
    }
    let page = fs::read_to_string(PAGE)?;
    let (head, _) = page.split_once("\n## ").ok_or("no family")?;
    let expected = format!("{head}\n{}", families()?);
    if env::var_os("S3ERR_BLESS").is_some() {
        fs::write(PAGE, expected)?;
    } else if page != expected {
        return Err("the page is not what the catalogue says, renew it with S3ERR_BLESS=1".into());
    }
    Ok(())
}

#[test]
fn every_code_is_listed_once() -> Result<(), Box<dyn Error>> {
    let page = families()?;
    for entry in catalogue::all() {
        let row = format!("\n| `{}` |", entry.code);
        assert_eq!(page.matches(&row).count(), 1, "{}", entry.code);
    }
    Ok(())
}

/// A section for each family, the general codes first.
fn families() -> Result<String, std::fmt::Error> {
    let mut families: BTreeMap<Family, Vec<&Entry>> = BTreeMap::new();
    for entry in catalogue::all() {
        families.entry(entry.family).or_default().push(entry);
    }
    let mut page = String::new();
    for (family, entries) in families {
        writeln!(page, "## {}\n\n{}\n", family.as_str(), about(family))?;
        writeln!(page, "Formats: {}.\n", list(&quoted(formats(family).iter().copied()), "or"))?;
        writeln!(page, "| code | status | retry | details | headers | message |\n|---|---|---|---|---|---|")?;
        for entry in entries {
            writeln!(page, "{}", row(entry))?;
        }
        writeln!(page)?;
    }
    page.truncate(page.trim_end().len());
    page.push('\n');
    Ok(page)
}

fn row(entry: &Entry) -> String {
    let joined = |names: &[&'static str]| quoted(names.iter().copied()).join(", ");
    let retry = match (entry.usual_retry(), entry.retry_source) {
        (None, _) => String::new(),
        (Some(retry), None) => retry.as_str().to_owned(),
        (Some(retry), Some(source)) => format!("{}, {}", retry.as_str(), source.as_str()),
    };
    let shapes: Vec<_> = entry.shapes.iter().filter(|shape| !shape.is_empty()).map(|shape| joined(shape)).collect();
    let cells = [
        format!("`{}`", entry.code),
        entry.statuses_in_words().join(", "),
        retry,
        shapes.join("; or "),
        joined(entry.headers),
        entry.message.replace('|', "\\|").replace('[', "\\[").trim_end().to_owned(),
    ];
    format!("| {} |", cells.join(" | "))
}

/// The methods of `S3Error` that write what a client of the family reads.
fn formats(family: Family) -> &'static [&'static str] {
    match family {
        Family::General
        | Family::Acl
        | Family::Annotation
        | Family::Configuration
        | Family::Devpay
        | Family::Express
        | Family::Fsx
        | Family::Kms
        | Family::ObjectLambda
        | Family::ObjectLock
        | Family::PostForm
        | Family::Replication => &["to_response"],
        Family::Select => &["to_response", "to_select_message"],
        Family::Soap => &["to_soap_response"],
        Family::AccessGrants | Family::AccessPoints | Family::Control | Family::Outposts | Family::StorageLens => {
            &["to_control_response"]
        }
        Family::Tagging => &["to_response", "to_control_response"],
        Family::Sts => &["to_query_response"],
        Family::Json => &["to_json_response"],
    }
}

/// The subject of the family's codes.
fn about(family: Family) -> &'static str {
    match family {
        Family::General => "Buckets and objects.",
        Family::AccessGrants => "S3 Access Grants, which are managed through S3 Control.",
        Family::AccessPoints => "Access points, which are managed through S3 Control.",
        Family::Acl => "Access control lists, and what blocks them.",
        Family::Annotation => "Annotations of objects.",
        Family::Configuration => "Analytics, inventory, metrics and other configurations of a bucket.",
        Family::Control => "What every operation of S3 Control can fail with.",
        Family::Devpay => "Authentication devices and payers.",
        Family::Express => "Directory buckets (S3 Express One Zone).",
        Family::Fsx => "Access points of file systems.",
        Family::Json => "Services that speak REST JSON: S3 Tables, S3 Vectors, S3 Files, S3 on Outposts.",
        Family::Kms => "Keys of KMS, as S3 passes on what is wrong with them.",
        Family::ObjectLambda => "S3 Object Lambda.",
        Family::ObjectLock => "Object Lock.",
        Family::Outposts => "Buckets on Outposts, which are managed through S3 Control.",
        Family::PostForm => "Uploads by an HTML form.",
        Family::Replication => "Replication.",
        Family::Select => "S3 Select: before the event stream as a document, inside it as a message.",
        Family::Soap => "The SOAP interface.",
        Family::StorageLens => "S3 Storage Lens, which is managed through S3 Control.",
        Family::Sts => "The security token service, which speaks the query protocol.",
        Family::Tagging => "Tags of objects and buckets, and of what S3 Control manages.",
    }
}

#[test]
fn a_source_is_named_where_the_status_does_not_tell() {
    let row = |code| catalogue::find(code).map(row).unwrap_or_default();
    assert!(row("OperationAborted").contains(&format!("| transient, {} |", RetrySource::Message.as_str())));
    assert!(row("InternalError").contains("| 500 | transient |"));
}
