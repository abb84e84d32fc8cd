//! `rust-s3`: status and document as they came, errors inside a 200.

use std::process::ExitCode;

use s3::creds::Credentials;
use s3::error::S3Error;
use s3::{Bucket, Region};
use s3err_clients::{check, check_contains, end, facts, url};

fn bucket(name: &str) -> Box<Bucket> {
    let region = Region::Custom { region: "us-east-1".into(), endpoint: url() };
    let credentials = Credentials::new(Some("test"), Some("test"), None, None, None).expect("credentials");
    Bucket::new(name, region, credentials).expect("a bucket").with_path_style()
}

async fn every_code() {
    let bucket = bucket("s3err");
    for (code, status, message) in facts() {
        match bucket.get_object(format!("/{code}/x")).await {
            Ok(answer) if code == "TemporaryRedirect" => check("a Location is followed", answer.as_slice(), b"ok\n"),
            Err(S3Error::HttpFailWithBody(sent, body)) => {
                check(format!("{code}: status"), sent, status);
                if status != 304 {
                    check_contains(format!("{code}: code"), &body, &format!("<Code>{code}</Code>"));
                    check_contains(format!("{code}: message"), &body, &message.replace('&', "&amp;"));
                }
            }
            other => check(format!("{code}: variant"), format!("{other:?}"), "HttpFailWithBody"),
        }
    }
}

async fn objects() {
    let bucket = bucket("s3err");
    check("get_object", bucket.get_object("/ok/a").await.unwrap().as_slice(), b"ok\n");
    check("put_object", bucket.put_object("/ok/a", b"a").await.unwrap().status_code(), 200);
    let copied = bucket.copy_object_internal("ok/a", "embedded/AccessDenied/x").await;
    check_contains("copy_object_internal: an error inside a 200", format!("{copied:?}"), "AccessDenied");
    check("copy_object_internal", bucket.copy_object_internal("ok/a", "ok/b").await.unwrap(), 200);
}

#[tokio::main]
async fn main() -> ExitCode {
    every_code().await;
    objects().await;
    end()
}
