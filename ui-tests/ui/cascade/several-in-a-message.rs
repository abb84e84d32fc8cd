use s3err_core::S3Error;

#[derive(Debug, S3Error)]
enum Error {
    #[s3(message = "{tennant} has {shard} of {size:q} and {")]
    NoSuchKey { tenant: String, size: u64 },
}

fn main() {}
