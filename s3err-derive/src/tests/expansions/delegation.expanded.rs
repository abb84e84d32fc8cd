#[automatically_derived]
impl<__Deferred> ::s3err_core::__private::Table<__Deferred> for GatewayError {
    const TABLE: &'static [::s3err_core::ErrorSpec] = &::s3err_core::__private::rows::<
        1,
    >(
        &[
            (
                &[
                    "AccessDenied",
                    "AccessDenied",
                    "Access Denied",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message>",
                ],
                &[403, 0, 0],
                &[],
                &[],
            ),
        ],
    );
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for GatewayError {
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        ::s3err_core::__private::own::<
            Self,
        >(
            match self {
                GatewayError::Storage { 0: __field_0, .. } => {
                    return ::s3err_core::__private::transparent(__field_0);
                }
                GatewayError::Io { cause: __field_0, .. } => {
                    return ::s3err_core::__private::Route::Other({
                        let __found = classify(__field_0);
                        let __found: &dyn ::s3err_core::S3Error = __found;
                        __found
                    });
                }
                GatewayError::AccessDenied => 0,
            },
        )
    }
    fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
        use ::s3err_core::__private::AsOrigin as _;
        match self {
            GatewayError::Io { cause: __field_0, .. } => {
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
    fn __derived(
        &self,
    ) -> ::core::option::Option<&dyn ::s3err_core::__private::Derived> {
        ::core::option::Option::Some(self)
    }
    fn __document(&self, __sink: ::s3err_core::__private::Sink<'_>) {
        ::s3err_core::__private::document(self, __sink);
    }
}
