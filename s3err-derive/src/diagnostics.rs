//! All mistakes of a type, collected to be reported in one go.
//!
//! Each is two lines: what is wrong, and after `help:` what to write instead.

use std::fmt::Display;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Error;

/// The width at which the help is broken, in bytes.
const WIDTH: usize = 100;

/// The mistakes found so far. Whoever makes one has to `finish` it.
pub(crate) struct Diagnostics {
    /// `None` when they were finished.
    errors: Option<Vec<Error>>,
}

impl Diagnostics {
    pub(crate) fn new() -> Self {
        Self { errors: Some(Vec::new()) }
    }

    /// Reports a mistake at all of `tokens`.
    pub(crate) fn at(&mut self, tokens: &(impl ToTokens + ?Sized), problem: impl Display, help: impl Display) {
        self.push(Error::new_spanned(tokens.to_token_stream(), message(&problem, &help)));
    }

    /// Reports a mistake at `span`.
    pub(crate) fn at_span(&mut self, span: Span, problem: impl Display, help: impl Display) {
        self.push(Error::new(span, message(&problem, &help)));
    }

    fn push(&mut self, error: Error) {
        self.errors.get_or_insert_default().push(error);
    }

    /// All of them, if there are any.
    pub(crate) fn finish(mut self) -> Option<Error> {
        self.errors.take().into_iter().flatten().reduce(|mut errors, error| {
            errors.combine(error);
            errors
        })
    }
}

impl Drop for Diagnostics {
    fn drop(&mut self) {
        debug_assert!(self.errors.is_none() || std::thread::panicking(), "diagnostics were dropped without being read");
    }
}

/// The tokens that have rustc report these:
///
/// ```ignore
/// const _: () = {
///     use ::core::compile_error as __s3err_compile_error;
///     __s3err_compile_error! { "..." }
/// };
/// ```
///
/// syn's own call of `::core::compile_error!` has the user's span, so that rustc shows it at the user's tokens and without
/// a word of the derive; but in edition 2015 such a path begins in the user's crate. An import has the macro's.
pub(crate) fn compile_errors(mistakes: Error) -> TokenStream {
    let call = |mistake: Error| -> TokenStream {
        let of_path = |token: &TokenTree| match token {
            TokenTree::Ident(word) => word == "core",
            TokenTree::Punct(punct) => punct.as_char() == ':',
            _ => false,
        };
        let call = mistake.into_compile_error().into_iter().filter(|token| !of_path(token));
        let renamed = call.map(|token| match token {
            TokenTree::Ident(word) => Ident::new("__s3err_compile_error", word.span()).into(),
            token => token,
        });
        renamed.collect()
    };
    let mut calls: Vec<_> = mistakes.into_iter().map(call).collect();
    // rustc puts a call off until its name is imported, and then begins with the last.
    calls.reverse();
    let names = calls.iter().filter_map(|call| match call.clone().into_iter().next() {
        Some(TokenTree::Ident(name)) => Some(name),
        _ => None,
    });
    // Each in a scope of its own: the spans of their names may be of several macros.
    quote!(#(const _: () = { use ::core::compile_error as #names; #calls };)*)
}

/// The message of a mistake, the lines of its help broken between words, and not in code.
fn message(problem: &dyn Display, help: &dyn Display) -> String {
    let mut lines = vec![problem.to_string()];
    let mut line = "help:".to_owned();
    let help = help.to_string();
    let mut is_code = false;
    let words = help.split(|c| {
        is_code ^= c == '`';
        c == ' ' && !is_code
    });
    for word in words {
        if line.len() + 1 + word.len() > WIDTH {
            lines.push(std::mem::replace(&mut line, " ".repeat(5)));
        }
        line.push(' ');
        line.push_str(word);
    }
    lines.push(line);
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;

    use super::Diagnostics;

    #[test]
    fn a_message_says_the_problem_and_then_the_help() {
        let mut diagnostics = Diagnostics::new();
        diagnostics.at_span(Span::call_site(), "`code` is given twice", "keep one");
        assert_eq!(diagnostics.finish().unwrap().to_string(), "`code` is given twice\nhelp: keep one");
    }

    #[test]
    fn long_help_is_broken_between_words() {
        let mut diagnostics = Diagnostics::new();
        diagnostics.at_span(Span::call_site(), "no", "word ".repeat(60).trim_end());
        let message = diagnostics.finish().unwrap().to_string();
        assert!(message.lines().skip(2).all(|line| line.starts_with("      word")), "{message}");
        assert!(message.lines().all(|line| line.len() <= 110) && message.lines().count() > 3, "{message}");
    }

    #[test]
    #[should_panic(expected = "dropped without being read")]
    #[cfg(debug_assertions)]
    fn mistakes_cannot_be_forgotten() {
        let _ = Diagnostics::new();
    }
}
