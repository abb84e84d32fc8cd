use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(decode)]
enum Error {
    #[s3(code = "BadDigest")]
    First {
        #[s3(detail)]
        calculated_digest: String,
        #[s3(detail)]
        expected_digest: String,
    },
    #[s3(code = "BadDigest")]
    Second {
        #[s3(detail)]
        expected_digest: String,
        #[s3(detail)]
        calculated_digest: String,
    },
}

fn main() {}
