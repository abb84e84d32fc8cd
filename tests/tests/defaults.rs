//! Values that an enum gives for all its variants, and a variant for all its values: `default` and `retry_after`.

use std::time::Duration;

use s3err_core::{Describe, Fault, RequestContext, RequestId, RetryClass, S3Error, StandardError};

#[derive(Debug, S3Error)]
#[s3(default = "ServiceUnavailable", strict)]
enum StorageError {
    NoSuchBucket {
        #[s3(detail)]
        bucket_name: String,
    },
    DiskFull,
    #[s3(message = "The index is being rebuilt.")]
    Rebuilding {
        #[s3(log)]
        shard: u16,
    },
    #[s3(code = "SlowDown", retry_after = 5)]
    Busy,
    #[s3(retry = never, fault = client)]
    Closed,
}

fn context() -> RequestContext {
    RequestContext::new(RequestId::from_static("Q803X9PKQY923EA9"))
}

#[test]
fn the_default_serves_a_variant_that_has_no_code_and_is_not_named_like_one() {
    let unavailable = StandardError::ServiceUnavailable;
    for (error, code, status, message) in [
        (
            StorageError::NoSuchBucket { bucket_name: "b".to_owned() },
            "NoSuchBucket",
            404,
            "The specified bucket does not exist",
        ),
        (StorageError::DiskFull, "ServiceUnavailable", 503, unavailable.message().as_ref()),
        (StorageError::Rebuilding { shard: 3 }, "ServiceUnavailable", 503, "The index is being rebuilt."),
        (StorageError::Busy, "SlowDown", 503, "Please reduce your request rate."),
    ] {
        assert_eq!((error.code(), error.status().as_u16()), (code, status));
        assert_eq!(error.message(), message, "{code}");
    }
    assert_eq!(StorageError::DiskFull.variant(), "DiskFull");
}

#[test]
fn other_attributes_stand_beside_the_default() {
    assert_eq!(StorageError::Closed.retry().class(), RetryClass::Never);
    assert_eq!(StorageError::Closed.fault(), Fault::Client);
    assert_eq!(StorageError::DiskFull.retry().class(), RetryClass::Transient);
}

#[test]
fn a_constant_wait_is_sent_in_both_headers_and_described() {
    let response = StorageError::Busy.to_response(&context());
    assert_eq!(response.headers()["retry-after"], "5");
    assert_eq!(response.headers()["x-amz-retry-after"], "5000");
    assert_eq!(StorageError::Busy.retry().wait(), Some(Duration::from_secs(5)));
    assert_eq!(StorageError::DiskFull.retry().wait(), None);
    let busy = StorageError::SPECS.iter().find(|spec| spec.variant == "Busy").unwrap();
    let headers: Vec<_> = busy.headers.iter().map(|header| (header.name, header.optional)).collect();
    assert_eq!(headers, [("retry-after", false), ("x-amz-retry-after", false)]);
}
