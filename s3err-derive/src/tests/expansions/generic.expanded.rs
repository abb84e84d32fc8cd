#[automatically_derived]
impl<
    'a,
    K,
    E: Clone,
    const N: usize,
    __Deferred,
> facade::s3::__private::Table<__Deferred> for Generic<'a, K, E, N>
where
    K: 'a,
{
    const TABLE: &'static [facade::s3::ErrorSpec] = &facade::s3::__private::rows::<
        1,
    >(
        &[
            (
                &[
                    "NoSuchKey",
                    "NoSuchKey",
                    "The specified key does not exist.",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>",
                ],
                &[404, 1, 1],
                &["", "</Key>"],
                &facade::s3::__private::details(["Key"], [false, false]),
            ),
        ],
    );
}
#[automatically_derived]
impl<'a, K, E: Clone, const N: usize> facade::s3::__private::Derived
for Generic<'a, K, E, N>
where
    K: 'a,
    &'a K: ::core::fmt::Display,
    E: facade::s3::S3Error,
{
    fn route(&self) -> facade::s3::__private::Route<'_> {
        facade::s3::__private::own::<
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
    fn document_values(&self, __visit: facade::s3::__private::Visit<'_>) {
        use facade::s3::__private as __s3err;
        match self {
            Generic::NoSuchKey { key: __field_0, .. } => {
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
    fn __derived(&self) -> ::core::option::Option<&dyn facade::s3::__private::Derived> {
        ::core::option::Option::Some(self)
    }
    fn __document(&self, __sink: facade::s3::__private::Sink<'_>) {
        facade::s3::__private::document(self, __sink);
    }
}
