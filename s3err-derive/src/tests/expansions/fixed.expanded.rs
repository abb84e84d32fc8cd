#[automatically_derived]
impl ::s3err_core::Describe for ArgumentError {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        use ::s3err_core::__private::{error, field};
        static ERRORS: [::s3err_core::ErrorSpec; 2] = [
            error(
                    "MaxKeys",
                    "InvalidArgument",
                    400,
                    "Argument max-keys must be an integer",
                )
                .details(
                    &[
                        field("ArgumentName").value("max-keys"),
                        field("Where").value("line {line}"),
                        field("ArgumentValue"),
                    ],
                )
                .document(
                    "InvalidArgument</Code><Message>Argument max-keys must be an integer</Message><ArgumentName></ArgumentName><Where></Where><ArgumentValue></ArgumentValue>",
                ),
            error("Busy", "SlowDown", 503, "Please reduce your request rate.")
                .retry(::s3err_core::RetryClass::Throttling)
                .headers(&[field("retry-after"), field("x-amz-retry-after")]),
        ];
        &ERRORS
    };
}
#[doc(hidden)]
#[automatically_derived]
impl ::s3err_core::__private::Derived for ArgumentError {
    fn resolve(&self) -> ::s3err_core::__private::Resolved<'_> {
        ::s3err_core::__private::resolve::<
            Self,
        >(
            match self {
                ArgumentError::MaxKeys { .. } => 0,
                ArgumentError::Busy => 1,
            },
        )
    }
    fn values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            ArgumentError::MaxKeys { argument_value: __field_0, line: __field_1, .. } => {
                __visit
                    .document(
                        &[
                            __s3err::Value::Text("max-keys"),
                            __s3err::Value::Display(
                                &::core::format_args!("line {0}", __field_1),
                            ),
                            __s3err::text_or(__field_0).value_of_field(),
                        ],
                    )
            }
            _ => __visit.document(&[]),
        }
    }
    fn wait(&self) -> ::core::option::Option<::s3err_core::__private::Duration> {
        match self {
            ArgumentError::Busy => {
                ::core::option::Option::Some(
                    ::s3err_core::__private::Duration::from_secs(5u64),
                )
            }
            _ => ::core::option::Option::None,
        }
    }
}
#[automatically_derived]
impl ::s3err_core::S3Error for ArgumentError {
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
#[doc(hidden)]
#[automatically_derived]
impl ::s3err_core::__private::Decode for ArgumentError {
    fn read(
        __row: ::core::primitive::usize,
        __document: &::s3err_core::ErrorDocument,
    ) -> ::core::option::Option<Self> {
        match __row {
            0 => {
                ::s3err_core::__private::fixed(__document, "ArgumentName", "max-keys")?;
                ::core::option::Option::Some(ArgumentError::MaxKeys {
                    argument_value: ::s3err_core::__private::detail::<
                        String,
                    >(__document, "ArgumentValue")?,
                    line: ::s3err_core::__private::unread::<u32>(),
                })
            }
            1 => ::core::option::Option::Some(ArgumentError::Busy {}),
            _ => ::core::option::Option::None,
        }
    }
}
#[automatically_derived]
impl ::core::convert::TryFrom<::s3err_core::ErrorDocument> for ArgumentError {
    type Error = ::s3err_core::ErrorDocument;
    fn try_from(
        __document: ::s3err_core::ErrorDocument,
    ) -> ::core::result::Result<Self, ::s3err_core::ErrorDocument> {
        ::s3err_core::__private::decode(&__document).ok_or(__document)
    }
}
#[automatically_derived]
impl<'__document> ::core::convert::TryFrom<&'__document ::s3err_core::ErrorDocument>
for ArgumentError {
    type Error = &'__document ::s3err_core::ErrorDocument;
    fn try_from(
        __document: &'__document ::s3err_core::ErrorDocument,
    ) -> ::core::result::Result<Self, &'__document ::s3err_core::ErrorDocument> {
        ::s3err_core::__private::decode(__document).ok_or(__document)
    }
}
