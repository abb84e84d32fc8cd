//! Wrong and legacy spellings of codes, with the right one: other servers' codes, older pages, SDKs' inventions.

/// Sorted by the wrong spelling.
#[rustfmt::skip]
pub(super) static ALIASES: &[(&str, &str)] = &[
    ("503 SlowDown", "SlowDown"),
    ("BucketRegionError", "PermanentRedirect"),
    ("DuplicateStorageLensGroupArn", "DuplicateStorageLensGroupARN"),
    ("ErrEvaluatorBindingDoesNotExist", "EvaluatorBindingDoesNotExist"),
    ("IdempotentParameterMismatch", "IdempotencyParameterMismatch"),
    ("InvalidOrganizationArn", "InvalidOrganizationARN"),
    ("InvalidRetentionPeriod", "InvalidArgument"),
    ("InvalidStorageLensGroupArn", "InvalidStorageLensGroupARN"),
    ("InvalidTagError", "InvalidTag"),
    ("KeyTooLong", "KeyTooLongError"),
    ("MalformedXMLError", "MalformedXML"),
    ("MissingContentMD5", "InvalidRequest"),
    ("NoSuchBucketLifecycle", "NoSuchLifecycleConfiguration"),
    ("NoSuchInventoryConfig", "NoSuchConfiguration"),
    ("NoSuchTagSetError", "NoSuchTagSet"),
    ("NotSuchBucketPolicy", "NoSuchBucketPolicy"),
    ("ObjectLockConfigurationNotFound", "ObjectLockConfigurationNotFoundError"),
    ("OperationAbortedError", "OperationAborted"),
    ("ParseNonUnaryAggregateFunctionCall", "ParseNonUnaryAgregateFunctionCall"),
    ("ParseUnexpectedKeyword", "ParseUnExpectedKeyword"),
    ("ServerBusy", "ServiceUnavailable"),
    ("SlowDownRead", "SlowDown"),
    ("SlowDownWrite", "SlowDown"),
    ("XAmzContentChecksumMismatch", "BadDigest"),
];
