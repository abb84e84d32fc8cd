use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(code = "NoSuchBukcet", message = "no {name}", header("Content-Type", "text/plain"), fault = me)]
    NoBucket {
        #[s3(detail = "Code")]
        bucket: String,
        #[s3(sensitive)]
        tenant: String,
    },
}

fn main() {}
