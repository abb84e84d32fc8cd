//! A walk over the table of `accepted`: each row with each operation.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use super::accepted::{HEADERS, Rule};
use super::operation::Operation;
use super::state::Gateway;
use super::store::Store;
use super::{BUDGET, S3Layer, serve};

/// A request for each operation, as far as one that fails later can tell them apart.
const REQUESTS: [(Operation, &str, &str); 26] = [
    (Operation::AbortMultipartUpload, "DELETE", "/walk/k?uploadId=u"),
    (Operation::CompleteMultipartUpload, "POST", "/walk/k?uploadId=u"),
    (Operation::CopyObject, "PUT", "/walk/k"),
    (Operation::CreateBucket, "PUT", "/walk"),
    (Operation::CreateMultipartUpload, "POST", "/walk/k?uploads"),
    (Operation::DeleteBucket, "DELETE", "/walk"),
    (Operation::DeleteObject, "DELETE", "/walk/k"),
    (Operation::DeleteObjects, "POST", "/walk?delete"),
    (Operation::GetBucketAcl, "GET", "/walk?acl"),
    (Operation::GetBucketConfiguration("policy"), "GET", "/walk?policy"),
    (Operation::GetBucketLocation, "GET", "/walk?location"),
    (Operation::GetBucketOwnershipControls, "GET", "/walk?ownershipControls"),
    (Operation::GetBucketVersioning, "GET", "/walk?versioning"),
    (Operation::GetObject, "GET", "/walk/k"),
    (Operation::GetObjectAcl, "GET", "/walk/k?acl"),
    (Operation::GetObjectTagging, "GET", "/walk/k?tagging"),
    (Operation::HeadBucket, "HEAD", "/walk"),
    (Operation::ListMultipartUploads, "GET", "/walk?uploads"),
    (Operation::ListObjectVersions, "GET", "/walk?versions"),
    (Operation::ListObjects, "GET", "/walk"),
    (Operation::ListParts, "GET", "/walk/k?uploadId=u"),
    (Operation::PutBucketAcl, "PUT", "/walk?acl"),
    (Operation::PutObject, "PUT", "/walk/k"),
    (Operation::PutObjectAcl, "PUT", "/walk/k?acl"),
    (Operation::UploadPart, "PUT", "/walk/k?uploadId=u&partNumber=1"),
    (Operation::UploadPartCopy, "PUT", "/walk/k?uploadId=u&partNumber=1"),
];

/// Status and body of a request with this header, or without one, to a new server.
async fn ask((operation, method, path): (Operation, &str, &str), header: Option<(&str, &str)>) -> (StatusCode, String) {
    let gateway = Gateway { store: Store::new(BUDGET), region: "us-east-1".to_owned(), credentials: Vec::new() };
    let app = Router::new().fallback(serve).with_state(Arc::new(gateway)).layer(S3Layer::new());
    let mut request = Request::builder().method(method).uri(path);
    if matches!(operation, Operation::CopyObject | Operation::UploadPartCopy)
        && header.is_none_or(|(name, _)| name != "x-amz-copy-source")
    {
        request = request.header("x-amz-copy-source", "walk/k");
    }
    if let Some((name, value)) = header {
        request = request.header(name, value);
    }
    let response = app.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let status = response.status();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8_lossy(&body).into_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn each_header_is_done_or_rejected_by_each_operation() {
    for (name, rule) in HEADERS {
        let header = if name.ends_with('-') { format!("{name}x") } else { (*name).to_owned() };
        for request in REQUESTS {
            let (operation, method, _) = request;
            let plain = ask(request, None).await.0;
            assert_ne!(plain, StatusCode::NOT_IMPLEMENTED, "{operation:?}");
            let status = async |value: &str| ask(request, Some((&header, value))).await.0;
            let rejected = async |value: &str| {
                let (status, body) = ask(request, Some((&header, value))).await;
                assert_eq!(status, StatusCode::NOT_IMPLEMENTED, "{operation:?} with {header}: {value}");
                assert!(method == "HEAD" || body.contains(&format!("<Header>{header}</Header>")), "{body}");
            };
            match rule {
                // What an operation does with it is for the tests of that operation.
                Rule::Done | Rule::Owner => {}
                Rule::WithoutEffect => assert_eq!(status("anything").await, plain, "{operation:?} with {header}"),
                Rule::Rejected => rejected("anything").await,
                Rule::WrittenBy(operations) if operation.writes() && !operations.contains(&operation) => {
                    rejected("anything").await;
                }
                Rule::WrittenBy(_) => {
                    assert_ne!(status("anything").await, StatusCode::NOT_IMPLEMENTED, "{operation:?} with {header}");
                }
                Rule::OneOf(operations, values) if operations.contains(&operation) => {
                    for value in values.accepted {
                        let status = status(value).await;
                        // An access list is what a request to set one lacks without it.
                        let is_set = header == "x-amz-acl" && plain == StatusCode::BAD_REQUEST;
                        assert!(
                            status == plain || is_set && status == StatusCode::NOT_FOUND,
                            "{operation:?} with {header}: {value}"
                        );
                    }
                    for value in values.not_implemented {
                        rejected(value).await;
                    }
                    for value in ["nonsense", "", " "] {
                        assert_eq!(
                            status(value).await,
                            StatusCode::BAD_REQUEST,
                            "{operation:?} with {header}: {value}"
                        );
                    }
                }
                Rule::OneOf(..) => assert_eq!(status("nonsense").await, plain, "{operation:?} with {header}"),
                Rule::Bypass => {
                    assert_eq!(status("false").await, plain, "{operation:?} with {header}");
                    let expected = if operation == Operation::DeleteObject { StatusCode::BAD_REQUEST } else { plain };
                    assert_eq!(status("true").await, expected, "{operation:?} with {header}");
                }
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_is_given_to_the_operations_that_take_one() {
    for (operation, method, path) in REQUESTS {
        let path = format!("{path}{}versionId=null", if path.contains('?') { '&' } else { '?' });
        let (status, body) = ask((operation, method, &path), None).await;
        let takes_none = operation.writes() && !super::accepted::WITH_VERSION.contains(&operation);
        assert_eq!(body.contains("does not accept a version-id"), takes_none, "{operation:?}: {status} {body}");
    }
}

#[test]
fn the_table_has_each_header_once_and_in_order() {
    let names: Vec<String> = HEADERS.iter().map(|(name, _)| name.to_ascii_lowercase()).collect();
    assert!(names.is_sorted_by(|one, other| one < other), "{names:?}");
}
