#[automatically_derived]
impl<__Deferred> ::s3err_core::__private::Table<__Deferred> for UploadError {
    const TABLE: &'static [::s3err_core::ErrorSpec] = &{
        let mut __rows = ::s3err_core::__private::rows::<
            2,
        >(
            &[
                (
                    &[
                        "EntityTooSmall",
                        "EntityTooSmall",
                        "The part {number} of {type:?} is {{too}} small.",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>EntityTooSmall</Code><Message>",
                        "NoSuchUpload",
                        "NoSuchUpload",
                        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchUpload</Code><Message>The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.</Message>",
                    ],
                    &[400, 1, 0, 404, 0, 0],
                    &["", "</Message>"],
                    &[],
                ),
            ],
        );
        __rows[0] = __rows[0].__formatted_message();
        __rows
    };
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for UploadError {
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        ::s3err_core::__private::own::<
            Self,
        >(
            match self {
                UploadError::EntityTooSmall { .. } => 0,
                UploadError::NoSuchUpload => 1,
            },
        )
    }
    fn document_values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            UploadError::EntityTooSmall { number: __field_0, r#type: __field_1, .. } => {
                __visit(
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
            _ => __visit(&[]),
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
    fn __derived(
        &self,
    ) -> ::core::option::Option<&dyn ::s3err_core::__private::Derived> {
        ::core::option::Option::Some(self)
    }
    fn __document(&self, __sink: ::s3err_core::__private::Sink<'_>) {
        ::s3err_core::__private::document(self, __sink);
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
