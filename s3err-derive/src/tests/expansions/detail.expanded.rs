#[automatically_derived]
impl ::s3err_core::Describe for PutObjectError {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        static SPECS: [::s3err_core::ErrorSpec; 4usize] = [
            ::s3err_core::ErrorSpec::__new(
                    "BadDigest",
                    "BadDigest",
                    400u16,
                    "The Content-MD5 you specified did not match what we received.",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>BadDigest</Code><Message>The Content-MD5 you specified did not match what we received.</Message><CalculatedDigest>",
                )
                .__gaps(
                    &[
                        ::s3err_core::__private::Gap {
                            before: "",
                            after: "</CalculatedDigest><ExpectedDigest>",
                        },
                        ::s3err_core::__private::Gap {
                            before: "",
                            after: "</ExpectedDigest>",
                        },
                    ],
                )
                .__details(
                    &[
                        ::s3err_core::FieldSpec::__new("CalculatedDigest", false, false),
                        ::s3err_core::FieldSpec::__new("ExpectedDigest", false, false),
                    ],
                ),
            ::s3err_core::ErrorSpec::__new(
                    "InvalidRange",
                    "InvalidRange",
                    416u16,
                    "The requested range is not satisfiable",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InvalidRange</Code><Message>The requested range is not satisfiable</Message><RangeRequested>",
                )
                .__gaps(
                    &[
                        ::s3err_core::__private::Gap {
                            before: "",
                            after: "</RangeRequested>",
                        },
                        ::s3err_core::__private::Gap {
                            before: "<ActualObjectSize>",
                            after: "</ActualObjectSize>",
                        },
                    ],
                )
                .__details(
                    &[
                        ::s3err_core::FieldSpec::__new("RangeRequested", false, false),
                        ::s3err_core::FieldSpec::__new("ActualObjectSize", true, false),
                    ],
                ),
            ::s3err_core::ErrorSpec::__new(
                    "ExpiredToken",
                    "ExpiredToken",
                    400u16,
                    "The provided token has expired.",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message><Token-0>",
                )
                .__gaps(
                    &[
                        ::s3err_core::__private::Gap {
                            before: "",
                            after: "</Token-0>",
                        },
                    ],
                )
                .__details(&[::s3err_core::FieldSpec::__new("Token-0", false, true)]),
            ::s3err_core::ErrorSpec::__new(
                    "Signature",
                    "SignatureDoesNotMatch",
                    403u16,
                    "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message><StringToSignBytes>",
                )
                .__gaps(
                    &[
                        ::s3err_core::__private::Gap {
                            before: "",
                            after: "</StringToSignBytes>",
                        },
                    ],
                )
                .__details(
                    &[::s3err_core::FieldSpec::__new("StringToSignBytes", false, true)],
                ),
        ];
        &SPECS
    };
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for PutObjectError {
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        match self {
            Self::BadDigest { .. } => ::s3err_core::__private::Route::Own(0usize),
            Self::InvalidRange { .. } => ::s3err_core::__private::Route::Own(1usize),
            Self::ExpiredToken { .. } => ::s3err_core::__private::Route::Own(2usize),
            Self::Signature { .. } => ::s3err_core::__private::Route::Own(3usize),
        }
    }
    fn document_values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        match self {
            Self::BadDigest {
                calculated_digest: __field_0,
                expected_digest: __field_1,
                ..
            } => {
                __visit(
                    &[
                        ::s3err_core::__private::text_or(__field_0).__s3err_value(),
                        ::s3err_core::__private::text_or(__field_1).__s3err_value(),
                    ],
                )
            }
            Self::InvalidRange { 0: __field_0, 1: __field_1, .. } => {
                __visit(
                    &[
                        ::s3err_core::__private::text_or(__field_0).__s3err_value(),
                        ::s3err_core::__private::optional(
                            __field_1,
                            |__field_1| ::s3err_core::__private::display(__field_1),
                        ),
                    ],
                )
            }
            Self::ExpiredToken { token: __field_0, .. } => {
                __visit(&[::s3err_core::__private::text_or(__field_0).__s3err_value()])
            }
            Self::Signature { string_to_sign: __field_0, .. } => {
                __visit(
                    &[
                        ::s3err_core::__private::Value::Display(
                            &::s3err_core::__private::Lazy(move |
                                __f: &mut ::core::fmt::Formatter<'_>|
                            ::s3err_core::__private::fmt_shown(
                                &s3err_core::hex_bytes(__field_0),
                                __f,
                            )),
                        ),
                    ],
                )
            }
        }
    }
}
#[automatically_derived]
impl ::s3err_core::S3Error for PutObjectError {
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
