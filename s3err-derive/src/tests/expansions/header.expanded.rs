#[automatically_derived]
impl ::s3err_core::Describe for GetObjectError {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        const ROWS: &[::s3err_core::__private::Row; 3usize] = &[
            (
                "InvalidRange",
                "InvalidRange",
                416,
                "The requested range is not satisfiable",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InvalidRange</Code><Message>The requested range is not satisfiable</Message>",
                0,
                0,
            ),
            (
                "NotModified",
                "NotModified",
                304,
                "Not Modified",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NotModified</Code><Message>Not Modified</Message>",
                0,
                0,
            ),
            (
                "SlowDown",
                "SlowDown",
                503,
                "Please reduce your request rate.",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message>",
                0,
                0,
            ),
        ];
        &{
            let mut __specs = ::s3err_core::__private::specs::<Self, _>(ROWS);
            __specs[0] = __specs[0]
                .__headers(
                    &[
                        ::s3err_core::__private::field("content-range", false, false),
                        ::s3err_core::__private::field(
                            "x-amz-delete-marker",
                            false,
                            false,
                        ),
                    ],
                );
            __specs[1] = __specs[1]
                .__fault(::s3err_core::Fault::Server)
                .__headers(
                    &[
                        ::s3err_core::__private::field("etag", true, false),
                        ::s3err_core::__private::field("last-modified", false, false),
                    ],
                );
            __specs[2] = __specs[2].__retry(::s3err_core::RetryClass::Throttling);
            __specs
        }
    };
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for GetObjectError {
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        ::s3err_core::__private::Route::Own(
            match self {
                Self::InvalidRange { .. } => 0,
                Self::NotModified { .. } => 1,
                Self::SlowDown { .. } => 2,
            },
        )
    }
    fn header_values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            Self::InvalidRange { size: __field_0, .. } => {
                __visit(
                    &[
                        __s3err::Value::Display(
                            &::core::format_args!("bytes */{0}", __field_0),
                        ),
                        __s3err::Value::Text("true"),
                    ],
                )
            }
            Self::NotModified { etag: __field_0, modified: __field_1, .. } => {
                __visit(
                    &[
                        __s3err::optional(
                            __field_0,
                            |__field_0| __s3err::text_or(__field_0).__s3err_value(),
                        ),
                        __s3err::Value::Display(
                            &__s3err::Lazy(move |__f: &mut ::core::fmt::Formatter<'_>| __s3err::fmt_shown(
                                &http_date(__field_1),
                                __f,
                            )),
                        ),
                    ],
                )
            }
            _ => __visit(&[]),
        }
    }
    fn wait(&self) -> ::core::option::Option<::s3err_core::__private::Duration> {
        match self {
            Self::SlowDown { wait: __field_0, .. } => {
                ::s3err_core::__private::wait(__field_0)
            }
            _ => ::core::option::Option::None,
        }
    }
}
#[automatically_derived]
impl ::s3err_core::S3Error for GetObjectError {
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
