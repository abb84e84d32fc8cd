#[automatically_derived]
impl ::s3err_core::Describe for ClientError {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        use ::s3err_core::__private::{error, field};
        static ERRORS: [::s3err_core::ErrorSpec; 2] = [
            error("NoSuchKey", "NoSuchKey", 404, "The specified key does not exist.")
                .details(&[field("Key")])
                .document(
                    "NoSuchKey</Code><Message>The specified key does not exist.</Message><Key></Key>",
                ),
            error(
                    "InvalidRange",
                    "InvalidRange",
                    416,
                    "The requested range is not satisfiable",
                )
                .details(&[field("ActualObjectSize")])
                .headers(&[field("content-range").optional()])
                .document(
                    "InvalidRange</Code><Message>The requested range is not satisfiable</Message><ActualObjectSize></ActualObjectSize>",
                ),
        ];
        &ERRORS
    };
}
#[doc(hidden)]
#[automatically_derived]
impl ::s3err_core::__private::Derived for ClientError {
    fn resolve(&self) -> ::s3err_core::__private::Resolved<'_> {
        ::s3err_core::__private::resolve::<
            Self,
        >(
            match self {
                ClientError::NoSuchKey { .. } => 0,
                ClientError::InvalidRange { .. } => 1,
                ClientError::Upload { 0: __field_0, .. } => {
                    return ::s3err_core::__private::transparent(__field_0);
                }
            },
        )
    }
    fn values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            ClientError::NoSuchKey { key: __field_0, .. } => {
                __visit.document(&[__s3err::text_or(__field_0).value_of_field()])
            }
            ClientError::InvalidRange {
                actual_object_size: __field_0,
                range: __field_1,
                ..
            } => {
                __visit
                    .all(
                        &[__s3err::display(__field_0)],
                        &[
                            __s3err::optional(
                                __field_1,
                                |__field_1| __s3err::display(__field_1),
                            ),
                        ],
                        &[],
                    )
            }
            _ => __visit.document(&[]),
        }
    }
}
#[automatically_derived]
impl ::s3err_core::S3Error for ClientError {
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
impl ::s3err_core::__private::Decode for ClientError {
    fn read(
        __row: ::core::primitive::usize,
        __document: &::s3err_core::ErrorDocument,
    ) -> ::core::option::Option<Self> {
        match __row {
            0 => {
                ::core::option::Option::Some(ClientError::NoSuchKey {
                    key: ::s3err_core::__private::detail::<String>(__document, "Key")?,
                })
            }
            1 => {
                ::core::option::Option::Some(ClientError::InvalidRange {
                    actual_object_size: ::s3err_core::__private::detail::<
                        u64,
                    >(__document, "ActualObjectSize")?,
                    range: __document
                        .header("content-range")
                        .and_then(|__text| ::s3err_core::__private::parsed::<
                            Range,
                            _,
                        >(range(__text))),
                    seen: ::s3err_core::__private::unread::<bool>(),
                })
            }
            _ => ::core::option::Option::None,
        }
    }
    fn read_transparent(
        __document: &::s3err_core::ErrorDocument,
    ) -> ::core::option::Option<Self> {
        ::s3err_core::__private::decode_transparent::<UploadError>(__document)
            .map(|__found| ClientError::Upload { 0: __found })
    }
}
#[automatically_derived]
impl ::core::convert::TryFrom<::s3err_core::ErrorDocument> for ClientError {
    type Error = ::s3err_core::ErrorDocument;
    fn try_from(
        __document: ::s3err_core::ErrorDocument,
    ) -> ::core::result::Result<Self, ::s3err_core::ErrorDocument> {
        ::s3err_core::__private::decode(&__document).ok_or(__document)
    }
}
#[automatically_derived]
impl<'__document> ::core::convert::TryFrom<&'__document ::s3err_core::ErrorDocument>
for ClientError {
    type Error = &'__document ::s3err_core::ErrorDocument;
    fn try_from(
        __document: &'__document ::s3err_core::ErrorDocument,
    ) -> ::core::result::Result<Self, &'__document ::s3err_core::ErrorDocument> {
        ::s3err_core::__private::decode(__document).ok_or(__document)
    }
}
