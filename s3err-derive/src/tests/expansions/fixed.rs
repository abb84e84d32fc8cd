#[s3(decode)]
enum ArgumentError {
    #[s3(
        code = "InvalidArgument",
        message = "Argument max-keys must be an integer",
        detail("ArgumentName", "max-keys"),
        detail("Where", "line {line}")
    )]
    MaxKeys {
        #[s3(detail)]
        argument_value: String,
        line: u32,
    },
    #[s3(code = "SlowDown", retry_after = 5)]
    Busy,
}
