#[automatically_derived]
impl ::s3err_core::Describe for ObjectError {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        const ROWS: &[::s3err_core::__private::Row; 4usize] = &[
            (
                "NoSuchKey",
                "NoSuchKey",
                404,
                "The specified key does not exist.",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message>",
                0,
                0,
            ),
            (
                "NoKmsKey",
                "KMS.NotFoundException",
                400,
                "The KMS key does not exist or cannot be found.",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>KMS.NotFoundException</Code><Message>The KMS key does not exist or cannot be found.</Message>",
                0,
                0,
            ),
            (
                "Quota",
                "QuotaExceeded",
                403,
                "The quota is used up.",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>QuotaExceeded</Code><Message>The quota is used up.</Message>",
                0,
                0,
            ),
            (
                "Early",
                "TooEarly",
                425,
                "Not yet.",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>TooEarly</Code><Message>Not yet.</Message>",
                0,
                0,
            ),
        ];
        &{
            let mut __specs = ::s3err_core::__private::specs::<Self, _>(ROWS);
            __specs[3] = __specs[3]
                .__fault(::s3err_core::Fault::Server)
                .__retry(::s3err_core::RetryClass::Throttling)
                .__close();
            __specs
        }
    };
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for ObjectError {
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        ::s3err_core::__private::Route::Own(
            match self {
                Self::NoSuchKey { .. } => 0,
                Self::NoKmsKey { .. } => 1,
                Self::Quota { .. } => 2,
                Self::Early { .. } => 3,
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
