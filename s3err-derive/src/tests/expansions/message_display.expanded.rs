#[automatically_derived]
impl<__Deferred> ::s3err_core::__private::Table<__Deferred> for StorageError {
    const TABLE: &'static [::s3err_core::ErrorSpec] = &{
        let mut __rows = ::s3err_core::__private::rows::<
            1,
        >(
            &[
                (
                    &[
                        "InternalError",
                        "InternalError",
                        "",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InternalError</Code><Message>",
                    ],
                    &[500, 1, 0],
                    &["", "</Message>"],
                    &[],
                ),
            ],
        );
        __rows[0] = __rows[0].__formatted_message();
        __rows
    };
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for StorageError {
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        ::s3err_core::__private::own::<
            Self,
        >(
            match self {
                StorageError::InternalError { .. } => 0,
                StorageError::Inner { 0: __field_0, .. } => {
                    return ::s3err_core::__private::transparent(__field_0);
                }
            },
        )
    }
    fn document_values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            StorageError::InternalError { .. } => __visit(&[__s3err::display(self)]),
            _ => __visit(&[]),
        }
    }
}
#[automatically_derived]
impl ::s3err_core::S3Error for StorageError {
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
