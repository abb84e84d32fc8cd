#[automatically_derived]
impl ::s3err_core::Describe for GatewayError {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        const ROWS: &[::s3err_core::__private::Row; 1usize] = &[
            (
                "AccessDenied",
                "AccessDenied",
                403,
                "Access Denied",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message>",
                0,
                0,
            ),
        ];
        &::s3err_core::__private::specs::<Self, _>(ROWS)
    };
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for GatewayError {
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        ::s3err_core::__private::Route::Own(
            match self {
                Self::Storage { 0: __field_0, .. } => {
                    return ::s3err_core::__private::transparent(__field_0);
                }
                Self::Io { cause: __field_0, .. } => {
                    return ::s3err_core::__private::Route::Other({
                        let __found = classify(__field_0);
                        let __found: &dyn ::s3err_core::S3Error = __found;
                        __found
                    });
                }
                Self::AccessDenied { .. } => 0,
            },
        )
    }
    fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
        use ::s3err_core::__private::AsOrigin as _;
        match self {
            Self::Io { cause: __field_0, .. } => {
                ::core::option::Option::Some(__field_0.__s3err_origin())
            }
            _ => ::core::option::Option::None,
        }
    }
}
#[automatically_derived]
impl ::s3err_core::S3Error for GatewayError {
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
