use s3err_core::{RequestContext, RequestId, S3Error};

struct Error;

fn main() {
    let context = RequestContext::new(RequestId::from_static("1"));
    Error.to_response(&context);
}
