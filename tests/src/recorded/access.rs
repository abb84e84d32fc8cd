//! Permissions: access, signatures, policies, keys.

use super::rows;

rows! {
    /// Permissions: access, signatures, policies, keys.
    Access

    #[s3(code = "AccessDenied", message = "Access Denied because object protected by object lock.")]
    AccessDenied1,
    #[s3(code = "AccessDenied")]
    AccessDenied2,
    #[s3(code = "AccessDenied", message = "Requests specifying Server Side Encryption with Customer provided keys must provide the correct secret key.")]
    AccessDenied3,
    #[s3(code = "AccessDenied")]
    AccessDenied4,
    #[s3(code = "AccessDenied", message = "Invalid according to Policy: Policy Condition failed: [\"content-length-range\", \"test\", \"10\"]")]
    AccessDenied5,
    #[s3(code = "AccessDenied", message = "Invalid according to Policy: Policy Condition failed: [\"eq\", \"$success_action_redirect\", \"HTTP://localhost.test/random\"]")]
    AccessDenied6,
    #[s3(code = "AccessDenied", message = "Invalid according to Policy: Policy Condition failed: [\"eq\", \"$success_action_redirect\", \"http://localhost.test/random\"]")]
    AccessDenied7,
    #[s3(code = "AccessDenied", message = "Invalid according to Policy: Policy Condition failed: [\"eq\", \"success_action_redirect\", \"http://localhost.test/random\"]")]
    AccessDenied8,
    #[s3(code = "AccessDenied", message = "Invalid according to Policy: Policy Condition failed: [\"starts-with\", \"$success_action_redirect\", \"http://localhost\"]")]
    AccessDenied9,
    #[s3(code = "AccessDenied", message = "Invalid according to Policy: Policy expired.")]
    AccessDenied10,
    #[s3(code = "AccessDenied", message = "Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters")]
    AccessDenied11,
    #[s3(code = "AccessDenied", message = "Request has expired")]
    AccessDenied12 { expires, server_time },
    #[s3(code = "AccessDenied", message = "Request has expired")]
    AccessDenied13 { x_amz_expires, expires, server_time },
    #[s3(code = "AccessDenied", message = "There were headers present in the request which were not signed")]
    AccessDenied14 { headers_not_signed },
    #[s3(code = "AccessForbidden", message = "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.")]
    AccessForbidden1 { method, resource_type },
    #[s3(code = "AccessForbidden", message = "CORSResponse: Bucket not found")]
    AccessForbidden2 { method, resource_type },
    #[s3(code = "AccessForbidden", message = "CORSResponse: CORS is not enabled for this bucket.")]
    AccessForbidden3 { method, resource_type },
    #[s3(code = "AuthorizationHeaderMalformed", message = "The authorization header is malformed; the region 'aws-global' is wrong; expecting '<us_east_1_region>'")]
    AuthorizationHeaderMalformed1 { region },
    #[s3(code = "AuthorizationQueryParametersError", message = "Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".")]
    AuthorizationQueryParametersError1,
    #[s3(code = "AuthorizationQueryParametersError", message = "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.")]
    AuthorizationQueryParametersError2,
    #[s3(code = "InvalidBucketOwnerAWSAccountID", message = "The value of the expected bucket owner parameter must be an AWS Account ID... [0000000000020]")]
    InvalidBucketOwnerAWSAccountID1,
    #[s3(code = "InvalidBucketOwnerAWSAccountID", message = "The value of the expected bucket owner parameter must be an AWS Account ID... [0000]")]
    InvalidBucketOwnerAWSAccountID2,
    #[s3(code = "InvalidBucketOwnerAWSAccountID", message = "The value of the expected bucket owner parameter must be an AWS Account ID... [aa000000000$]")]
    InvalidBucketOwnerAWSAccountID3,
    #[s3(code = "InvalidBucketOwnerAWSAccountID", message = "The value of the expected bucket owner parameter must be an AWS Account ID... [abcd]")]
    InvalidBucketOwnerAWSAccountID4,
    #[s3(code = "InvalidBucketOwnerAWSAccountID", message = "The value of the expected bucket owner parameter must be an AWS Account ID... [invalid]")]
    InvalidBucketOwnerAWSAccountID5,
    #[s3(code = "InvalidPolicyDocument")]
    InvalidPolicyDocument1,
    #[s3(code = "KMS.DisabledException", message = "arn:<partition>:kms:<region>:111111111111:key/<uuid:1> is disabled.")]
    KMSDisabledException1,
    #[s3(code = "KMS.KMSInvalidStateException", message = "arn:<partition>:kms:<region>:111111111111:key/<uuid:1> is pending deletion.")]
    KMSKMSInvalidStateException1,
    #[s3(code = "KMS.NotFoundException", message = "Invalid keyId 'fake-key-id'")]
    KMSNotFoundException1,
    #[s3(code = "KMS.NotFoundException", message = "Key 'arn:<partition>:kms:<region_1>:111111111111:key/134f2428-cec1-4b25-a1ae-9048164dba47' does not exist")]
    KMSNotFoundException2,
    #[s3(code = "KMS.NotFoundException", message = "Key 'arn:<partition>:kms:<region_1>:111111111111:key/<uuid:1>' does not exist")]
    KMSNotFoundException3,
    #[s3(code = "KMS.NotFoundException", message = "Invalid arn <region_2>")]
    KMSNotFoundException4,
    #[s3(code = "MalformedPolicy", message = "Policies must be valid JSON and the first byte must be '{{'")]
    MalformedPolicy1,
    #[s3(code = "MalformedPolicy", message = "Missing required field Statement")]
    MalformedPolicy2,
    #[s3(code = "MethodNotAllowed")]
    MethodNotAllowed1 { method, resource_type },
    #[s3(code = "MissingSecurityHeader")]
    MissingSecurityHeader1 { missing_header_name },
    #[s3(code = "NotImplemented")]
    NotImplemented1 { header, additional_message },
    #[s3(code = "NotImplemented")]
    NotImplemented2 { header },
    #[s3(code = "SignatureDoesNotMatch")]
    SignatureDoesNotMatch1 { aws_access_key_id, string_to_sign, signature_provided, string_to_sign_bytes, canonical_request, canonical_request_bytes },
    #[s3(code = "SignatureDoesNotMatch")]
    SignatureDoesNotMatch2 { aws_access_key_id, string_to_sign, signature_provided, string_to_sign_bytes },
    #[s3(code = "AccessDenied", message = "Request is not yet valid")]
    AccessDenied15 { x_amz_date, expires, server_time },
}
