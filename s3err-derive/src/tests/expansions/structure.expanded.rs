#[automatically_derived]
impl<__Deferred> ::s3err_core::__private::Table<__Deferred> for NoSuchBucket {
    const TABLE: &'static [::s3err_core::ErrorSpec] = &{
        let mut __rows = ::s3err_core::__private::rows::<
            1,
        >(
            &[
                (
                    &[
                        "NoSuchBucket",
                        "NoSuchBucket",
                        "The specified bucket does not exist",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message><BucketName>",
                    ],
                    &[404, 1, 1],
                    &["", "</BucketName>"],
                    &::s3err_core::__private::details(["BucketName"], [false, false]),
                ),
            ],
        );
        __rows[0] = __rows[0].__docs("The bucket is not there.");
        __rows
    };
}
#[automatically_derived]
impl ::s3err_core::__private::Derived for NoSuchBucket {
    fn route(&self) -> ::s3err_core::__private::Route<'_> {
        ::s3err_core::__private::own::<
            Self,
        >(
            match self {
                NoSuchBucket { .. } => 0,
            },
        )
    }
    fn document_values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            NoSuchBucket { bucket_name: __field_0, .. } => {
                __visit(&[__s3err::text_or(__field_0).__s3err_value()])
            }
        }
    }
}
#[automatically_derived]
impl ::s3err_core::S3Error for NoSuchBucket {
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
