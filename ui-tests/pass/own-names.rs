//! Types, parameters and lifetimes that are called as the macro's own.

mod trait_name {
    #[derive(Debug, s3err_core::S3Error)]
    pub(crate) enum S3Error {
        NoSuchKey,
    }
}

mod describe {
    #[derive(Debug, s3err_core::S3Error)]
    #[s3(code = "NoSuchKey")]
    pub(crate) struct Describe;
}

mod parameters {
    #[derive(Debug, s3err_core::S3Error)]
    #[s3(display)]
    pub(crate) enum Error<Formatter, Describe, S3Error, E, Display> {
        #[s3(message = "{0}", code = "NoSuchKey")]
        Shown(Display),
        NoSuchKey {
            #[s3(detail)]
            first: Formatter,
            #[s3(detail)]
            second: Describe,
            #[s3(header = "x-amz-third")]
            third: Option<S3Error>,
            source: E,
        },
    }

    #[derive(Debug, s3err_core::S3Error)]
    pub(crate) struct NoSuchKey<const SPECS: usize, const N: bool>;
}

mod lifetimes {
    #[derive(s3err_core::S3Error)]
    pub(crate) enum Error<'a, 'v, 'e, '_0> {
        NoSuchKey {
            #[s3(detail)]
            first: &'a str,
            #[s3(detail)]
            second: &'v u8,
            #[s3(header = "x-amz-third")]
            third: &'e u8,
            #[s3(log)]
            fourth: &'_0 u8,
        },
        #[s3(transparent)]
        Inner(&'a (dyn s3err_core::S3Error + 'v)),
    }
}

fn main() {
    use s3err_core::S3Error;

    type Error<S> = parameters::Error<u8, u8, u8, S, u8>;
    assert_eq!((trait_name::S3Error::NoSuchKey.code(), describe::Describe.code()), ("NoSuchKey", "NoSuchKey"));
    assert_eq!(Error::<std::fmt::Error>::Shown(5).to_string(), "5");
    let error = Error::NoSuchKey { first: 1, second: 2, third: None, source: std::fmt::Error };
    assert!(error.origin().is_some());
    assert_eq!(parameters::NoSuchKey::<1, true>.code(), "NoSuchKey");
    let inner = lifetimes::Error::NoSuchKey { first: "a", second: &1, third: &2, fourth: &3 };
    assert_eq!(lifetimes::Error::Inner(&inner).details().len(), 2);
}
