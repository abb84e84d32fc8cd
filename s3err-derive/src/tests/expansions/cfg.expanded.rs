#[automatically_derived]
impl<__Deferred> ::s3err_core::__private::Table<__Deferred> for Conditional {
    const TABLE: &'static [::s3err_core::ErrorSpec] = &::s3err_core::__private::rows::<
        2,
    >(
        &[
            (
                &[
                    "NoSuchKey",
                    "NoSuchKey",
                    "The specified key does not exist.",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>",
                    "AccessDenied",
                    "AccessDenied",
                    "Access Denied",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message>",
                ],
                &[404, 1, 1, 403, 0, 0],
                &["", "</Key>"],
                &::s3err_core::__private::details(["Key"], [false, false]),
            ),
        ],
    );
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for Conditional {
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        ::s3err_core::__private::own::<
            Self,
        >(
            match self {
                Conditional::NoSuchKey { .. } => 0,
                Conditional::AccessDenied => 1,
            },
        )
    }
    fn document_values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            Conditional::NoSuchKey { key: __field_0, .. } => {
                __visit(&[__s3err::text_or(__field_0).__s3err_value()])
            }
            _ => __visit(&[]),
        }
    }
}
#[automatically_derived]
impl ::s3err_core::S3Error for Conditional {
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
