//! `object_store`: the variant by status, the document in the text, attempts, errors inside a 200 and of a batch.

use std::process::ExitCode;
use std::time::Duration;

use futures_util::{StreamExt, TryStreamExt, stream};
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::path::Path;
use object_store::{BackoffConfig, Error, ObjectStore, ObjectStoreExt, PutPayload, RetryConfig};
use s3err_clients::{Flaky, check, check_contains, end, facts, recovering, url};

fn store(bucket: &str, retries: usize) -> AmazonS3 {
    let backoff =
        BackoffConfig { init_backoff: Duration::from_millis(1), max_backoff: Duration::from_millis(2), base: 1.1 };
    let builder = AmazonS3Builder::new()
        .with_endpoint(url())
        .with_allow_http(true)
        .with_bucket_name(bucket)
        .with_region("us-east-1")
        .with_access_key_id("test")
        .with_secret_access_key("test")
        .with_retry(RetryConfig { backoff, max_retries: retries, retry_timeout: Duration::from_mins(1) });
    builder.build().expect("a store")
}

async fn get(store: &AmazonS3, key: &str) -> object_store::Result<Vec<u8>> {
    Ok(store.get(&Path::from(key)).await?.bytes().await?.to_vec())
}

fn variant(error: &Error) -> &'static str {
    match error {
        Error::NotFound { .. } => "NotFound",
        Error::NotModified { .. } => "NotModified",
        Error::Precondition { .. } => "Precondition",
        Error::AlreadyExists { .. } => "AlreadyExists",
        Error::PermissionDenied { .. } => "PermissionDenied",
        Error::Unauthenticated { .. } => "Unauthenticated",
        Error::Generic { .. } => "Generic",
        _ => "another",
    }
}

/// By the status alone, the document in the text (client/retry.rs:153-190).
async fn every_code() {
    let store = store("s3err", 0);
    for (code, status, message) in facts() {
        let answer = get(&store, &format!("{code}/x")).await;
        if code == "TemporaryRedirect" {
            check("a Location is followed", answer.unwrap(), b"ok\n".to_vec());
            continue;
        }
        let error = answer.unwrap_err();
        let expected = match status {
            404 => "NotFound",
            304 => "NotModified",
            412 => "Precondition",
            409 => "AlreadyExists",
            403 => "PermissionDenied",
            401 => "Unauthenticated",
            _ => "Generic",
        };
        check(format!("{code}: variant"), variant(&error), expected);
        // Of a redirect without Location it says no more than that.
        if status >= 400 {
            check_contains(format!("{code}: code"), error.to_string(), &format!("<Code>{code}</Code>"));
            check_contains(format!("{code}: message"), error.to_string(), &message.replace('&', "&amp;"));
        }
    }
}

async fn attempts() {
    for (code, expected) in [
        ("SlowDown", 3),
        ("InternalError", 3),
        ("NotImplemented", 3),
        ("TooManyRequestsException", 3),
        ("NoSuchKey", 1),
        ("AccessDenied", 1),
        ("RequestTimeout", 1), // 400
        ("OperationAborted", 1),
    ] {
        let flaky = Flaky::new(code);
        get(&store("s3err", 2), &flaky.key).await.unwrap_err();
        check(format!("{code}: attempts"), flaky.attempts(), expected);
    }
    let object = get(&store("s3err", 2), &recovering("SlowDown", 2)).await;
    check("SlowDown twice: the object", object.unwrap(), b"ok\n".to_vec());
}

/// It searches the document of a 200 for two codes (client/retry.rs:340-372).
async fn inside_a_200() {
    let store = store("s3err", 2);
    for code in ["InternalError", "SlowDown"] {
        let copied = store.copy(&Path::from("ok/a"), &Path::from(format!("embedded/{code}/x"))).await;
        check_contains(format!("copy: {code}"), copied.unwrap_err().to_string(), code);
    }
    check("copy", store.copy(&Path::from("ok/a"), &Path::from("ok/b")).await.is_ok(), true);
    // An upload in parts ends in a document that repeats the key, which must not look like a failure.
    for key in ["ok/x", "ok/SlowDown/InternalError", &recovering("SlowDown", 0)] {
        let mut upload = store.put_multipart(&Path::from(key)).await.unwrap();
        upload.put_part(PutPayload::from_static(b"a")).await.unwrap();
        check(format!("put_multipart: {key}"), upload.complete().await.is_ok(), true);
    }
}

async fn batches_and_buckets() {
    let keys = ["ok/a", "AccessDenied/b & c", "d"].map(|key| Ok(Path::from(key)));
    let deleted: Vec<_> = store("s3err", 0).delete_stream(stream::iter(keys).boxed()).collect().await;
    let deleted: Vec<_> = deleted.iter().map(|one| one.as_ref().map(Path::to_string).map_err(variant)).collect();
    check("delete_stream", deleted, [Ok("ok/a".to_owned()), Err("Generic"), Ok("d".to_owned())]);
    let listed: object_store::Result<Vec<_>> = store("nowhere", 0).list(None).try_collect().await;
    check_contains("list of no bucket", listed.unwrap_err().to_string(), "<BucketName>nowhere</BucketName>");
    let listed: Vec<_> = store("s3err", 0).list(None).try_collect().await.unwrap();
    check("list", listed.len(), 0);
    let error = get(&store("s3err-redirect", 0), "a").await.unwrap_err();
    check_contains("a redirect without Location", format!("{error:?}"), "BareRedirect");
    check("put", store("s3err", 0).put(&Path::from("ok/x"), "a".into()).await.is_ok(), true);
}

#[tokio::main]
async fn main() -> ExitCode {
    rustls::crypto::ring::default_provider().install_default().expect("it is the first");
    every_code().await;
    attempts().await;
    inside_a_200().await;
    batches_and_buckets().await;
    end()
}
