#[automatically_derived]
impl<__Deferred> ::s3err_core::__private::Table<__Deferred> for Never {
    const TABLE: &'static [::s3err_core::ErrorSpec] = &::s3err_core::__private::rows::<
        0,
    >(&[]);
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for Never {
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        match *self {}
    }
}
#[automatically_derived]
impl ::s3err_core::S3Error for Never {
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
