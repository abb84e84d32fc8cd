#[s3(code = "InternalError")]
struct Corrupt {
    #[s3(log(with = std::path::Path::display))]
    path: std::path::PathBuf,
    #[s3(log)]
    shard: Option<u16>,
}
