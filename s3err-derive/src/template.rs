//! Texts with placeholders: `"the tenant {tenant} of {0:?}"`.
//!
//! A placeholder names a field and may carry `format!`'s specs. Everything is resolved here, so that `format_args!` sees
//! positions only and can complain of nothing but a missing trait.

use std::fmt::Write as _;

use crate::model::Field;
use crate::value::Text;

/// A text, its placeholders resolved.
pub(crate) struct Template<'a> {
    /// As it was written.
    pub(crate) text: Text,
    /// What it says where it has no placeholder.
    pub(crate) plain: Option<String>,
    /// The string for `format_args!`, its placeholders numbered by `arguments`.
    pub(crate) format: String,
    /// The fields that it shows.
    pub(crate) arguments: Vec<Field<'a>>,
    /// The fields that it shows, each with the trait that it is shown by.
    pub(crate) shown: Vec<(Field<'a>, &'static str)>,
}

/// Finds a field by its name, or says why it cannot be shown.
type Find<'f, 'a> = &'f dyn Fn(&str) -> Result<Field<'a>, String>;

impl<'a> Template<'a> {
    /// Reads `text`, finding fields by `find`.
    ///
    /// The error is the sentences to be shown at the text: one for each mistake.
    pub(crate) fn parse(text: &Text, find: Find<'_, 'a>) -> Result<Self, Vec<String>> {
        let mut template =
            Self { text: text.clone(), plain: None, format: String::new(), arguments: Vec::new(), shown: Vec::new() };
        if !text.value.contains('{') && !text.value.contains('}') {
            template.format.clone_from(&text.value);
            template.plain = Some(text.value.clone());
            return Ok(template);
        }
        let mut plain = String::new();
        let mut mistakes: Vec<String> = Vec::new();
        let mut rest = text.value.as_str();
        while let Some(at) = rest.find(['{', '}']) {
            let (before, from) = rest.split_at(at);
            template.format.push_str(before);
            plain.push_str(before);
            if let Some((braces @ ("{{" | "}}"), after)) = from.split_at_checked(2) {
                template.format.push_str(braces);
                plain.push_str(braces.split_at(1).0);
                rest = after;
                continue;
            }
            let (read, after) = match from.strip_prefix('{').and_then(|inside| inside.split_once('}')) {
                Some((placeholder, after)) => (template.placeholder(placeholder, find), after),
                None => (Err(unpaired(from).to_owned()), ""), // what is a placeholder behind it, no one can tell
            };
            if let Err(mistake) = read
                && !mistakes.contains(&mistake)
            {
                mistakes.push(mistake);
            }
            rest = after;
        }
        template.format.push_str(rest);
        plain.push_str(rest);
        template.plain = template.shown.is_empty().then_some(plain);
        if mistakes.is_empty() { Ok(template) } else { Err(mistakes) }
    }

    /// `field`, `0` or either with a spec behind a colon.
    fn placeholder(&mut self, written: &str, find: Find<'_, 'a>) -> Result<(), String> {
        let (name, spec) = written.split_once(':').unwrap_or((written, ""));
        let name = name.trim();
        if name.is_empty() {
            return Err("a placeholder names its field, as in `{key}` or `{0}`".to_owned());
        }
        let spec = Spec::parse(spec.trim_end()).ok_or_else(|| {
            format!("`{{{written}}}` is no placeholder, write a field's name and a spec of `format!`, as in `{{key}}` or `{{size:>8}}`")
        })?;
        let field = find(name)?;
        let position = self.position(&field);
        self.shown.push((field, spec.shown_by));
        let mut numbered = spec.flags.to_owned();
        for (count, sign) in [(spec.width, ""), (spec.precision, ".")] {
            numbered.push_str(if count.is_some() { sign } else { "" });
            match count {
                Some(Count::Number(number)) => numbered.push_str(number),
                Some(Count::Field(name)) => {
                    let field = find(name)?;
                    let _ = write!(numbered, "{}$", self.position(&field));
                }
                None => {}
            }
        }
        let colon = if numbered.is_empty() && spec.letters.is_empty() { "" } else { ":" };
        let _ = write!(self.format, "{{{position}{colon}{numbered}{}}}", spec.letters);
        Ok(())
    }

    /// Where `field` stands among the arguments.
    fn position(&mut self, field: &Field<'a>) -> usize {
        self.arguments.iter().position(|argument| argument.index == field.index).unwrap_or_else(|| {
            self.arguments.push(field.clone());
            self.arguments.len() - 1
        })
    }
}

/// What to say of a brace that has no partner.
fn unpaired(text: &str) -> &'static str {
    if text.starts_with('{') {
        "a `{` is not closed, write `}` behind it, or `{{` to show it"
    } else {
        "a `}` closes nothing, write `}}` to show it"
    }
}

/// What stands behind the colon: `[[fill]align][sign]['#']['0'][width]['.' precision][type]`.
struct Spec<'t> {
    /// Fill, alignment, sign, `#` and `0`.
    flags: &'t str,
    width: Option<Count<'t>>,
    precision: Option<Count<'t>>,
    letters: &'t str,
    shown_by: &'static str,
}

enum Count<'t> {
    Number(&'t str),
    /// `name$`: the number is a field's.
    Field(&'t str),
}

/// The trait that the letters of a spec stand for.
fn shown_by(letters: &str) -> Option<&'static str> {
    Some(match letters {
        "" => "Display",
        "?" | "x?" | "X?" => "Debug",
        "x" => "LowerHex",
        "X" => "UpperHex",
        "o" => "Octal",
        "b" => "Binary",
        "e" => "LowerExp",
        "E" => "UpperExp",
        _ => return None,
    })
}

impl<'t> Spec<'t> {
    fn parse(spec: &'t str) -> Option<Self> {
        let is_align = |c: char| matches!(c, '<' | '^' | '>');
        let mut chars = spec.chars();
        let mut rest = match (chars.next(), chars.next()) {
            (Some(_), Some(second)) if is_align(second) => chars.as_str(),
            (Some(first), _) if is_align(first) => spec.split_at(1).1,
            _ => spec,
        };
        rest = rest.strip_prefix(['+', '-']).unwrap_or(rest);
        rest = rest.strip_prefix('#').unwrap_or(rest);
        if !rest.starts_with("0$") {
            rest = rest.strip_prefix('0').unwrap_or(rest);
        }
        let flags = spec.strip_suffix(rest)?;
        let (width, mut rest) = Count::parse(rest);
        let mut precision = None;
        if let Some(behind) = rest.strip_prefix('.') {
            (precision, rest) = Count::parse(behind);
            precision.as_ref()?;
        }
        Some(Self { flags, width, precision, letters: rest, shown_by: shown_by(rest)? })
    }
}

impl<'t> Count<'t> {
    /// The count that `text` begins with, and what follows it.
    fn parse(text: &'t str) -> (Option<Self>, &'t str) {
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        let (name, after) = text.split_at(text.find(|c| !is_name(c)).unwrap_or(text.len()));
        if let Some(after) = after.strip_prefix('$').filter(|_| !name.is_empty()) {
            return (Some(Self::Field(name)), after);
        }
        let (digits, after) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
        (Some(Self::Number(digits)).filter(|_| !digits.is_empty()), after)
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;
    use syn::{Member, Type, parse_quote};

    use super::Template;
    use crate::model::Field;
    use crate::value::Text;

    fn parse(text: &str) -> Result<(String, Option<String>, Vec<&'static str>), String> {
        let ty: Type = parse_quote!(u8);
        let text = Text { value: text.to_owned(), span: Span::call_site() };
        let find = |name: &str| match ["key", "size"].iter().position(|field| *field == name) {
            Some(index) => Ok(Field { index, member: Member::from(index), ty: &ty }),
            None => Err(format!("no {name}")),
        };
        let template = Template::parse(&text, &find).map_err(|mistakes| mistakes.join(" | "))?;
        Ok((template.format, template.plain, template.shown.iter().map(|(_, shown_by)| *shown_by).collect()))
    }

    #[test]
    fn placeholders_are_numbered_and_their_specs_kept() {
        for (text, format, traits) in [
            ("{key}", "{0}", vec!["Display"]),
            ("{size} {key} {size:?}", "{0} {1} {0:?}", vec!["Display", "Display", "Debug"]),
            ("{{{key}}}", "{{{0}}}", vec!["Display"]),
            ("{size:*>+#010.3x}", "{0:*>+#010.3x}", vec!["LowerHex"]),
            ("{key:^size$}", "{0:^1$}", vec!["Display"]),
            ("{key:.size$}", "{0:.1$}", vec!["Display"]),
            ("{key:#?}", "{0:#?}", vec!["Debug"]),
            ("{ key : >4 }", "{0: >4}", vec!["Display"]),
        ] {
            assert_eq!(parse(text), Ok((format.to_owned(), None, traits)), "{text}");
        }
    }

    #[test]
    fn a_text_without_placeholders_is_plain() {
        assert_eq!(parse("a {{b}} c"), Ok(("a {{b}} c".into(), Some("a {b} c".into()), vec![])));
        assert_eq!(parse(""), Ok((String::new(), Some(String::new()), vec![])));
    }

    #[test]
    fn every_mistake_is_told_once() {
        for (text, expected) in [
            ("{a} {key} {b:?} {a}", "no a | no b"),
            (
                "{a:width$} {key:width$} {",
                "no a | no width | a `{` is not closed, write `}` behind it, or `{{` to show it",
            ),
            ("} {a}", "a `}` closes nothing, write `}}` to show it"),
        ] {
            assert_eq!(parse(text).unwrap_err(), expected);
        }
    }

    #[test]
    fn what_is_no_placeholder_is_refused() {
        for (text, part) in [
            ("{}", "names its field"),
            ("{:?}", "names its field"),
            ("{other}", "no other"),
            ("{key", "is not closed"),
            ("key}", "closes nothing"),
            ("{key:q}", "is no placeholder"),
            ("{key:.*}", "is no placeholder"),
            ("{key:width$}", "no width"),
        ] {
            let message = parse(text).unwrap_err();
            assert!(message.contains(part), "{text}: {message}");
        }
    }
}
