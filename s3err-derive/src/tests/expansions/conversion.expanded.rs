#[automatically_derived]
impl ::s3err_core::Describe for StorageError {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        use ::s3err_core::__private::{error, field};
        static ERRORS: [::s3err_core::ErrorSpec; 3] = [
            error("NoSuchKey", "NoSuchKey", 404, "The specified key does not exist.")
                .details(&[field("Key")])
                .document(
                    "NoSuchKey</Code><Message>The specified key does not exist.</Message><Key></Key>",
                ),
            error(
                "DiskFull",
                "InternalError",
                500,
                "We encountered an internal error. Please try again.",
            ),
            error(
                "Io",
                "InternalError",
                500,
                "We encountered an internal error. Please try again.",
            ),
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
                StorageError::NoSuchKey { .. } => 0,
                StorageError::DiskFull => 1,
                StorageError::Io { .. } => 2,
                StorageError::Standard { 0: __field_0, .. } => {
                    return ::s3err_core::__private::transparent(__field_0);
                }
            },
        )
    }
    fn values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            StorageError::NoSuchKey { key: __field_0, .. } => {
                __visit.document(&[__s3err::text_or(__field_0).value_of_field()])
            }
            _ => __visit.document(&[]),
        }
    }
    fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
        use ::s3err_core::__private as __s3err;
        match self {
            StorageError::Io { 0: __field_0, .. } => {
                ::core::option::Option::Some(__s3err::source(__field_0).error_of_field())
            }
            _ => ::core::option::Option::None,
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
#[automatically_derived]
impl ::core::convert::From<std::io::Error> for StorageError {
    fn from(__field_0: std::io::Error) -> Self {
        StorageError::Io { 0: __field_0 }
    }
}
#[automatically_derived]
impl ::core::convert::From<s3err_core::StandardError> for StorageError {
    fn from(__field_0: s3err_core::StandardError) -> Self {
        StorageError::Standard {
            0: __field_0,
        }
    }
}
