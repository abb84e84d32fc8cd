#[automatically_derived]
impl ::s3err_core::Describe for NoSuchBucket {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        const ROWS: &[::s3err_core::__private::Row; 1usize] = &[
            (
                "NoSuchBucket",
                "NoSuchBucket",
                404,
                "The specified bucket does not exist",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message><BucketName>",
                1,
                1,
            ),
        ];
        &{
            let mut __specs = ::s3err_core::__private::specs::<Self, _>(ROWS);
            __specs[0] = __specs[0].__docs("The bucket is not there.");
            __specs
        }
    };
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for NoSuchBucket {
    const GAPS: &'static [::s3err_core::__private::Gap<'static>] = {
        const GAPS: &[::s3err_core::__private::Gap<'static>; 1usize] = &[
            ("", "</BucketName>"),
        ];
        GAPS
    };
    const DETAILS: &'static [::s3err_core::FieldSpec] = {
        use ::s3err_core::__private::field as __field;
        const DETAILS: &[::s3err_core::FieldSpec; 1usize] = &[
            __field("BucketName", false, false),
        ];
        DETAILS
    };
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        ::s3err_core::__private::Route::Own(
            match self {
                Self { .. } => 0,
            },
        )
    }
    fn document_values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            Self { bucket_name: __field_0, .. } => {
                __visit(&[__s3err::text_or(__field_0).__s3err_value()])
            }
        }
    }
}
#[automatically_derived]
impl ::s3err_core::S3Error for NoSuchBucket {
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
