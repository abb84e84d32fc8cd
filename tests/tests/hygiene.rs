//! The places where generated code has to compile: any names around it, macros, functions, strict lints, no prelude.
#![deny(warnings, missing_docs, unused, nonstandard_style, clippy::all, clippy::pedantic)]

use s3err_core::S3Error;
use s3err_tests::document::render;

/// A re-exporter's path to the runtime, where `::s3err_core` says nothing.
mod reexported {
    pub(crate) mod deep {
        pub(crate) use s3err_core as runtime;
    }
}

mod elsewhere {
    #[derive(Debug, crate::reexported::deep::runtime::S3Error)]
    #[s3(crate = crate::reexported::deep::runtime, display)]
    pub(crate) enum Elsewhere {
        #[s3(message = "no {key}", header("x-amz-meta-a", "{key}"))]
        NoSuchKey {
            #[s3(detail)]
            key: String,
            #[s3(log)]
            shard: u8,
            #[s3(retry_after)]
            wait: Option<std::time::Duration>,
            source: std::fmt::Error,
        },
        #[s3(transparent)]
        Standard(crate::reexported::deep::runtime::StandardError),
    }
}

#[test]
fn the_runtime_may_be_anywhere() {
    use elsewhere::Elsewhere;
    let key = "k".to_owned();
    let error = Elsewhere::NoSuchKey { key, shard: 1, wait: None, source: std::fmt::Error };
    assert_eq!(render(&error).message, "no k");
    assert_eq!(render(&Elsewhere::Standard(s3err_core::StandardError::Busy)).code, "Busy");
}

/// Everything that generated code could name means something else here.
mod taken {
    #![allow(dead_code, non_camel_case_types, non_snake_case, non_upper_case_globals)]

    pub(crate) mod core {}
    pub(crate) mod std {}
    pub(crate) mod s3err_core {}
    pub(crate) mod alloc {}
    pub(crate) struct String;
    pub(crate) struct Vec;
    pub(crate) struct Box;
    pub(crate) struct Result;
    pub(crate) struct Option;
    pub(crate) struct Some;
    pub(crate) struct None;
    pub(crate) struct Ok;
    pub(crate) struct Err;
    pub(crate) struct Describe;
    pub(crate) struct ErrorSpec;
    pub(crate) const SPECS: u8 = 0;
    pub(crate) fn drop() {}

    pub(crate) trait Everything {
        fn code(&self) {}
        fn status(&self) {}
        fn message(&self) {}
        fn value(&self) {}
        fn text(&self) {}
        fn as_ref(&self) {}
        fn origin(&self) {}
        fn route(&self) {}
        fn wait(&self) {}
        fn fmt(&self) {}
        fn map(&self) {}
    }
    impl<T: ?Sized> Everything for T {}

    type Text = ::std::string::String;
    type Maybe = ::std::option::Option<u8>;

    #[derive(::std::fmt::Debug, ::s3err_core::S3Error)]
    #[s3(display)]
    pub(crate) enum Taken {
        #[s3(message = "{visit} {field_0} {f:?}", header("x-amz-meta-a", "{krate}"))]
        NoSuchKey {
            #[s3(detail)]
            visit: Text,
            #[s3(detail)]
            field_0: &'static ::core::primitive::str,
            #[s3(detail = "Eff")]
            f: ::std::option::Option<Text>,
            #[s3(log)]
            found: u8,
            #[s3(header = "x-amz-meta-b")]
            krate: u8,
            #[s3(retry_after)]
            wait: ::std::time::Duration,
            source: ::std::fmt::Error,
        },
        #[s3(via = error)]
        Error(u8),
        #[s3(transparent)]
        Standard(::s3err_core::StandardError),
        #[s3(code = "NoSuchUpload")]
        Aliased(#[s3(detail(name = "Maybe", with = show))] Maybe),
    }

    #[allow(clippy::trivially_copy_pass_by_ref)]
    pub(crate) fn error(_: &u8) -> &'static ::s3err_core::StandardError {
        &::s3err_core::StandardError::SlowDown
    }

    #[allow(clippy::trivially_copy_pass_by_ref)]
    fn show(_: &Maybe) -> &'static ::core::primitive::str {
        "maybe"
    }
}

#[test]
fn names_around_the_type_do_not_matter() {
    use taken::Taken;
    let error = Taken::NoSuchKey {
        visit: "a".into(),
        field_0: "b",
        f: Some("c".into()),
        found: 1,
        krate: 2,
        wait: std::time::Duration::ZERO,
        source: std::fmt::Error,
    };
    let document = render(&error);
    assert_eq!(document.detail_names(), ["Visit", "Field0", "Eff"]);
    assert_eq!(render(&Taken::Error(1)).code, "SlowDown");
    assert_eq!(render(&Taken::Standard(s3err_core::StandardError::Busy)).code, "Busy");
}

#[test]
fn variants_may_be_called_like_those_of_the_prelude() {
    #[derive(Debug, S3Error)]
    enum Prelude {
        #[s3(code = "NoSuchKey")]
        Some(#[s3(detail = "Key")] u8),
        #[s3(code = "NoSuchBucket")]
        None,
        #[s3(code = "SlowDown")]
        Ok,
        #[s3(code = "Busy")]
        Err(#[s3(header = "x-amz-meta-a")] Option<u8>),
        #[s3(code = "InternalError")]
        Self_ { source: std::fmt::Error },
    }

    let all =
        [Prelude::Some(1), Prelude::None, Prelude::Ok, Prelude::Err(None), Prelude::Self_ { source: std::fmt::Error }];
    let variants: Vec<_> = all.iter().map(|error| (render(error).code, error.variant())).collect();
    assert_eq!(
        variants.iter().map(|(_, variant)| *variant).collect::<Vec<_>>(),
        ["Some", "None", "Ok", "Err", "Self_"]
    );
}

#[test]
fn an_enum_without_variants_is_an_error_that_never_happens() {
    #[derive(Debug, S3Error)]
    #[s3(display)]
    enum Never {}

    assert_eq!(<Never as s3err_core::Describe>::SPECS.len(), 0);
    let none: Option<Never> = None;
    assert!(none.is_none_or(|never| never.code().is_empty()));
}

macro_rules! errors {
    ($name:ident { $($variant:ident = $code:literal $status:literal $message:literal { $($field:ident: $type:ty),* }),* }, $with:path) => {
        #[derive(Debug, S3Error)]
        enum $name {
            $(
                #[s3(code = $code, status = $status, message = $message, header("x-amz-meta-a", $message))]
                $variant { $(#[s3(detail(with = $with))] $field: $type),* },
            )*
        }
    };
}

fn plain<T: ToString>(value: &T) -> String {
    value.to_string()
}

errors!(Made { A = "Own" 400 "a" { key: Option<String> }, B = "NoSuchKey" 404 "b" { key: u8, size: Option<u8> } }, plain);

#[test]
fn types_may_be_made_by_macros() {
    assert_eq!(render(&Made::A { key: None }).details, []);
    assert_eq!(render(&Made::A { key: Some("a".into()) }).detail("Key"), Some("a"));
    assert_eq!(render(&Made::B { key: 1, size: None }).detail_names(), ["Key"]);
}

#[test]
fn what_is_not_configured_is_not_there() {
    #[derive(Debug, S3Error)]
    enum Configured {
        #[cfg(not(test))]
        ThisIsNoCode,
        #[cfg(test)]
        NoSuchKey {
            #[cfg(not(test))]
            #[s3(detail)]
            gone: NoType,
            #[cfg_attr(test, s3(detail))]
            key: u8,
        },
        #[cfg_attr(test, s3(code = "NoSuchUpload"))]
        Tuple(#[cfg(not(test))] NoType, #[s3(detail = "UploadId")] u8),
    }

    assert_eq!(render(&Configured::NoSuchKey { key: 1 }).detail_names(), ["Key"]);
    assert_eq!(render(&Configured::Tuple(1)).detail("UploadId"), Some("1"));
}

#[test]
fn what_is_deprecated_may_be_derived_without_a_warning() {
    #[derive(Debug, S3Error)]
    enum Old {
        #[deprecated]
        NoSuchKey {
            #[deprecated]
            #[s3(detail)]
            key: u8,
        },
        NoSuchBucket,
    }

    #[allow(deprecated)]
    let errors = [Old::NoSuchKey { key: 1 }, Old::NoSuchBucket];
    assert_eq!(errors.map(|error| render(&error).code), ["NoSuchKey", "NoSuchBucket"]);
}

/// A crate's types are public and documented; what is derived for them needs no comment.
pub mod public {
    /// An error.
    #[derive(Debug, s3err_core::S3Error)]
    #[s3(display)]
    pub enum Public {
        /// The key.
        NoSuchKey {
            /// Its name.
            #[s3(detail)]
            key: String,
        },
    }
}

#[test]
fn public_types_are_derived_without_a_warning() {
    assert_eq!(render(&public::Public::NoSuchKey { key: "k".into() }).detail("Key"), Some("k"));
}

#[test]
fn types_may_be_called_like_those_of_the_runtime() {
    #[derive(Debug, S3Error)]
    #[s3(code = "NoSuchKey", display)]
    struct String(#[s3(detail = "Key")] Box<str>);

    #[derive(Debug, S3Error)]
    #[s3(code = "NoSuchKey")]
    struct Detail(#[s3(detail = "Key")] String);

    #[derive(Debug, S3Error)]
    #[s3(transparent)]
    struct Fault(Detail);

    let error = Fault(Detail(String("k".into())));
    assert_eq!(render(&error).detail("Key"), Some("The specified key does not exist."));
}
