//! A server's and a client's library with the same errors, as far as they go: s3s sends code, message and request id
//! alone, and the AWS SDK reads these and no detail.

use aws_sdk_s3::error::ProvideErrorMetadata as _;
use aws_sdk_s3::operation::get_object::{GetObject, GetObjectError};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin as _;
use aws_smithy_runtime_api::client::ser_de::{DeserializeResponse as _, SharedResponseDeserializer};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use http::Response;
use s3err_core::{RequestContext, S3Error as _};

use crate::Error;

/// The response of s3s.
pub(crate) fn respond(error: &Error, context: &RequestContext) -> Response<s3s::Body> {
    let code = s3s::S3ErrorCode::from_bytes(error.code().as_bytes()).expect("a code that s3s knows");
    let mut error = s3s::S3Error::with_message(code, error.message().into_owned());
    error.set_request_id(context.request_id().as_str());
    error.to_http_response().expect("an error that can be written")
}

/// The AWS SDK's reader of GetObject's errors: their code, their message.
pub(crate) struct Sdk {
    config: ConfigBag,
}

impl Sdk {
    pub(crate) fn new() -> Self {
        let mut config = ConfigBag::base();
        config.push_shared_layer(GetObject::new().config().expect("what the operation is configured with"));
        Self { config }
    }

    /// The response, which is made before anything is counted.
    pub(crate) fn response(status: u16, document: &[u8]) -> HttpResponse {
        HttpResponse::new(status.try_into().expect("a status"), SdkBody::from(document))
    }

    pub(crate) fn parse(&self, response: &HttpResponse) -> Option<(String, String)> {
        let reader = self.config.load::<SharedResponseDeserializer>()?;
        let error = reader.deserialize_nonstreaming_with_config(response, &self.config).err()?;
        let error: &GetObjectError = error.as_operation_error()?.downcast_ref()?;
        Some((error.code()?.to_owned(), error.message()?.to_owned()))
    }
}
