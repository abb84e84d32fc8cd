#[automatically_derived]
impl<__Deferred> ::s3err_core::__private::Table<__Deferred> for PutObjectError {
    const TABLE: &'static [::s3err_core::ErrorSpec] = &::s3err_core::__private::rows::<
        4,
    >(
        &[
            (
                &[
                    "BadDigest",
                    "BadDigest",
                    "The Content-MD5 you specified did not match what we received.",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>BadDigest</Code><Message>The Content-MD5 you specified did not match what we received.</Message><CalculatedDigest>",
                    "InvalidRange",
                    "InvalidRange",
                    "The requested range is not satisfiable",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InvalidRange</Code><Message>The requested range is not satisfiable</Message><RangeRequested>",
                    "ExpiredToken",
                    "ExpiredToken",
                    "The provided token has expired.",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message><Token-0>",
                    "Signature",
                    "SignatureDoesNotMatch",
                    "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message><StringToSignBytes>",
                ],
                &[400, 2, 2, 416, 2, 2, 400, 1, 1, 403, 1, 1],
                &[
                    "",
                    "</CalculatedDigest><ExpectedDigest>",
                    "",
                    "</ExpectedDigest>",
                    "",
                    "</RangeRequested>",
                    "<ActualObjectSize>",
                    "</ActualObjectSize>",
                    "",
                    "</Token-0>",
                    "",
                    "</StringToSignBytes>",
                ],
                &::s3err_core::__private::details(
                    [
                        "CalculatedDigest",
                        "ExpectedDigest",
                        "RangeRequested",
                        "ActualObjectSize",
                        "Token-0",
                        "StringToSignBytes",
                    ],
                    [
                        false, false, false, false, false, false, true, false, false,
                        true, false, true,
                    ],
                ),
            ),
        ],
    );
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for PutObjectError {
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        ::s3err_core::__private::own::<
            Self,
        >(
            match self {
                PutObjectError::BadDigest { .. } => 0,
                PutObjectError::InvalidRange { .. } => 1,
                PutObjectError::ExpiredToken { .. } => 2,
                PutObjectError::Signature { .. } => 3,
            },
        )
    }
    fn document_values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            PutObjectError::BadDigest {
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
            PutObjectError::InvalidRange { 0: __field_0, 1: __field_1, .. } => {
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
            PutObjectError::ExpiredToken { token: __field_0, .. } => {
                __visit(&[__s3err::text_or(__field_0).__s3err_value()])
            }
            PutObjectError::Signature { string_to_sign: __field_0, .. } => {
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
    fn __derived(
        &self,
    ) -> ::core::option::Option<&dyn ::s3err_core::__private::Derived> {
        ::core::option::Option::Some(self)
    }
    fn __document(&self, __sink: ::s3err_core::__private::Sink<'_>) {
        ::s3err_core::__private::document(self, __sink);
    }
}
