#[automatically_derived]
impl<__Deferred> ::s3err_core::__private::Table<__Deferred> for ClientError {
    const TABLE: &'static [::s3err_core::ErrorSpec] = &{
        let mut __rows = ::s3err_core::__private::rows::<
            1,
        >(
            &[
                (
                    &[
                        "SlowDown",
                        "SlowDown",
                        "Please reduce your request rate.",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message>",
                    ],
                    &[503, 0, 0],
                    &[],
                    &[],
                ),
            ],
        );
        __rows[0] = __rows[0]
            .__retry(::s3err_core::RetryClass::Throttling)
            .__headers(
                &[
                    ::s3err_core::__private::field("retry-after", false, false),
                    ::s3err_core::__private::field("x-amz-retry-after", false, false),
                ],
            );
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
                ClientError::SlowDown { .. } => 0,
                ClientError::Other { 0: __field_0, .. } => {
                    return ::s3err_core::__private::transparent(__field_0);
                }
            },
        )
    }
    fn wait(&self) -> ::core::option::Option<::s3err_core::__private::Duration> {
        match self {
            ClientError::SlowDown { wait: __field_0, .. } => {
                ::s3err_core::__private::wait(__field_0)
            }
            _ => ::core::option::Option::None,
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
                ::core::option::Option::Some(ClientError::SlowDown {
                    wait: ::s3err_core::__private::read_wait(__document)?,
                })
            }
            _ => ::core::option::Option::None,
        }
    }
}
#[automatically_derived]
impl ::core::convert::From<::s3err_core::ErrorDocument> for ClientError {
    fn from(__document: ::s3err_core::ErrorDocument) -> Self {
        ::s3err_core::__private::decode(&__document)
            .unwrap_or_else(|| ClientError::Other {
                0: ::s3err_core::__private::HoldsDocument::hold(__document),
            })
    }
}
#[automatically_derived]
impl<'__document> ::core::convert::From<&'__document ::s3err_core::ErrorDocument>
for ClientError {
    fn from(__document: &'__document ::s3err_core::ErrorDocument) -> Self {
        ::s3err_core::__private::decode(__document)
            .unwrap_or_else(|| ClientError::Other {
                0: ::s3err_core::__private::HoldsDocument::hold(
                    ::core::clone::Clone::clone(__document),
                ),
            })
    }
}
