#[automatically_derived]
impl ::s3err_core::Describe for StorageError {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        const ROWS: &[::s3err_core::__private::Row; 1usize] = &[
            (
                "InternalError",
                "InternalError",
                500,
                "",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InternalError</Code><Message>",
                1,
                0,
            ),
        ];
        &{
            let mut __specs = ::s3err_core::__private::specs::<Self, _>(ROWS);
            __specs[0] = __specs[0].__formatted_message();
            __specs
        }
    };
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for StorageError {
    const GAPS: &'static [::s3err_core::__private::Gap<'static>] = {
        const GAPS: &[::s3err_core::__private::Gap<'static>; 1usize] = &[
            ("", "</Message>"),
        ];
        GAPS
    };
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        ::s3err_core::__private::Route::Own(
            match self {
                Self::InternalError { .. } => 0,
                Self::Inner { 0: __field_0, .. } => {
                    return ::s3err_core::__private::transparent(__field_0);
                }
            },
        )
    }
    fn document_values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            Self::InternalError { .. } => __visit(&[__s3err::display(self)]),
            _ => __visit(&[]),
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
    fn visit_log(&self, __log: ::s3err_core::__private::LogVisitor<'_>) {
        ::s3err_core::__private::visit_log(self, __log);
    }
    fn origin(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
        ::s3err_core::__private::origin(self)
    }
    fn __document(&self, __sink: ::s3err_core::__private::Sink<'_>) {
        ::s3err_core::__private::document(self, __sink);
    }
}
