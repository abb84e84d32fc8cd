#[automatically_derived]
impl ::s3err_core::Describe for ClientError {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        const ROWS: &[::s3err_core::__private::Row; 2usize] = &[
            (
                "NoSuchKey",
                "NoSuchKey",
                404,
                "The specified key does not exist.",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>",
                1,
                1,
            ),
            (
                "InvalidRange",
                "InvalidRange",
                416,
                "The requested range is not satisfiable",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InvalidRange</Code><Message>The requested range is not satisfiable</Message><ActualObjectSize>",
                1,
                1,
            ),
        ];
        &{
            let mut __specs = ::s3err_core::__private::specs::<Self, _>(ROWS);
            __specs[1] = __specs[1]
                .__headers(
                    &[::s3err_core::__private::field("content-range", true, false)],
                );
            __specs
        }
    };
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for ClientError {
    const GAPS: &'static [::s3err_core::__private::Gap<'static>] = {
        const GAPS: &[::s3err_core::__private::Gap<'static>; 2usize] = &[
            ("", "</Key>"),
            ("", "</ActualObjectSize>"),
        ];
        GAPS
    };
    const DETAILS: &'static [::s3err_core::FieldSpec] = {
        use ::s3err_core::__private::field as __field;
        const DETAILS: &[::s3err_core::FieldSpec; 2usize] = &[
            __field("Key", false, false),
            __field("ActualObjectSize", false, false),
        ];
        DETAILS
    };
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        ::s3err_core::__private::Route::Own(
            match self {
                Self::NoSuchKey { .. } => 0,
                Self::InvalidRange { .. } => 1,
                Self::Upload { 0: __field_0, .. } => {
                    return ::s3err_core::__private::transparent(__field_0);
                }
            },
        )
    }
    fn document_values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            Self::NoSuchKey { key: __field_0, .. } => {
                __visit(&[__s3err::text_or(__field_0).__s3err_value()])
            }
            Self::InvalidRange { actual_object_size: __field_0, .. } => {
                __visit(&[__s3err::display(__field_0)])
            }
            _ => __visit(&[]),
        }
    }
    fn header_values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            Self::InvalidRange { range: __field_1, .. } => {
                __visit(
                    &[
                        __s3err::optional(
                            __field_1,
                            |__field_1| __s3err::display(__field_1),
                        ),
                    ],
                )
            }
            _ => __visit(&[]),
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
#[automatically_derived]
impl ::s3err_core::__private::Decode for ClientError {
    fn read(
        __index: ::core::primitive::usize,
        __document: &::s3err_core::ErrorDocument,
    ) -> ::core::option::Option<Self> {
        match __index {
            0usize => {
                ::core::option::Option::Some(Self::NoSuchKey {
                    key: ::s3err_core::__private::detail::<String>(__document, "Key")?,
                })
            }
            1usize => {
                ::core::option::Option::Some(Self::InvalidRange {
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
    fn ask(__document: &::s3err_core::ErrorDocument) -> ::core::option::Option<Self> {
        ::s3err_core::__private::ask::<UploadError>(__document)
            .map(|__found| Self::Upload { 0: __found })
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
