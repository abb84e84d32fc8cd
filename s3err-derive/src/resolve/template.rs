//! Strings with placeholders: `"the tenant {tenant} of {0:?}"`.
//!
//! A placeholder names a field and may carry `format!`'s specs. All of it is resolved here, so that `format_args!` sees
//! positions only and can complain of nothing but a missing trait.

use std::fmt::Write as _;

use syn::LitStr;

use crate::model::{Argument, Field, Template};

/// A string of the user's, its placeholders resolved.
pub(super) enum Resolved {
    Plain(String),
    Formatted(Template),
}

/// A mistake in a string: the problem, and the help.
pub(super) type Mistake = (String, String);

/// Finds a field by its name, or says why it cannot be shown.
type Find<'f> = &'f dyn Fn(&str) -> Result<Field, Mistake>;

/// Resolves the placeholders of `literal`, whose fields `find` finds. The error is each of its mistakes once.
pub(super) fn resolve(literal: &LitStr, find: Find<'_>) -> Result<Resolved, Vec<Mistake>> {
    let text = literal.value();
    if !text.contains('{') && !text.contains('}') {
        return Ok(Resolved::Plain(text)); // as most are
    }
    let mut plain = String::new();
    let mut template =
        Template { text: text.clone(), span: literal.span(), format: String::new(), arguments: Vec::new() };
    let mut mistakes: Vec<Mistake> = Vec::new();
    let mut rest = text.as_str();
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
        let (result, after) = match from.strip_prefix('{').and_then(|inside| inside.split_once('}')) {
            Some((placeholder, after)) => (template.placeholder(placeholder, find), after),
            None => (Err(unpaired(from)), ""), // what comes after it may be inside it
        };
        mistakes.extend(result.err().filter(|mistake| !mistakes.contains(mistake)));
        rest = after;
    }
    template.format.push_str(rest);
    plain.push_str(rest);
    match mistakes.as_slice() {
        [] if template.arguments.is_empty() => Ok(Resolved::Plain(plain)),
        [] => Ok(Resolved::Formatted(template)),
        _ => Err(mistakes),
    }
}

impl Template {
    /// Appends `field` or `0`, or either with a spec after a colon.
    fn placeholder(&mut self, written: &str, find: Find<'_>) -> Result<(), Mistake> {
        let (name, spec) = written.split_once(':').unwrap_or((written, ""));
        let name = name.trim();
        if name.is_empty() {
            return Err(("a placeholder must name a field".to_owned(), "write `{key}` or `{0}`".to_owned()));
        }
        let spec = Spec::parse(spec.trim_end()).ok_or_else(|| {
            let help = "write a field's name and a spec of `format!`, as in `{key}` or `{size:>8}`";
            (format!("`{{{written}}}` is not a valid placeholder"), help.to_owned())
        })?;
        let position = self.position(find(name)?, Some(spec.shown_by));
        let mut numbered = spec.flags.to_owned();
        for (count, sign) in [(spec.width, ""), (spec.precision, ".")] {
            match count {
                Some(Count::Number(number)) if is_too_large(number) => {
                    let problem = format!("{number} is too large for a width or precision");
                    return Err((problem, format!("write {LARGEST_COUNT} at most")));
                }
                Some(Count::Number(number)) => numbered.extend([sign, number]),
                Some(Count::Field(name)) => {
                    let position = self.position(find(name)?, None);
                    let _ = write!(numbered, "{sign}{position}$");
                }
                None => {}
            }
        }
        let colon = if numbered.is_empty() && spec.letters.is_empty() { "" } else { ":" };
        let _ = write!(self.format, "{{{position}{colon}{numbered}{}}}", spec.letters);
        Ok(())
    }

    /// The position of the argument that shows `field` by a trait, or that is a width or precision.
    fn position(&mut self, field: Field, shown_by: Option<&'static str>) -> usize {
        let is_it = |argument: &Argument| {
            argument.field.index == field.index && argument.shown_by.is_empty() == shown_by.is_none()
        };
        let position = self.arguments.iter().position(is_it).unwrap_or(self.arguments.len());
        match self.arguments.get_mut(position) {
            Some(argument) => {
                argument.shown_by.extend(shown_by.filter(|shown_by| !argument.shown_by.contains(shown_by)));
            }
            None => self.arguments.push(Argument { field, shown_by: shown_by.into_iter().collect() }),
        }
        position
    }
}

/// The mistake of a brace that has no partner.
fn unpaired(text: &str) -> Mistake {
    let (problem, help) = if text.starts_with('{') {
        ("a `{` is not closed", "write `}` after it, or `{{` for a brace in the string")
    } else {
        ("a `}` is not opened", "write `}}` for a brace in the string")
    };
    (problem.to_owned(), help.to_owned())
}

/// The part after the colon: `[[fill]align][sign]['#']['0'][width]['.' precision][type]`.
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

/// The largest width or precision. For one more the standard library panics where it shows a float in scientific
/// notation, and for any other it panics always. The runtime has the same limit to those that fields hold.
const LARGEST_COUNT: u16 = u16::MAX - 1;

/// Returns whether a number cannot be a width or a precision.
fn is_too_large(number: &str) -> bool {
    number.parse::<u16>().map_or(true, |number| number > LARGEST_COUNT)
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
        if let Some(after) = rest.strip_prefix('.') {
            (precision, rest) = Count::parse(after);
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
    use syn::{LitStr, Member, parse_quote};

    use super::{Resolved, resolve};
    use crate::model::Field;

    /// The string for `format_args!`, and its arguments with the traits that show them; nothing for a plain string.
    fn formatted(text: &str) -> Result<(String, Option<Vec<String>>), String> {
        let find = |name: &str| match ["key", "size"].iter().position(|field| *field == name) {
            Some(index) => Ok(Field { index, member: Member::from(index), ty: parse_quote!(u8) }),
            None => Err((format!("no {name}"), String::new())),
        };
        match resolve(&LitStr::new(text, Span::call_site()), &find) {
            Ok(Resolved::Plain(text)) => Ok((text, None)),
            Ok(Resolved::Formatted(template)) => {
                let arguments = template.arguments.iter();
                let shown =
                    arguments.map(|argument| format!("{}:{}", argument.field.index, argument.shown_by.join("+")));
                Ok((template.format, Some(shown.collect())))
            }
            Err(mistakes) => Err(mistakes.into_iter().map(|(problem, _)| problem).collect::<Vec<_>>().join(" | ")),
        }
    }

    #[test]
    fn placeholders_are_numbered_and_their_specs_kept() {
        for (text, format, arguments) in [
            ("{key}", "{0}", vec!["0:Display"]),
            ("{size} {key} {size:?}", "{0} {1} {0:?}", vec!["1:Display+Debug", "0:Display"]),
            ("{{{key}}}", "{{{0}}}", vec!["0:Display"]),
            ("{size:*>+#010.3x}", "{0:*>+#010.3x}", vec!["1:LowerHex"]),
            ("{key:^size$}", "{0:^1$}", vec!["0:Display", "1:"]),
            ("{key:.size$}", "{0:.1$}", vec!["0:Display", "1:"]),
            ("{size:size$}", "{0:1$}", vec!["1:Display", "1:"]),
            ("{key:#?}", "{0:#?}", vec!["0:Debug"]),
            ("{ key : >4 }", "{0: >4}", vec!["0:Display"]),
        ] {
            let arguments = arguments.into_iter().map(str::to_owned).collect();
            assert_eq!(formatted(text), Ok((format.to_owned(), Some(arguments))), "{text}");
        }
    }

    #[test]
    fn a_string_without_placeholders_is_plain() {
        assert_eq!(formatted("a {{b}} c"), Ok(("a {b} c".into(), None)));
        assert_eq!(formatted(""), Ok((String::new(), None)));
    }

    #[test]
    fn every_mistake_is_told_once() {
        for (text, expected) in [
            ("{a} {key} {b:?} {a}", "no a | no b"),
            ("{a:width$} {key:width$} {", "no a | no width | a `{` is not closed"),
            ("} {a}", "a `}` is not opened"),
        ] {
            assert_eq!(formatted(text).unwrap_err(), expected);
        }
    }

    #[test]
    fn an_invalid_placeholder_is_rejected() {
        for (text, part) in [
            ("{}", "must name a field"),
            ("{:?}", "must name a field"),
            ("{other}", "no other"),
            ("{key", "is not closed"),
            ("key}", "is not opened"),
            ("{key:q}", "is not a valid placeholder"),
            ("{key:.*}", "is not a valid placeholder"),
            ("{key:width$}", "no width"),
        ] {
            let message = formatted(text).unwrap_err();
            assert!(message.contains(part), "{text}: {message}");
        }
    }
}
