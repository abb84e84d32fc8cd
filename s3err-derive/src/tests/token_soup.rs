//! Whatever is written in the attributes, the macro answers: with an implementation or with mistakes, never with a
//! panic.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::derive::derive;

/// Tokens that attributes are made of, and some that they are not.
const TOKENS: &[&str] = &[
    "code",
    "status",
    "custom",
    "message",
    "fault",
    "retry",
    "header",
    "close",
    "transparent",
    "via",
    "other",
    "display",
    "decode",
    "strict",
    "crate",
    "detail",
    "retry_after",
    "source",
    "log",
    "sensitive",
    "from",
    "default",
    "name",
    "with",
    "parse",
    "=",
    "=",
    "=",
    ",",
    ",",
    ",",
    "(",
    ")",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "#",
    "!",
    "::",
    "..",
    "404",
    "4u8",
    "1.5",
    "-1",
    "99999999999999999999",
    "\"NoSuchKey\"",
    "\"PermanentRedirect\"",
    "\"{a}\"",
    "\"{}\"",
    "\"{0:?}\"",
    "\"{a:0$}\"",
    "\"{a:>{\"",
    "\"\u{e9}{\u{e9}:\u{e9}<4}\"",
    "\"\"",
    "\"x-a\"",
    "\"Token-0\"",
    "\"\\u{0}\\r\\n\"",
    "client",
    "never",
    "path::to",
    "<T as X>::y",
    "|x| x",
    "r#type",
    "r#crate",
    "self",
    "Self",
    "'a",
    "'x'",
    "b\"x\"",
    "c\"x\"",
    "true",
];

const TYPES: &[&str] = &[
    "String",
    "Option<String>",
    "T",
    "Option<T>",
    "&'a str",
    "Box<dyn Error>",
    "Duration",
    "ErrorDocument",
    "[T; N]",
    "fn(T) -> T",
    "(T,)",
    "m!(T)",
    "dyn X<T> + Send",
    "!",
    "<T as I>::U",
    "Option<>",
    "Option<T, T>",
    "Box<Self>",
    "_",
    "*const T",
    "for<'b> fn(&'b T)",
];

/// Numbers that are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    fn of<'c>(&mut self, choices: &[&'c str]) -> &'c str {
        choices[self.below(choices.len())]
    }

    fn attributes(&mut self) -> String {
        let mut attributes = String::new();
        for _ in 0..self.below(3) {
            let tokens: Vec<_> = (0..self.below(9)).map(|_| self.of(TOKENS)).collect();
            let tokens = tokens.join(" ");
            let attribute = match self.below(12) {
                0 => format!("#[s3 = {tokens}]"),
                1 => "#[s3]".to_owned(),
                2 => "#[source]".to_owned(),
                _ => format!("#[s3({tokens})]"),
            };
            attributes.push_str(&attribute);
        }
        attributes
    }

    fn fields(&mut self) -> String {
        let mut fields = String::new();
        let is_tuple = self.below(2) == 0;
        for name in ["a", "source", "r#type", "\u{e9}", "token_0"].iter().take(self.below(5)) {
            let name = if is_tuple { String::new() } else { format!("{name}: ") };
            let _ = write!(fields, "{} {name}{}, ", self.attributes(), self.of(TYPES));
        }
        if is_tuple { format!("({fields})") } else { format!("{{ {fields} }}") }
    }

    fn item(&mut self) -> String {
        let generics = self.of(&["", "<'a, T, const N: usize>", "<T: X>"]);
        let attributes = self.attributes();
        match self.below(8) {
            0 => format!("{attributes} struct NoSuchKey {generics} {}", self.fields()),
            1 => format!("{attributes} union Both {generics} {{ a: u8 }}"),
            _ => {
                let mut variants = String::new();
                for name in ["NoSuchKey", "SlowDown", "Error", "r#type"].iter().take(self.below(5)) {
                    let _ = write!(variants, "{} {name} {}, ", self.attributes(), self.fields());
                }
                format!("{attributes} enum Failure {generics} {{ {variants} }}")
            }
        }
    }
}

#[test]
fn no_attribute_makes_the_macro_panic() {
    let mut numbers = Numbers(88_172_645_463_325_252);
    let (mut rejected, mut accepted) = (0, 0);
    for _ in 0..20_000 {
        let item = numbers.item();
        let parsed = item.parse::<TokenStream>().ok().and_then(|tokens| syn::parse2::<DeriveInput>(tokens).ok());
        let Some(input) = parsed else { continue };
        let code = derive(&input).to_string();
        assert!(code.parse::<TokenStream>().is_ok(), "{item}");
        *if code.contains("compile_error") { &mut rejected } else { &mut accepted } += 1;
    }
    assert!(
        rejected > 1_000 && accepted > 100,
        "{rejected} rejected, {accepted} accepted: the items are too much alike"
    );
}
