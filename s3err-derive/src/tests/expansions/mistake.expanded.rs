const _: () = {
    use ::core::compile_error as __s3err_compile_error;
    __s3err_compile_error! {
        "unknown error code `NoSuchKye`\nhelp: did you mean `NoSuchKey`? A code of your own needs a status and a message"
    }
};
impl ::s3err_core::Describe for Wrong {
    const SPECS: &'static [::s3err_core::ErrorSpec] = &[::s3err_core::__private::fallback::SPEC; 1usize];
}
impl ::s3err_core::S3Error for Wrong {
    fn code(&self) -> &::core::primitive::str {
        ::s3err_core::__private::fallback::CODE
    }
    fn status(&self) -> ::s3err_core::__private::StatusCode {
        ::s3err_core::__private::fallback::STATUS
    }
    fn message(&self) -> ::s3err_core::__private::Cow<'_, ::core::primitive::str> {
        ::s3err_core::__private::Cow::Borrowed("")
    }
}
