//! Every two attributes of the table in one type: which pairs are rejected, and programs for all others.
//!
//! The types are written to `tests/tests/pairs`, where they are compiled and run. `S3ERR_BLESS=1` writes them anew;
//! read what has changed. A new attribute needs its sample in `Sample::add` or `Field::add`, and nothing else.

use std::path::Path;
use std::{env, fs};

use syn::DeriveInput;

use super::rejections::errors;
use crate::attr::table::{Place, all};
use crate::derive::derive;

/// The details of `NoSuchVersion`, the code of all samples.
const NAMES: [&str; 2] = ["Key", "VersionId"];

/// An attribute at one of its places. Those in parentheses have the attribute that the parentheses belong to.
#[derive(Clone, Copy)]
struct Use {
    place: Place,
    name: &'static str,
    parent: &'static str,
}

/// In the packaged crate, which is alone, there is no place for the programs.
#[test]
fn every_pair_of_attributes_is_rejected_or_has_its_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/tests/pairs");
    if !folder.exists() {
        return;
    }
    let (types, rejected) = programs();
    assert!(types.lines().count() > 300);
    for (file, expected) in [("types.rs", types), ("rejected.txt", rejected)] {
        let file = folder.join(file);
        if fs::read_to_string(&file).ok().as_ref() == Some(&expected) {
            continue;
        }
        assert!(env::var_os("S3ERR_BLESS").is_some(), "`S3ERR_BLESS=1` writes {} anew", file.display());
        fs::write(file, expected).unwrap();
    }
}

/// The accepted types, and the rejected pairs, a line each.
fn programs() -> (String, String) {
    let (accepted, rejected): (Vec<_>, Vec<_>) = samples().into_iter().partition(|(_, sample)| sample.is_accepted());
    let types = accepted.iter().map(|(title, sample)| sample.line(title)).collect();
    (types, rejected.into_iter().map(|(title, _)| title + "\n").collect())
}

/// A sample for each pair, with the pair's name.
fn samples() -> Vec<(String, Sample)> {
    let mut samples = Vec::new();
    let (of_enums, of_structs) = (uses(&[Place::Enum, Place::Variant]), uses(&[Place::Struct]));
    let of_fields = uses(&[Place::Field, Place::Exposed, Place::Log]);
    for (is_struct, uses) in [(false, [of_enums, of_fields].concat()), (true, of_structs)] {
        for (index, first) in uses.iter().enumerate() {
            for second in &uses[index + 1..] {
                let title = format!("{}_and_{}", first.title(), second.title());
                let both_on_fields = [first, second].iter().all(|used| used.is_on_a_field());
                samples.push((title.clone(), Sample::of(is_struct, [*first, *second], false)));
                if both_on_fields && first.suits(*second) {
                    samples.push((format!("{title}_of_one_field"), Sample::of(is_struct, [*first, *second], true)));
                }
            }
        }
    }
    samples
}

/// The attributes of these places.
fn uses(places: &[Place]) -> Vec<Use> {
    let mut uses = Vec::new();
    for attr in all() {
        for place in attr.places.iter().filter(|place| places.contains(place)) {
            let parents: &[&str] = match (place, attr.name) {
                (Place::Exposed, "name") => &["detail"], // a header has none without
                (Place::Exposed, _) => &["detail", "header"],
                (Place::Log, _) => &["log"],
                _ => &[""],
            };
            uses.extend(parents.iter().map(|parent| Use { place: *place, name: attr.name, parent }));
        }
    }
    uses
}

impl Use {
    fn is_on_a_field(self) -> bool {
        matches!(self.place, Place::Field | Place::Exposed | Place::Log)
    }

    fn title(self) -> String {
        match self.place {
            Place::Exposed | Place::Log => format!("{}_with_{}", self.parent, self.name),
            place => format!("{}_on_{}", self.name, place.name().replace(' ', "_")),
        }
    }

    /// No field is both a wait and an error.
    fn suits(self, other: Self) -> bool {
        let is_error = |used: Self| matches!(used.name, "source" | "from");
        !(self.name == "retry_after" && is_error(other) || other.name == "retry_after" && is_error(self))
    }
}

/// A type that shows two attributes, and what must hold for its error.
#[derive(Default)]
struct Sample {
    is_struct: bool,
    has_another_name: bool,
    of_type: Vec<String>,
    of_error: Vec<String>,
    fields: Vec<Field>,
    effects: Vec<String>,
    names: usize,
}

/// A field, and what its attributes make of it.
#[derive(Default)]
struct Field {
    detail: Option<Exposed>,
    header: Option<Exposed>,
    log: Option<bool>,
    flags: Vec<&'static str>,
    /// Type and value, where attributes of the error ask for them.
    given: Option<(&'static str, &'static str)>,
}

/// The parentheses of `detail` and `header`.
#[derive(Default)]
struct Exposed {
    with: bool,
    parse: bool,
}

impl Sample {
    fn of(is_struct: bool, uses: [Use; 2], in_one_field: bool) -> Self {
        let mut sample = Self { is_struct, has_another_name: is_struct, ..Self::default() };
        for used in uses {
            if !used.is_on_a_field() {
                sample.add(used);
                continue;
            }
            if !in_one_field || sample.fields.is_empty() {
                sample.fields.push(Field::default());
            }
            sample.fields.iter_mut().last().unwrap().add(used);
        }
        sample.complete();
        sample
    }

    /// Adds an attribute of the type or of the error.
    fn add(&mut self, used: Use) {
        match (used.place, used.name) {
            (_, "crate") => self.of_type("crate = ::s3err_core"),
            (_, "display" | "decode" | "strict") => self.of_type(used.name),
            (Place::Enum, "message") => self.of_type("message = display"),
            (_, "default") => {
                self.has_another_name = true;
                self.of_type("default = \"NoSuchVersion\"");
            }
            (_, "code") => {
                self.has_another_name = true;
                self.of_error("code = \"NoSuchVersion\"", "");
            }
            (_, "status") => self.of_error("status = 404", "Status(404)"),
            (_, "custom") => self.of_error("custom", ""),
            (_, "close") => self.of_error("close", "Header(\"connection\", \"close\")"),
            (_, "message") => {
                let field = self.field("String", "text(\"said\")");
                self.of_error(&format!("message = \"m {{{field}}}\""), "Message(\"m said\")");
            }
            (_, "fault") => self.of_error("fault = server", "Side(Fault::Server)"),
            (_, "retry") => self.of_error("retry = transient", "Class(RetryClass::Transient)"),
            (_, "header") => {
                let field = self.field("String", "text(\"sent\")");
                self.of_error(
                    &format!("header(\"x-amz-meta-h\", \"h {{{field}}}\")"),
                    "Header(\"x-amz-meta-h\", \"h sent\")",
                );
            }
            (_, "detail") => {
                let name = self.next_name();
                self.of_error(&format!("detail(\"{name}\", \"fixed\")"), &format!("Detail(\"{name}\", \"fixed\")"));
            }
            (_, "retry_after") => self.of_error("retry_after = 5", "Header(\"retry-after\", \"5\")"),
            (_, "transparent") => {
                self.field("StandardError", "StandardError::NoSuchVersion");
                self.of_error("transparent", "");
            }
            (_, "via") => {
                self.field("Disk", "Disk(7)");
                self.of_error("via = via", "");
            }
            (_, "other") => {
                self.field("ErrorDocument", "ErrorDocument::new(StandardError::NoSuchVersion)");
                self.of_error("other", "");
            }
            (_, name) => panic!("{name} has no sample"),
        }
    }

    fn of_type(&mut self, attribute: &str) {
        self.of_type.push(attribute.to_owned());
    }

    fn of_error(&mut self, attribute: &str, effect: &str) {
        self.of_error.push(attribute.to_owned());
        self.effects.extend(Some(effect.to_owned()).filter(|effect| !effect.is_empty()));
    }

    /// A field without an attribute, by its name.
    fn field(&mut self, given: &'static str, value: &'static str) -> String {
        self.fields.push(Field { given: Some((given, value)), ..Field::default() });
        format!("f{}", self.fields.len() - 1)
    }

    fn next_name(&mut self) -> &'static str {
        self.names += 1;
        NAMES.get(self.names - 1).unwrap()
    }

    fn has(&self, attribute: &str) -> bool {
        [&self.of_type, &self.of_error].into_iter().flatten().any(|known| {
            known.strip_prefix(attribute).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '(']))
        })
    }

    /// Adds what the two attributes ask for.
    fn complete(&mut self) {
        let custom = self.has("custom");
        let code = if custom && !self.has("code") { "Mine" } else { "NoSuchVersion" };
        let delegates = ["transparent", "via", "other"].iter().any(|name| self.has(name));
        for (is_missing, attribute) in [
            (custom && !self.has("code"), "code = \"Mine\""),
            (self.is_struct && !custom && !delegates && !self.has("code"), "code = \"NoSuchVersion\""),
            (custom && !self.has("status"), "status = 404"),
            (custom && !self.of_error.iter().any(|known| known.starts_with("message")), "message = \"m\""),
        ] {
            if is_missing {
                self.of_error(attribute, "");
            }
        }
        self.effects.push(format!("Code(\"{code}\")"));
        let parses = |field: &Field| [&field.detail, &field.header].into_iter().flatten().any(|exposed| exposed.parse);
        if !self.has("decode") && (self.has("other") || self.fields.iter().any(parses)) {
            self.of_type("decode");
        }
        let decode = self.has("decode");
        for index in 0..self.fields.len() {
            self.fields.get_mut(index).unwrap().complete(decode);
            if self.fields.get(index).is_some_and(|field| field.detail.is_some()) {
                let name = self.next_name();
                self.effects.extend(self.fields.get(index).unwrap().detail_effect(index, name));
            }
            self.effects.extend(self.fields.get(index).unwrap().effects(index));
        }
        if self.has("strict") && !custom && !delegates {
            while self.names < NAMES.len() {
                self.fields.push(Field { detail: Some(Exposed::default()), ..Field::default() });
                self.next_name();
            }
        }
    }

    /// The type.
    fn declaration(&self) -> String {
        let attributes = |attributes: &[String]| match attributes.join(", ") {
            none if none.is_empty() => none,
            some => format!("#[s3({some})] "),
        };
        let fixed = self.of_error.iter().filter(|attribute| attribute.starts_with("detail(")).count();
        let mut names = NAMES.iter().skip(fixed);
        let fields = self.fields.iter().enumerate().map(|(index, field)| {
            let name = if field.detail.is_some() { names.next().copied().unwrap_or_default() } else { "" };
            format!("{}f{index}: {}", attributes(&field.attributes(index, name)), field.value(index).0)
        });
        let fields = match fields.collect::<Vec<_>>().join(", ") {
            none if none.is_empty() => none,
            some => format!(" {{ {some} }}"),
        };
        let (of_type, of_error) = (attributes(&self.of_type), attributes(&self.of_error));
        if self.is_struct {
            let end = if fields.is_empty() { ";" } else { "" };
            return format!("{of_type}{of_error}struct Type{fields}{end}");
        }
        format!("{of_type}enum Type {{ {of_error}{}{fields}, SlowDown }}", self.variant())
    }

    fn variant(&self) -> &'static str {
        if self.has_another_name { "Named" } else { "NoSuchVersion" }
    }

    fn is_accepted(&self) -> bool {
        let declaration = self.declaration();
        let input: DeriveInput = syn::parse_str(&declaration).unwrap_or_else(|error| panic!("{error}: {declaration}"));
        let mut messages = Vec::new();
        errors(derive(&input), &mut messages);
        messages.is_empty()
    }

    /// The line of the pair.
    fn line(&self, title: &str) -> String {
        let values = self.fields.iter().enumerate().map(|(index, field)| format!("f{index}: {}", field.value(index).1));
        let values = match values.collect::<Vec<_>>().join(", ") {
            none if none.is_empty() => none,
            some => format!(" {{ {some} }}"),
        };
        let path = if self.is_struct { "Type".to_owned() } else { format!("Type::{}", self.variant()) };
        let display = if self.has("message = display") && !self.has("display") { " display!();" } else { "" };
        // Who classifies an error cannot make it from a document.
        let read = if self.has("decode") && !self.has("via") { " read" } else { "" };
        let (declaration, effects) = (self.declaration(), self.effects.join(", "));
        format!("pair!({title} {{ {declaration}{display} }} {path}{values}; {effects};{read});\n")
    }
}

impl Field {
    fn add(&mut self, used: Use) {
        match (used.parent, used.name) {
            ("detail", "with") => self.detail.get_or_insert_default().with = true,
            ("detail", "parse") => self.detail.get_or_insert_default().parse = true,
            ("header", "with") => self.header.get_or_insert_default().with = true,
            ("header", "parse") => self.header.get_or_insert_default().parse = true,
            ("log", "with") => self.log = Some(true),
            ("detail", "name") | ("", "detail") => _ = self.detail.get_or_insert_default(),
            ("", "header") => _ = self.header.get_or_insert_default(),
            ("", "log") => _ = self.log.get_or_insert_default(),
            ("", "retry_after" | "source" | "from" | "sensitive") => self.flags.push(used.name),
            (_, name) => panic!("{name} has no sample"),
        }
    }

    fn is(&self, flags: &[&str]) -> bool {
        self.flags.iter().any(|flag| flags.contains(flag))
    }

    /// Adds what the attributes ask for: a wait has no `Display`, and what is written by a function is read by one.
    fn complete(&mut self, decode: bool) {
        if self.is(&["sensitive"]) && self.detail.is_none() && self.header.is_none() && self.log.is_none() {
            self.detail = Some(Exposed::default());
        }
        let wait = self.is(&["retry_after"]);
        for exposed in [&mut self.detail, &mut self.header].into_iter().flatten() {
            exposed.with |= wait;
            exposed.parse |= exposed.with && decode;
        }
        if wait {
            self.log = self.log.map(|_| true);
        }
    }

    /// Type and value.
    fn value(&self, index: usize) -> (&'static str, String) {
        match self.given {
            Some((given, value)) => (given, value.to_owned()),
            None if self.is(&["retry_after"]) => ("Duration", "Duration::from_millis(1500)".to_owned()),
            None if self.is(&["source", "from"]) => ("Disk", "Disk(7)".to_owned()),
            None => ("String", format!("text(\"v{index}\")")),
        }
    }

    /// The value as a string.
    fn shown(&self, index: usize, with: bool) -> String {
        let shown = match self.value(index).0 {
            "Duration" => "1500 ms".to_owned(),
            "Disk" => "disk 7".to_owned(),
            _ => format!("v{index}"),
        };
        if with { format!("<{shown}>") } else { shown }
    }

    fn attributes(&self, index: usize, name: &str) -> Vec<String> {
        let functions = |exposed: &Exposed| {
            let parts = [(exposed.with, ", with = shown"), (exposed.parse, ", parse = parsed")];
            parts.iter().filter(|(given, _)| *given).map(|(_, part)| *part).collect::<String>()
        };
        let detail = self.detail.iter().map(|detail| format!("detail(name = \"{name}\"{})", functions(detail)));
        let header =
            self.header.iter().map(|header| format!("header(name = \"x-amz-meta-{index}\"{})", functions(header)));
        let log = self.log.iter().map(|with| if *with { "log(with = shown)" } else { "log" }.to_owned());
        detail.chain(header).chain(log).chain(self.flags.iter().map(|flag| (*flag).to_owned())).collect()
    }

    fn detail_effect(&self, index: usize, name: &str) -> Option<String> {
        self.detail.as_ref().map(|detail| format!("Detail(\"{name}\", \"{}\")", self.shown(index, detail.with)))
    }

    fn effects(&self, index: usize) -> Vec<String> {
        let header = self
            .header
            .iter()
            .map(|header| format!("Header(\"x-amz-meta-{index}\", \"{}\")", self.shown(index, header.with)));
        let log = self.log.iter().map(|with| format!("Logged(\"{}\")", self.shown(index, *with)));
        let flags = self.flags.iter().map(|flag| match *flag {
            "retry_after" => "Header(\"retry-after\", \"2\")".to_owned(),
            "sensitive" => format!("NotLogged(\"{}\")", self.shown(index, false)),
            _ => "Logged(\"disk 7\")".to_owned(),
        });
        header.chain(log).chain(flags).collect()
    }
}
