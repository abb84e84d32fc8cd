enum ObjectError {
    NoSuchKey,
    #[s3(code = "KMS.NotFoundException")]
    NoKmsKey,
    #[s3(code = "QuotaExceeded", status = 403, message = "The quota is used up.")]
    Quota { limit: u64 },
    #[s3(code = "TooEarly", custom, status = 425, message = "Not yet.", fault = server, retry = throttling, close)]
    Early(u8),
}
