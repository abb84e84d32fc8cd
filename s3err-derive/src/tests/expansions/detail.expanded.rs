#[automatically_derived]
impl ::s3err_core::Describe for PutObjectError {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        const ROWS: &[::s3err_core::__private::Row; 4usize] = &[
            (
                "BadDigest",
                "BadDigest",
                400,
                "The Content-MD5 you specified did not match what we received.",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>BadDigest</Code><Message>The Content-MD5 you specified did not match what we received.</Message><CalculatedDigest>",
                2,
                2,
            ),
            (
                "InvalidRange",
                "InvalidRange",
                416,
                "The requested range is not satisfiable",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InvalidRange</Code><Message>The requested range is not satisfiable</Message><RangeRequested>",
                2,
                2,
            ),
            (
                "ExpiredToken",
                "ExpiredToken",
                400,
                "The provided token has expired.",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message><Token-0>",
                1,
                1,
            ),
            (
                "Signature",
                "SignatureDoesNotMatch",
                403,
                "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message><StringToSignBytes>",
                1,
                1,
            ),
        ];
        &::s3err_core::__private::specs::<Self, _>(ROWS)
    };
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for PutObjectError {
    const GAPS: &'static [::s3err_core::__private::Gap<'static>] = {
        const GAPS: &[::s3err_core::__private::Gap<'static>; 6usize] = &[
            ("", "</CalculatedDigest><ExpectedDigest>"),
            ("", "</ExpectedDigest>"),
            ("", "</RangeRequested>"),
            ("<ActualObjectSize>", "</ActualObjectSize>"),
            ("", "</Token-0>"),
            ("", "</StringToSignBytes>"),
        ];
        GAPS
    };
    const DETAILS: &'static [::s3err_core::FieldSpec] = {
        use ::s3err_core::__private::field as __field;
        const DETAILS: &[::s3err_core::FieldSpec; 6usize] = &[
            __field("CalculatedDigest", false, false),
            __field("ExpectedDigest", false, false),
            __field("RangeRequested", false, false),
            __field("ActualObjectSize", true, false),
            __field("Token-0", false, true),
            __field("StringToSignBytes", false, true),
        ];
        DETAILS
    };
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        ::s3err_core::__private::Route::Own(
            match self {
                Self::BadDigest { .. } => 0,
                Self::InvalidRange { .. } => 1,
                Self::ExpiredToken { .. } => 2,
                Self::Signature { .. } => 3,
            },
        )
    }
    fn document_values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            Self::BadDigest {
                calculated_digest: __field_0,
                expected_digest: __field_1,
                ..
            } => {
                __visit(
                    &[
                        __s3err::text_or(__field_0).__s3err_value(),
                        __s3err::text_or(__field_1).__s3err_value(),
                    ],
                )
            }
            Self::InvalidRange { 0: __field_0, 1: __field_1, .. } => {
                __visit(
                    &[
                        __s3err::text_or(__field_0).__s3err_value(),
                        __s3err::optional(
                            __field_1,
                            |__field_1| __s3err::display(__field_1),
                        ),
                    ],
                )
            }
            Self::ExpiredToken { token: __field_0, .. } => {
                __visit(&[__s3err::text_or(__field_0).__s3err_value()])
            }
            Self::Signature { string_to_sign: __field_0, .. } => {
                __visit(
                    &[
                        __s3err::Value::Display(
                            &__s3err::Lazy(move |__f: &mut ::core::fmt::Formatter<'_>| __s3err::fmt_shown(
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
