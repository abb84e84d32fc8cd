#[automatically_derived]
impl<'a, K, E: Clone, const N: usize> facade::s3::Describe for Generic<'a, K, E, N>
where
    K: 'a,
{
    const SPECS: &'static [facade::s3::ErrorSpec] = {
        use facade::s3::__private::{error, field};
        static ERRORS: [facade::s3::ErrorSpec; 1] = [
            error("NoSuchKey", "NoSuchKey", 404, "The specified key does not exist.")
                .details(&[field("Key")])
                .document(
                    "NoSuchKey</Code><Message>The specified key does not exist.</Message><Key></Key>",
                ),
        ];
        &ERRORS
    };
}
#[doc(hidden)]
#[automatically_derived]
impl<'a, K, E: Clone, const N: usize> facade::s3::__private::Derived
for Generic<'a, K, E, N>
where
    K: 'a,
    &'a K: ::core::fmt::Display,
    E: facade::s3::S3Error,
{
    fn resolve(&self) -> facade::s3::__private::Resolved<'_> {
        facade::s3::__private::resolve::<
            Self,
        >(
            match self {
                Generic::NoSuchKey { .. } => 0,
                Generic::Inner { 0: __field_0, .. } => {
                    return facade::s3::__private::transparent(__field_0);
                }
            },
        )
    }
    fn values(&self, __visit: facade::s3::__private::Visit<'_>) {
        use facade::s3::__private as __s3err;
        match self {
            Generic::NoSuchKey { key: __field_0, .. } => {
                __visit.document(&[__s3err::display(__field_0)])
            }
            _ => __visit.document(&[]),
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
    fn visit_log(&self, __log: facade::s3::__private::VisitLog<'_>) {
        facade::s3::__private::visit_log(self, __log);
    }
    fn origin(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
        facade::s3::__private::origin(self)
    }
    fn write_xml(
        &self,
        __context: &facade::s3::RequestContext,
        __out: &mut facade::s3::__private::Vec<u8>,
    ) {
        facade::s3::__private::write_xml(self, __context, __out);
    }
}
