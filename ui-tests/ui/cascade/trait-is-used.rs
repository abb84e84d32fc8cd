use s3err_core::{RequestContext, RequestId, S3Error};

#[derive(S3Error)]
enum Error {
    NoSuchKeys,
}

fn main() {
    let error: Box<dyn S3Error> = Box::new(Error::NoSuchKeys);
    let context = RequestContext::new(RequestId::from_static("1"));
    let _ = (error.code(), error.status(), error.message(), error.origin(), error.variant(), error.details());
    let _ = (error.to_xml(&context), Error::NoSuchKeys.to_response(&context), Error::NoSuchKeys.retry());
}
