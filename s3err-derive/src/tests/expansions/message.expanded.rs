#[automatically_derived]
impl ::s3err_core::Describe for UploadError {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        use ::s3err_core::__private::error;
        static ERRORS: [::s3err_core::ErrorSpec; 2] = [
            error(
                    "EntityTooSmall",
                    "EntityTooSmall",
                    400,
                    "The part {number} of {type:?} is {{too}} small.",
                )
                .formatted_message()
                .document("EntityTooSmall</Code><Message></Message>"),
            error(
                "NoSuchUpload",
                "NoSuchUpload",
                404,
                "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
            ),
        ];
        &ERRORS
    };
}
#[doc(hidden)]
#[automatically_derived]
impl ::s3err_core::__private::Derived for UploadError {
    fn resolve(&self) -> ::s3err_core::__private::Resolved<'_> {
        ::s3err_core::__private::resolve::<
            Self,
        >(
            match self {
                UploadError::EntityTooSmall { .. } => 0,
                UploadError::NoSuchUpload => 1,
            },
        )
    }
    fn values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            UploadError::EntityTooSmall { number: __field_0, r#type: __field_1, .. } => {
                __visit
                    .document(
                        &[
                            __s3err::Value::Display(
                                &::core::format_args!(
                                    "The part {0} of {1:?} is {{too}} small.", __field_0,
                                    __field_1
                                ),
                            ),
                        ],
                    )
            }
            _ => __visit.document(&[]),
        }
    }
}
#[automatically_derived]
impl ::s3err_core::S3Error for UploadError {
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
impl ::core::fmt::Display for UploadError {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::s3err_core::__private::fmt(self, __f)
    }
}
#[automatically_derived]
impl ::core::error::Error for UploadError {
    fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
        ::s3err_core::S3Error::origin(self)
    }
}
