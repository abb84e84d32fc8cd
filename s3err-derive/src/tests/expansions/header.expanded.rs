#[automatically_derived]
impl<__Deferred> ::s3err_core::__private::Table<__Deferred> for GetObjectError {
    const TABLE: &'static [::s3err_core::ErrorSpec] = &{
        let mut __rows = ::s3err_core::__private::rows::<
            3,
        >(
            &[
                (
                    &[
                        "InvalidRange",
                        "InvalidRange",
                        "The requested range is not satisfiable",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InvalidRange</Code><Message>The requested range is not satisfiable</Message>",
                        "NotModified",
                        "NotModified",
                        "Not Modified",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NotModified</Code><Message>Not Modified</Message>",
                        "SlowDown",
                        "SlowDown",
                        "Please reduce your request rate.",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message>",
                    ],
                    &[416, 0, 0, 304, 0, 0, 503, 0, 0],
                    &[],
                    &[],
                ),
            ],
        );
        __rows[0] = __rows[0]
            .__headers(
                &[
                    ::s3err_core::__private::field("content-range", false, false),
                    ::s3err_core::__private::field("x-amz-delete-marker", false, false),
                ],
            );
        __rows[1] = __rows[1]
            .__fault(::s3err_core::Fault::Server)
            .__headers(
                &[
                    ::s3err_core::__private::field("etag", true, false),
                    ::s3err_core::__private::field("last-modified", false, false),
                ],
            );
        __rows[2] = __rows[2]
            .__retry(::s3err_core::RetryClass::Throttling)
            .__headers(
                &[
                    ::s3err_core::__private::field("retry-after", true, false),
                    ::s3err_core::__private::field("x-amz-retry-after", true, false),
                ],
            );
        __rows
    };
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for GetObjectError {
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        ::s3err_core::__private::own::<
            Self,
        >(
            match self {
                GetObjectError::InvalidRange { .. } => 0,
                GetObjectError::NotModified { .. } => 1,
                GetObjectError::SlowDown { .. } => 2,
            },
        )
    }
    fn header_values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            GetObjectError::InvalidRange { size: __field_0, .. } => {
                __visit(
                    &[
                        __s3err::Value::Display(
                            &::core::format_args!("bytes */{0}", __field_0),
                        ),
                        __s3err::Value::Text("true"),
                    ],
                )
            }
            GetObjectError::NotModified { etag: __field_0, modified: __field_1, .. } => {
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
            GetObjectError::SlowDown { wait: __field_0, .. } => {
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
    fn __derived(
        &self,
    ) -> ::core::option::Option<&dyn ::s3err_core::__private::Derived> {
        ::core::option::Option::Some(self)
    }
    fn __document(&self, __sink: ::s3err_core::__private::Sink<'_>) {
        ::s3err_core::__private::document(self, __sink);
    }
}
