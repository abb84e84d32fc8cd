#[automatically_derived]
impl ::s3err_core::Describe for GetObjectError {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        use ::s3err_core::__private::{error, field};
        static ERRORS: [::s3err_core::ErrorSpec; 3] = [
            error(
                    "InvalidRange",
                    "InvalidRange",
                    416,
                    "The requested range is not satisfiable",
                )
                .headers(
                    &[
                        field("content-range").value("bytes */{size}"),
                        field("x-amz-delete-marker").value("true"),
                    ],
                ),
            error("NotModified", "NotModified", 304, "Not Modified")
                .fault(::s3err_core::Fault::Server)
                .headers(&[field("etag").optional(), field("last-modified")]),
            error("SlowDown", "SlowDown", 503, "Please reduce your request rate.")
                .retry(::s3err_core::RetryClass::Throttling)
                .headers(
                    &[
                        field("retry-after").optional(),
                        field("x-amz-retry-after").optional(),
                    ],
                ),
        ];
        &ERRORS
    };
}
#[doc(hidden)]
#[automatically_derived]
impl ::s3err_core::__private::Derived for GetObjectError {
    fn resolve(&self) -> ::s3err_core::__private::Resolved<'_> {
        ::s3err_core::__private::resolve::<
            Self,
        >(
            match self {
                GetObjectError::InvalidRange { .. } => 0,
                GetObjectError::NotModified { .. } => 1,
                GetObjectError::SlowDown { .. } => 2,
            },
        )
    }
    fn values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            GetObjectError::InvalidRange { size: __field_0, .. } => {
                __visit
                    .all(
                        &[],
                        &[
                            __s3err::Value::Display(
                                &::core::format_args!("bytes */{0}", __field_0),
                            ),
                            __s3err::Value::Text("true"),
                        ],
                        &[],
                    )
            }
            GetObjectError::NotModified { etag: __field_0, modified: __field_1, .. } => {
                __visit
                    .all(
                        &[],
                        &[
                            __s3err::optional(
                                __field_0,
                                |__field_0| __s3err::text_or(__field_0).value_of_field(),
                            ),
                            __s3err::Value::Display(
                                &__s3err::Lazy(move |__f: &mut ::core::fmt::Formatter<'_>| __s3err::fmt_shown(
                                    &http_date(__field_1),
                                    __f,
                                )),
                            ),
                        ],
                        &[],
                    )
            }
            _ => __visit.document(&[]),
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
