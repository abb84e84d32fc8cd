#[automatically_derived]
impl ::s3err_core::Describe for NoSuchBucket {
    const SPECS: &'static [::s3err_core::ErrorSpec] = {
        use ::s3err_core::__private::{error, field};
        static ERRORS: [::s3err_core::ErrorSpec; 1] = [
            error(
                    "NoSuchBucket",
                    "NoSuchBucket",
                    404,
                    "The specified bucket does not exist",
                )
                .details(&[field("BucketName")])
                .docs("The bucket is not there.")
                .document(
                    "NoSuchBucket</Code><Message>The specified bucket does not exist</Message><BucketName></BucketName>",
                ),
        ];
        &ERRORS
    };
}
#[doc(hidden)]
#[automatically_derived]
impl ::s3err_core::__private::Derived for NoSuchBucket {
    fn resolve(&self) -> ::s3err_core::__private::Resolved<'_> {
        ::s3err_core::__private::resolve::<
            Self,
        >(
            match self {
                NoSuchBucket { .. } => 0,
            },
        )
    }
    fn values(&self, __visit: ::s3err_core::__private::Visit<'_>) {
        use ::s3err_core::__private as __s3err;
        match self {
            NoSuchBucket { bucket_name: __field_0, .. } => {
                __visit.document(&[__s3err::text_or(__field_0).value_of_field()])
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
    fn visit_log(&self, __log: ::s3err_core::__private::VisitLog<'_>) {
        ::s3err_core::__private::visit_log(self, __log);
    }
    fn origin(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
        ::s3err_core::__private::origin(self)
    }
    fn write_xml(
        &self,
        __context: &::s3err_core::RequestContext,
        __out: &mut ::s3err_core::__private::Vec<u8>,
    ) {
        ::s3err_core::__private::write_xml(self, __context, __out);
    }
}
