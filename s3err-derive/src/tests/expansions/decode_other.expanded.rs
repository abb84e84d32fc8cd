#[automatically_derived]
impl ::s3err_core::Describe for ClientError {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        use ::s3err_core::__private::{error, field};
        static ERRORS: [::s3err_core::ErrorSpec; 1] = [
            error("SlowDown", "SlowDown", 503, "Please reduce your request rate.")
                .retry(::s3err_core::RetryClass::Throttling)
                .headers(&[field("retry-after"), field("x-amz-retry-after")]),
        ];
        &ERRORS
    };
}
#[doc(hidden)]
#[automatically_derived]
impl ::s3err_core::__private::Derived for ClientError {
    fn resolve(&self) -> ::s3err_core::__private::Resolved<'_> {
        ::s3err_core::__private::resolve::<
            Self,
        >(
            match self {
                ClientError::SlowDown { .. } => 0,
                ClientError::Other { 0: __field_0, .. } => {
                    return ::s3err_core::__private::transparent(__field_0);
                }
            },
        )
    }
    fn wait(&self) -> ::core::option::Option<::s3err_core::__private::Duration> {
        match self {
            ClientError::SlowDown { wait: __field_0, .. } => {
                ::s3err_core::__private::wait(__field_0)
            }
            _ => ::core::option::Option::None,
        }
    }
}
#[automatically_derived]
impl ::s3err_core::S3Error for ClientError {
    fn code(&self) -> &::core::primitive::str {
        ::s3err_core::__private::code(self)
    }
    fn status(&self) -> ::s3err_core::__private::StatusCode {
        ::s3err_core::__private::status(self)
    }
    fn message(&self) -> ::s3err_core::__private::Cow<'_, ::core::primitive::str> {
        ::s3err_core::__private::message(self)
    }
    fn fault(&self) -> ::s3err_core::Fault {
        ::s3err_core::__private::fault(self)
    }
    fn retry(&self) -> ::s3err_core::Retry {
        ::s3err_core::__private::retry(self)
    }
    fn variant(&self) -> &'static ::core::primitive::str {
        ::s3err_core::__private::variant(self)
    }
    fn close(&self) -> ::core::primitive::bool {
        ::s3err_core::__private::close(self)
    }
    fn visit_details(&self, __details: &mut ::s3err_core::DetailVisitor<'_>) {
        ::s3err_core::__private::visit_details(self, __details);
    }
    fn visit_headers(&self, __headers: &mut ::s3err_core::HeaderVisitor<'_>) {
        ::s3err_core::__private::visit_headers(self, __headers);
    }
    fn visit_log(&self, __log: ::s3err_core::__private::VisitLog<'_>) {
        ::s3err_core::__private::visit_log(self, __log);
    }
    fn origin(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
        ::s3err_core::__private::origin(self)
    }
    fn write_xml(
        &self,
        __context: &::s3err_core::RequestContext,
        __out: &mut ::s3err_core::__private::Vec<u8>,
    ) {
        ::s3err_core::__private::write_xml(self, __context, __out);
    }
}
#[doc(hidden)]
#[automatically_derived]
impl ::s3err_core::__private::Decode for ClientError {
    fn read(
        __row: ::core::primitive::usize,
        __document: &::s3err_core::ErrorDocument,
    ) -> ::core::option::Option<Self> {
        match __row {
            0 => {
                ::core::option::Option::Some(ClientError::SlowDown {
                    wait: ::s3err_core::__private::read_wait(__document)?,
                })
            }
            _ => ::core::option::Option::None,
        }
    }
}
#[automatically_derived]
impl ::core::convert::From<::s3err_core::ErrorDocument> for ClientError {
    fn from(__document: ::s3err_core::ErrorDocument) -> Self {
        ::s3err_core::__private::decode(&__document)
            .unwrap_or_else(|| ClientError::Other {
                0: ::s3err_core::__private::hold(__document),
            })
    }
}
#[automatically_derived]
impl<'__document> ::core::convert::From<&'__document ::s3err_core::ErrorDocument>
for ClientError {
    fn from(__document: &'__document ::s3err_core::ErrorDocument) -> Self {
        ::s3err_core::__private::decode(__document)
            .unwrap_or_else(|| ClientError::Other {
                0: ::s3err_core::__private::hold(::core::clone::Clone::clone(__document)),
            })
    }
}
