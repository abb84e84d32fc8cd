#[automatically_derived]
impl ::s3err_core::Describe for PutObjectError {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        use ::s3err_core::__private::{error, field};
        static ERRORS: [::s3err_core::ErrorSpec; 4] = [
            error(
                    "BadDigest",
                    "BadDigest",
                    400,
                    "The Content-MD5 you specified did not match what we received.",
                )
                .details(&[field("CalculatedDigest"), field("ExpectedDigest")])
                .document(
                    "BadDigest</Code><Message>The Content-MD5 you specified did not match what we received.</Message><CalculatedDigest></CalculatedDigest><ExpectedDigest></ExpectedDigest>",
                ),
            error(
                    "InvalidRange",
                    "InvalidRange",
                    416,
                    "The requested range is not satisfiable",
                )
                .details(
                    &[field("RangeRequested"), field("ActualObjectSize").optional()],
                )
                .document(
                    "InvalidRange</Code><Message>The requested range is not satisfiable</Message><RangeRequested></RangeRequested><ActualObjectSize></ActualObjectSize>",
                ),
            error("ExpiredToken", "ExpiredToken", 400, "The provided token has expired.")
                .details(&[field("Token-0").sensitive()])
                .document(
                    "ExpiredToken</Code><Message>The provided token has expired.</Message><Token-0></Token-0>",
                ),
            error(
                    "Signature",
                    "SignatureDoesNotMatch",
                    403,
                    "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
                )
                .details(&[field("StringToSignBytes").sensitive()])
                .document(
                    "SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message><StringToSignBytes></StringToSignBytes>",
                ),
        ];
        &ERRORS
    };
}
#[doc(hidden)]
#[automatically_derived]
impl ::s3err_core::__private::Derived for PutObjectError {
    fn resolve(&self) -> ::s3err_core::__private::Resolved<'_> {
        ::s3err_core::__private::resolve::<
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
    fn values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            PutObjectError::BadDigest {
                calculated_digest: __field_0,
                expected_digest: __field_1,
                ..
            } => {
                __visit
                    .document(
                        &[
                            __s3err::text_or(__field_0).value_of_field(),
                            __s3err::text_or(__field_1).value_of_field(),
                        ],
                    )
            }
            PutObjectError::InvalidRange { 0: __field_0, 1: __field_1, .. } => {
                __visit
                    .document(
                        &[
                            __s3err::text_or(__field_0).value_of_field(),
                            __s3err::optional(
                                __field_1,
                                |__field_1| __s3err::display(__field_1),
                            ),
                        ],
                    )
            }
            PutObjectError::ExpiredToken { token: __field_0, .. } => {
                __visit.document(&[__s3err::text_or(__field_0).value_of_field()])
            }
            PutObjectError::Signature { string_to_sign: __field_0, .. } => {
                __visit
                    .document(
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
