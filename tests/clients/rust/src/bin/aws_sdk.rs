//! The AWS SDK for Rust: errors by operation, code, message, ids, attempts, the clock, errors inside a 200.

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use aws_sdk_s3::Client;
use aws_sdk_s3::config::interceptors::BeforeTransmitInterceptorContextRef;
use aws_sdk_s3::config::retry::RetryConfig;
use aws_sdk_s3::config::{ConfigBag, Credentials, Intercept, Region, RuntimeComponents};
use aws_sdk_s3::error::{BoxError, ProvideErrorMetadata, SdkError};
use aws_sdk_s3::operation::create_bucket::CreateBucketError;
use aws_sdk_s3::operation::get_object::GetObjectError;
use aws_sdk_s3::operation::list_objects_v2::ListObjectsV2Error;
use aws_sdk_s3::operation::put_object::PutObjectError;
use aws_sdk_s3::operation::{RequestId, RequestIdExt};
use aws_sdk_s3::primitives::{AggregatedBytes, ByteStream};
use aws_sdk_s3::types::{Delete, ObjectIdentifier, StorageClass};
use aws_smithy_http_client::Builder;
use s3err_clients::{Flaky, check, end, facts, recovering, url};

/// Counts what is sent.
#[derive(Clone, Debug, Default)]
struct Counter(Arc<AtomicUsize>);

impl Intercept for Counter {
    fn name(&self) -> &'static str {
        "Counter"
    }

    fn read_before_transmit(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }
}

fn client(attempts: u32, counter: &Counter) -> Client {
    let retries =
        RetryConfig::standard().with_max_attempts(attempts).with_initial_backoff(std::time::Duration::from_millis(1));
    let config = aws_sdk_s3::Config::builder()
        .behavior_version_latest()
        .http_client(Builder::new().build_http())
        .endpoint_url(url())
        .region(Region::new("us-east-1"))
        .force_path_style(true)
        .credentials_provider(Credentials::new("test", "test", None, None, "test"))
        .sleep_impl(aws_sdk_s3::config::SharedAsyncSleep::new(aws_smithy_async::rt::sleep::TokioSleep::new()))
        .retry_config(retries)
        .interceptor(counter.clone());
    Client::from_conf(config.build())
}

fn once() -> Client {
    client(1, &Counter::default())
}

async fn get(client: &Client, bucket: &str, key: &str) -> Result<Vec<u8>, SdkError<GetObjectError>> {
    let answer = client.get_object().bucket(bucket).key(key).send().await?;
    Ok(answer.body.collect().await.map(AggregatedBytes::to_vec).unwrap_or_default())
}

async fn every_code() {
    let client = once();
    for (code, status, message) in facts() {
        let error = get(&client, "s3err", &format!("{code}/x")).await.unwrap_err();
        let raw = error.raw_response().expect("an answer");
        check(format!("{code}: status"), raw.status().as_u16(), status);
        check(format!("{code}: request id"), error.request_id(), raw.headers().get("x-amz-request-id"));
        check(format!("{code}: host id"), error.extended_request_id(), raw.headers().get("x-amz-id-2"));
        let expected = Some(code.as_str()).filter(|_| status != 304); // it has no document
        check(format!("{code}: code"), error.code(), expected);
        if !message.is_empty() && status != 304 {
            check(format!("{code}: message"), error.message(), Some(message.as_str()));
        }
    }
}

/// The errors that are typed, operation by operation (operation/*.rs).
async fn typed() {
    let client = once();
    let error = get(&client, "s3err", "NoSuchKey/x").await.unwrap_err().into_service_error();
    check("GetObject NoSuchKey", error.is_no_such_key(), true);
    let error = get(&client, "s3err", "InvalidObjectState/x").await.unwrap_err().into_service_error();
    let GetObjectError::InvalidObjectState(state) = &error else { panic!("{error:?}") };
    check("GetObject InvalidObjectState", state.storage_class().map(StorageClass::as_str), Some("GLACIER"));
    let error = get(&client, "s3err", "NoSuchBucket/x").await.unwrap_err().into_service_error();
    check("GetObject NoSuchBucket", (error.is_no_such_key(), error.code()), (false, Some("NoSuchBucket")));

    let error = client.list_objects_v2().bucket("nowhere").send().await.unwrap_err().into_service_error();
    check("ListObjectsV2 NoSuchBucket", matches!(error, ListObjectsV2Error::NoSuchBucket(_)), true);
    let error = client.head_object().bucket("s3err").key("NoSuchKey/x").send().await.unwrap_err();
    check("HeadObject NotFound", error.into_service_error().is_not_found(), true);
    let error = client.head_bucket().bucket("nowhere").send().await.unwrap_err();
    check("HeadBucket NotFound", error.into_service_error().is_not_found(), true);

    let create = |bucket| client.create_bucket().bucket(bucket).send();
    let error = create("s3err-bucketalreadyexists").await.unwrap_err().into_service_error();
    check("CreateBucket BucketAlreadyExists", matches!(error, CreateBucketError::BucketAlreadyExists(_)), true);
    let error = create("s3err-bucketalreadyownedbyyou").await.unwrap_err().into_service_error();
    check("CreateBucket BucketAlreadyOwnedByYou", matches!(error, CreateBucketError::BucketAlreadyOwnedByYou(_)), true);

    let put =
        |key: &'static str| client.put_object().bucket("s3err").key(key).body(ByteStream::from_static(b"a")).send();
    for (key, is) in [
        ("InvalidRequest/x", PutObjectError::is_invalid_request as fn(&_) -> bool),
        ("InvalidWriteOffset/x", PutObjectError::is_invalid_write_offset),
        ("TooManyParts/x", PutObjectError::is_too_many_parts),
        ("EncryptionTypeMismatch/x", PutObjectError::is_encryption_type_mismatch),
    ] {
        check(format!("PutObject {key}"), is(&put(key).await.unwrap_err().into_service_error()), true);
    }
    check("PutObject", put("ok/x").await.unwrap().e_tag(), Some("\"0cc175b9c0f1b6a831c399e269772661\""));
}

async fn attempts() {
    for (code, expected) in [
        ("SlowDown", 3),
        ("InternalError", 3),
        ("ServiceUnavailable", 3),
        ("RequestTimeout", 3),
        ("NoSuchKey", 1),
        ("AccessDenied", 1),
        ("BadDigest", 1),
        ("NotImplemented", 1),
        ("PermanentRedirect", 1),
    ] {
        let (flaky, counter) = (Flaky::new(code), Counter::default());
        let error = get(&client(3, &counter), "s3err", &flaky.key).await.unwrap_err();
        check(format!("{code}: raised"), error.code(), Some(code));
        check(format!("{code}: attempts"), flaky.attempts(), expected);
    }
    let object = get(&client(3, &Counter::default()), "s3err", &recovering("SlowDown", 2)).await;
    check("SlowDown twice: the object", object.unwrap(), b"ok\n".to_vec());
}

async fn inside_a_200() {
    // Retried by the code, as everywhere (classifiers.rs:29-47); the status stays what it was.
    for (code, attempts) in [("InternalError", 3), ("SlowDown", 3), ("AccessDenied", 1), ("NoSuchKey", 1)] {
        let key = format!("embedded/{code}/x");
        let counter = Counter::default();
        let client = client(3, &counter);
        let copied = client.copy_object().bucket("s3err").key(&key).copy_source("s3err/ok/a").send().await;
        let error = copied.unwrap_err();
        check(format!("CopyObject {code}"), error.code(), Some(code));
        check(format!("CopyObject {code}: status"), error.raw_response().unwrap().status().as_u16(), 200);
        check(format!("CopyObject {code}: attempts"), counter.0.load(Ordering::Relaxed), attempts);
        let part = client.upload_part_copy().bucket("s3err").key(&key).copy_source("s3err/ok/a");
        let error = part.part_number(1).upload_id("u").send().await.unwrap_err();
        check(format!("UploadPartCopy {code}"), error.code(), Some(code));
        let error =
            client.complete_multipart_upload().bucket("s3err").key(&key).upload_id("u").send().await.unwrap_err();
        check(format!("CompleteMultipartUpload {code}"), error.code(), Some(code));
    }
    let copied = once().copy_object().bucket("s3err").key("ok/x").copy_source("s3err/ok/a").send().await.unwrap();
    let result = copied.copy_object_result().and_then(|result| result.e_tag());
    check("CopyObject", result, Some("\"eff5bc1ef8ec9d03e640fc4370f5eacd\""));
}

async fn clock_and_regions() {
    let counter = Counter::default();
    let object = get(&client(3, &counter), "s3err-skew", "a").await;
    check("the clock is corrected", object.unwrap(), b"ok\n".to_vec());
    check("by one more attempt", counter.0.load(Ordering::Relaxed), 2);
    let error = get(&client(3, &Counter::default()), "s3err-redirect", "a").await.unwrap_err();
    check("a redirect is not followed", error.code(), Some("PermanentRedirect"));
    let error = get(&client(3, &Counter::default()), "s3err-wrongregion", "a").await.unwrap_err();
    check("nor is a region", error.code(), Some("AuthorizationHeaderMalformed"));
}

async fn delete_objects() {
    let object = |key: &str| ObjectIdentifier::builder().key(key).build().unwrap();
    let delete = Delete::builder().objects(object("AccessDenied/a & b")).objects(object("c")).build().unwrap();
    let answer = once().delete_objects().bucket("s3err").delete(delete).send().await.unwrap();
    let errors: Vec<_> = answer.errors().iter().map(|error| (error.key(), error.code(), error.message())).collect();
    check("DeleteObjects: Errors", errors, [(Some("AccessDenied/a & b"), Some("AccessDenied"), Some("Access Denied"))]);
    check(
        "DeleteObjects: Deleted",
        answer.deleted().iter().filter_map(|deleted| deleted.key()).collect::<Vec<_>>(),
        ["c"],
    );
}

#[tokio::main]
async fn main() -> ExitCode {
    every_code().await;
    typed().await;
    attempts().await;
    inside_a_200().await;
    clock_and_regions().await;
    delete_objects().await;
    end()
}
