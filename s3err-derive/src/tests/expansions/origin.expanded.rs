#[automatically_derived]
impl ::s3err_core::Describe for StorageError {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        use ::s3err_core::__private::error;
        static ERRORS: [::s3err_core::ErrorSpec; 3] = [
            error(
                    "Disk",
                    "InternalError",
                    500,
                    "We encountered an internal error. Please try again.",
                )
                .log(&["path"]),
            error(
                "Peer",
                "ServiceUnavailable",
                503,
                "The service cannot handle the request at the moment; try again later.",
            ),
            error("Busy", "SlowDown", 503, "Please reduce your request rate.")
                .retry(::s3err_core::RetryClass::Throttling),
        ];
        &ERRORS
    };
}
#[doc(hidden)]
#[automatically_derived]
impl ::s3err_core::__private::Derived for StorageError {
    fn resolve(&self) -> ::s3err_core::__private::Resolved<'_> {
        ::s3err_core::__private::resolve::<
            Self,
        >(
            match self {
                StorageError::Disk { .. } => 0,
                StorageError::Peer { .. } => 1,
                StorageError::Busy { .. } => 2,
            },
        )
    }
    fn values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            StorageError::Disk { path: __field_0, .. } => {
                __visit.all(&[], &[], &[__s3err::text_or(__field_0).value_of_field()])
            }
            _ => __visit.document(&[]),
        }
    }
    fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
        use ::s3err_core::__private as __s3err;
        match self {
            StorageError::Disk { source: __field_1, .. } => {
                ::core::option::Option::Some(__s3err::source(__field_1).error_of_field())
            }
            StorageError::Peer { 0: __field_0, .. } => {
                ::core::option::Option::Some(__s3err::source(__field_0).error_of_field())
            }
            StorageError::Busy { source: __field_0, .. } => {
                __field_0
                    .as_ref()
                    .map(|__source| __s3err::source(__source).error_of_field())
            }
        }
    }
}
#[automatically_derived]
impl ::s3err_core::S3Error for StorageError {
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
