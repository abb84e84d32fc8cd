use s3err_core::S3Error;

#[derive(Debug, S3Error)]
enum StorageError {
    NoSuchKeys,
    #[s3(code = "InternalError")]
    Io(#[s3(from)] std::io::Error),
}

fn read() -> Result<Vec<u8>, StorageError> {
    Ok(std::fs::read("index")?)
}

fn main() {
    let _ = read();
}
