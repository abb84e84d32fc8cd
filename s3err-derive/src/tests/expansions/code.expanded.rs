#[automatically_derived]
impl ::s3err_core::Describe for ObjectError {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        use ::s3err_core::__private::error;
        static ERRORS: [::s3err_core::ErrorSpec; 4] = [
            error("NoSuchKey", "NoSuchKey", 404, "The specified key does not exist."),
            error(
                "NoKmsKey",
                "KMS.NotFoundException",
                400,
                "The KMS key does not exist or cannot be found.",
            ),
            error("Quota", "QuotaExceeded", 403, "The quota is used up."),
            error("Early", "TooEarly", 425, "Not yet.")
                .fault(::s3err_core::Fault::Server)
                .retry(::s3err_core::RetryClass::Throttling)
                .close(),
        ];
        &ERRORS
    };
}
#[doc(hidden)]
#[automatically_derived]
impl ::s3err_core::__private::Derived for ObjectError {
    fn resolve(&self) -> ::s3err_core::__private::Resolved<'_> {
        ::s3err_core::__private::resolve::<
            Self,
        >(
            match self {
                ObjectError::NoSuchKey => 0,
                ObjectError::NoKmsKey => 1,
                ObjectError::Quota { .. } => 2,
                ObjectError::Early { .. } => 3,
            },
        )
    }
}
#[automatically_derived]
impl ::s3err_core::S3Error for ObjectError {
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
