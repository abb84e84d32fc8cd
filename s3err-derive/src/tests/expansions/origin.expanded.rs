#[automatically_derived]
impl ::s3err_core::Describe for StorageError {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        const ROWS: &[::s3err_core::__private::Row; 3usize] = &[
            (
                "Disk",
                "InternalError",
                500,
                "We encountered an internal error. Please try again.",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InternalError</Code><Message>We encountered an internal error. Please try again.</Message>",
                0,
                0,
            ),
            (
                "Peer",
                "ServiceUnavailable",
                503,
                "The service cannot handle the request at the moment; try again later.",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>ServiceUnavailable</Code><Message>The service cannot handle the request at the moment; try again later.</Message>",
                0,
                0,
            ),
            (
                "Busy",
                "SlowDown",
                503,
                "Please reduce your request rate.",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message>",
                0,
                0,
            ),
        ];
        &{
            let mut __specs = ::s3err_core::__private::specs::<Self, _>(ROWS);
            __specs[0] = __specs[0].__log(&["path"]);
            __specs[2] = __specs[2].__retry(::s3err_core::RetryClass::Throttling);
            __specs
        }
    };
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for StorageError {
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        ::s3err_core::__private::Route::Own(
            match self {
                Self::Disk { .. } => 0,
                Self::Peer { .. } => 1,
                Self::Busy { .. } => 2,
            },
        )
    }
    fn log_values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            Self::Disk { path: __field_0, .. } => {
                __visit(&[__s3err::text_or(__field_0).__s3err_value()])
            }
            _ => __visit(&[]),
        }
    }
    fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
        use ::s3err_core::__private::AsOrigin as _;
        match self {
            Self::Disk { source: __field_1, .. } => {
                ::core::option::Option::Some(__field_1.__s3err_origin())
            }
            Self::Peer { 0: __field_0, .. } => {
                ::core::option::Option::Some(__field_0.__s3err_origin())
            }
            Self::Busy { source: __field_0, .. } => {
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
