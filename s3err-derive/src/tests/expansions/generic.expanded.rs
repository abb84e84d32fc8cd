#[automatically_derived]
impl<'a, K, E: Clone, const N: usize> facade::s3::Describe for Generic<'a, K, E, N>
where
    K: 'a,
    &'a K: ::core::fmt::Display,
    E: facade::s3::S3Error,
{
    const SPECS: &'static [facade::s3::ErrorSpec] = {
        const ROWS: &[facade::s3::__private::Row; 1usize] = &[
            (
                "NoSuchKey",
                "NoSuchKey",
                404,
                "The specified key does not exist.",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>",
                1,
                1,
            ),
        ];
        &facade::s3::__private::specs::<Self, _>(ROWS)
    };
}
#[automatically_derived]
impl<'a, K, E: Clone, const N: usize> facade::s3::__private::Derived
for Generic<'a, K, E, N>
where
    K: 'a,
    &'a K: ::core::fmt::Display,
    E: facade::s3::S3Error,
{
    const GAPS: &'static [facade::s3::__private::Gap<'static>] = {
        const GAPS: &[facade::s3::__private::Gap<'static>; 1usize] = &[("", "</Key>")];
        GAPS
    };
    const DETAILS: &'static [facade::s3::FieldSpec] = {
        use facade::s3::__private::field as __field;
        const DETAILS: &[facade::s3::FieldSpec; 1usize] = &[
            __field("Key", false, false),
        ];
        DETAILS
    };
    fn route(&self) -> facade::s3::__private::Route<'_> {
        facade::s3::__private::Route::Own(
            match self {
                Self::NoSuchKey { .. } => 0,
                Self::Inner { 0: __field_0, .. } => {
                    return facade::s3::__private::transparent(__field_0);
                }
            },
        )
    }
    fn document_values(&self, __visit: facade::s3::__private::Visit<'_>) {
        use facade::s3::__private as __s3err;
        match self {
            Self::NoSuchKey { key: __field_0, .. } => {
                __visit(&[__s3err::display(__field_0)])
            }
            _ => __visit(&[]),
        }
    }
}
#[automatically_derived]
impl<'a, K, E: Clone, const N: usize> facade::s3::S3Error for Generic<'a, K, E, N>
where
    K: 'a,
    &'a K: ::core::fmt::Display,
    E: facade::s3::S3Error,
{
    fn code(&self) -> &::core::primitive::str {
        facade::s3::__private::code(self)
    }
    fn status(&self) -> facade::s3::__private::StatusCode {
        facade::s3::__private::status(self)
    }
    fn message(&self) -> facade::s3::__private::Cow<'_, ::core::primitive::str> {
        facade::s3::__private::message(self)
    }
    fn fault(&self) -> facade::s3::Fault {
        facade::s3::__private::fault(self)
    }
    fn retry(&self) -> facade::s3::Retry {
        facade::s3::__private::retry(self)
    }
    fn variant(&self) -> &'static ::core::primitive::str {
        facade::s3::__private::variant(self)
    }
    fn close(&self) -> ::core::primitive::bool {
        facade::s3::__private::close(self)
    }
    fn visit_details(&self, __details: &mut facade::s3::DetailVisitor<'_>) {
        facade::s3::__private::visit_details(self, __details);
    }
    fn visit_headers(&self, __headers: &mut facade::s3::HeaderVisitor<'_>) {
        facade::s3::__private::visit_headers(self, __headers);
    }
    fn visit_log(&self, __log: facade::s3::__private::LogVisitor<'_>) {
        facade::s3::__private::visit_log(self, __log);
    }
    fn origin(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
        facade::s3::__private::origin(self)
    }
    fn __document(&self, __sink: facade::s3::__private::Sink<'_>) {
        facade::s3::__private::document(self, __sink);
    }
}
