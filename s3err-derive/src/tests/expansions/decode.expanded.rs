#[automatically_derived]
impl<__Deferred> ::s3err_core::__private::Table<__Deferred> for ClientError {
    const TABLE: &'static [::s3err_core::ErrorSpec] = &{
        let mut __rows = ::s3err_core::__private::rows::<
            2,
        >(
            &[
                (
                    &[
                        "NoSuchKey",
                        "NoSuchKey",
                        "The specified key does not exist.",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>",
                        "InvalidRange",
                        "InvalidRange",
                        "The requested range is not satisfiable",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InvalidRange</Code><Message>The requested range is not satisfiable</Message><ActualObjectSize>",
                    ],
                    &[404, 1, 1, 416, 1, 1],
                    &["", "</Key>", "", "</ActualObjectSize>"],
                    &::s3err_core::__private::details(
                        ["Key", "ActualObjectSize"],
                        [false, false, false, false],
                    ),
                ),
            ],
        );
        __rows[1] = __rows[1]
            .__headers(&[::s3err_core::__private::field("content-range", true, false)]);
        __rows
    };
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for ClientError {
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        ::s3err_core::__private::own::<
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
    fn document_values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            ClientError::NoSuchKey { key: __field_0, .. } => {
                __visit(&[__s3err::text_or(__field_0).__s3err_value()])
            }
            ClientError::InvalidRange { actual_object_size: __field_0, .. } => {
                __visit(&[__s3err::display(__field_0)])
            }
            _ => __visit(&[]),
        }
    }
    fn header_values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            ClientError::InvalidRange { range: __field_1, .. } => {
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
    fn __derived(
        &self,
    ) -> ::core::option::Option<&dyn ::s3err_core::__private::Derived> {
        ::core::option::Option::Some(self)
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
                ::core::option::Option::Some(ClientError::NoSuchKey {
                    key: ::s3err_core::__private::detail::<String>(__document, "Key")?,
                })
            }
            1usize => {
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
    fn ask(__document: &::s3err_core::ErrorDocument) -> ::core::option::Option<Self> {
        ::s3err_core::__private::ask::<UploadError>(__document)
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
