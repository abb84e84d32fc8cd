#[automatically_derived]
impl<__Deferred> ::s3err_core::__private::Table<__Deferred> for StorageError {
    const TABLE: &'static [::s3err_core::ErrorSpec] = &{
        let mut __rows = ::s3err_core::__private::rows::<
            3,
        >(
            &[
                (
                    &[
                        "Disk",
                        "InternalError",
                        "We encountered an internal error. Please try again.",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InternalError</Code><Message>We encountered an internal error. Please try again.</Message>",
                        "Peer",
                        "ServiceUnavailable",
                        "The service cannot handle the request at the moment; try again later.",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>ServiceUnavailable</Code><Message>The service cannot handle the request at the moment; try again later.</Message>",
                        "Busy",
                        "SlowDown",
                        "Please reduce your request rate.",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message>",
                    ],
                    &[500, 0, 0, 503, 0, 0, 503, 0, 0],
                    &[],
                    &[],
                ),
            ],
        );
        __rows[0] = __rows[0].__log(&["path"]);
        __rows[2] = __rows[2].__retry(::s3err_core::RetryClass::Throttling);
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
                StorageError::Disk { .. } => 0,
                StorageError::Peer { .. } => 1,
                StorageError::Busy { .. } => 2,
            },
        )
    }
    fn log_values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            StorageError::Disk { path: __field_0, .. } => {
                __visit(&[__s3err::text_or(__field_0).__s3err_value()])
            }
            _ => __visit(&[]),
        }
    }
    fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
        use ::s3err_core::__private::AsOrigin as _;
        match self {
            StorageError::Disk { source: __field_1, .. } => {
                ::core::option::Option::Some(__field_1.__s3err_origin())
            }
            StorageError::Peer { 0: __field_0, .. } => {
                ::core::option::Option::Some(__field_0.__s3err_origin())
            }
            StorageError::Busy { source: __field_0, .. } => {
                __field_0.as_ref().map(|__source| __source.__s3err_origin())
            }
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
