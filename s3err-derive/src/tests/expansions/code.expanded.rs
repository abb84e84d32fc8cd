#[automatically_derived]
impl<__Deferred> ::s3err_core::__private::Table<__Deferred> for ObjectError {
    const TABLE: &'static [::s3err_core::ErrorSpec] = &{
        let mut __rows = ::s3err_core::__private::rows::<
            4,
        >(
            &[
                (
                    &[
                        "NoSuchKey",
                        "NoSuchKey",
                        "The specified key does not exist.",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message>",
                        "NoKmsKey",
                        "KMS.NotFoundException",
                        "The KMS key does not exist or cannot be found.",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>KMS.NotFoundException</Code><Message>The KMS key does not exist or cannot be found.</Message>",
                        "Quota",
                        "QuotaExceeded",
                        "The quota is used up.",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>QuotaExceeded</Code><Message>The quota is used up.</Message>",
                        "Early",
                        "TooEarly",
                        "Not yet.",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>TooEarly</Code><Message>Not yet.</Message>",
                    ],
                    &[404, 0, 0, 400, 0, 0, 403, 0, 0, 425, 0, 0],
                    &[],
                    &[],
                ),
            ],
        );
        __rows[3] = __rows[3]
            .__fault(::s3err_core::Fault::Server)
            .__retry(::s3err_core::RetryClass::Throttling)
            .__close();
        __rows
    };
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for ObjectError {
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        ::s3err_core::__private::own::<
            Self,
        >(
            match self {
                ObjectError::NoSuchKey => 0,
                ObjectError::NoKmsKey => 1,
                ObjectError::Quota { .. } => 2,
                ObjectError::Early { .. } => 3,
            },
        )
    }
}
#[automatically_derived]
impl ::s3err_core::S3Error for ObjectError {
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
