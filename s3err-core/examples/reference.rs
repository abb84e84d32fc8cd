//! The reference page of a storage server, as Markdown and as HTML, made of what its errors declare.
//!
//! ```text
//! cargo run -p s3err-core --example reference
//! cargo run -p s3err-core --example reference -- docs
//! ```
//!
//! The folder is the argument, or `s3err-reference` in the system's folder for temporary files.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use std::{env, fs, io};

use s3err_core::{Reference, S3Error};

/// The errors of an object.
#[derive(Debug, S3Error)]
#[s3(strict)]
#[allow(dead_code)] // a reference needs no values
enum ObjectError {
    /// The key is not in the index, and never was or is deleted.
    ///
    /// List the bucket to see which keys there are. Without the permission to list it, the response is
    /// [`AccessDenied`](#AccessDenied), so that nobody can probe for keys.
    NoSuchKey {
        #[s3(detail)]
        key: String,
        #[s3(log)]
        shard: u16,
    },
    /// The object has no version with this `versionId`.
    NoSuchVersion {
        #[s3(detail)]
        key: String,
        #[s3(detail)]
        version_id: String,
    },
    /// The latest version is a delete marker, and the request names its `versionId`.
    #[s3(code = "MethodNotAllowed", header("Allow", "DELETE"), header("x-amz-delete-marker", "true"))]
    DeleteMarker {
        #[s3(detail)]
        method: String,
        #[s3(detail)]
        resource_type: &'static str,
        #[s3(header = "x-amz-version-id")]
        version: Option<String>,
    },
    /// The body is not what its digest promised: it was damaged in transit, or the digest is of another body.
    #[s3(code = "BadDigest", close)]
    DigestDiffers {
        #[s3(detail)]
        calculated_digest: String,
        #[s3(detail)]
        expected_digest: String,
    },
    /// A part of the upload is missing or its `ETag` is not the one in the list:
    ///
    /// - parts are compared one by one, in the order of the list;
    /// - the first that differs is reported.
    InvalidPart {
        #[s3(detail)]
        upload_id: String,
        #[s3(detail)]
        part_number: u32,
        #[s3(detail = "ETag")]
        etag: String,
    },
    /// The range begins after the object's end.
    InvalidRange {
        #[s3(detail)]
        range_requested: String,
        #[s3(detail)]
        actual_object_size: u64,
    },
    /// A condition of the request (`If-Match`, `If-Unmodified-Since`) does not hold.
    PreconditionFailed {
        #[s3(detail)]
        condition: &'static str,
    },
    /// The client has this version already.
    NotModified {
        #[s3(header = "ETag")]
        etag: String,
        #[s3(header = "Last-Modified")]
        modified: Option<String>,
    },
}

/// The errors of a request before its operation begins.
#[derive(Debug, S3Error)]
#[allow(dead_code)]
enum RequestError {
    /// The policies of bucket and user do not allow it.
    AccessDenied,
    /// The presigned URL is older than its `X-Amz-Expires` allows.
    #[s3(code = "AccessDenied", message = "Request has expired")]
    Expired {
        #[s3(detail)]
        x_amz_expires: u32,
        #[s3(detail)]
        expires: String,
        #[s3(detail)]
        server_time: String,
    },
    /// The request was signed with another key, or was changed in transit.
    ///
    /// The details show what the server signed: compare them with what your client did.
    SignatureDoesNotMatch {
        #[s3(detail)]
        aws_access_key_id: String,
        #[s3(detail)]
        string_to_sign: String,
        #[s3(detail)]
        signature_provided: String,
        #[s3(detail)]
        canonical_request: Option<String>,
    },
    /// Signed for another region.
    #[s3(
        code = "AuthorizationHeaderMalformed",
        message = "The authorization header is malformed; the region '{given}' is wrong; expecting '{region}'"
    )]
    WrongRegion {
        given: String,
        #[s3(detail)]
        region: &'static str,
    },
    /// The bucket is in another region.
    PermanentRedirect {
        #[s3(detail)]
        endpoint: String,
        #[s3(detail)]
        bucket: String,
        #[s3(header = "x-amz-bucket-region")]
        region: String,
    },
    /// Too many requests of one tenant.
    ///
    /// Wait as long as `Retry-After` says.
    #[s3(code = "SlowDown")]
    Throttled {
        #[s3(log)]
        tenant: String,
        #[s3(retry_after)]
        wait: Duration,
    },
    /// The tenant's contract allows no more.
    ///
    /// Ask an administrator to raise the limit.
    #[s3(code = "QuotaExceeded", status = 403, message = "The quota of {limit} bytes is used up.")]
    Quota {
        limit: u64,
        #[s3(detail = "QuotaResetTime")]
        reset: Option<String>,
    },
    /// A disk, or a mistake of ours. What it was is in the server's log.
    #[s3(code = "InternalError")]
    Io { path: PathBuf, source: io::Error },
}

const HELP: &str = "\
The reference page of a storage server's errors, as HTML and as Markdown, with the same as JSON and for OpenAPI.

Usage: reference [FOLDER]

The files go into FOLDER, or into `s3err-reference` in the folder for temporary files.";

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let folder = match arguments.as_slice() {
        [] => env::temp_dir().join("s3err-reference"),
        [help] if help == "--help" || help == "-h" => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        [folder] if !folder.to_string_lossy().starts_with('-') => PathBuf::from(folder),
        [wrong, ..] => {
            eprintln!("reference: one folder is wanted, and no option but `--help`: `{}`\n\n{HELP}", wrong.display());
            return ExitCode::from(2);
        }
    };
    match write(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("reference: {}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> io::Result<()> {
    let reference = Reference::new("Errors of the example store")
        .with_version(env!("CARGO_PKG_VERSION"))
        .with_intro("Every response has the header `x-amz-request-id`: tell us its value when you ask for help.")
        .with_section::<RequestError>("Any request can fail with these, before its operation begins.")
        .with_section::<ObjectError>("The operations on objects fail with these.");
    fs::create_dir_all(folder)?;
    for (name, content) in [
        ("errors.md", reference.to_markdown()),
        ("errors.json", reference.to_json()),
        ("openapi.json", reference.to_openapi()),
        ("errors.html", reference.to_html()),
    ] {
        fs::write(folder.join(name), content)?;
    }
    println!("open {}", folder.join("errors.html").display());
    Ok(())
}
