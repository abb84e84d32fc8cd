enum PutObjectError {
    BadDigest {
        #[s3(detail)]
        calculated_digest: String,
        #[s3(detail)]
        expected_digest: String,
    },
    InvalidRange(#[s3(detail = "RangeRequested")] &'static str, #[s3(detail = "ActualObjectSize")] Option<u64>),
    ExpiredToken {
        #[s3(detail = "Token-0", sensitive)]
        token: String,
    },
    #[s3(code = "SignatureDoesNotMatch")]
    Signature {
        #[s3(detail(name = "StringToSignBytes", with = s3err_core::hex_bytes))]
        string_to_sign: Vec<u8>,
    },
}
