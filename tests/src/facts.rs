//! The facts of the wire, as the repository keeps them in `data/`.

use std::path::Path;

/// A line of `recorded.tsv`: a response of S3's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The code; of a response without a body, the status as SDKs show it.
    pub code: String,
    /// The status, if it was recorded.
    pub status: Option<u16>,
    /// The message, which can be empty.
    pub message: String,
    /// The names of the details, sorted; without those of the ids.
    pub details: Vec<String>,
}

/// The recorded responses.
#[must_use]
pub fn recorded() -> Vec<Recorded> {
    let lines = include_str!("../data/recorded.tsv").lines().skip(1);
    let rows = lines.map(|line| {
        let cells: Vec<_> = line.split('\t').collect();
        let [code, status, message, details, _count, _source] = cells[..] else { panic!("six columns: {line}") };
        let given = |cell: &str| Some(cell.to_owned()).filter(|cell| cell != "None");
        let mut details: Vec<_> =
            details.split(',').filter(|name| !["", "HostId", "RequestId"].contains(name)).collect();
        details.sort_unstable();
        Recorded {
            code: code.to_owned(),
            status: given(status).map(|status| status.parse().unwrap()),
            message: given(message).unwrap_or_default(),
            details: details.into_iter().map(str::to_owned).collect(),
        }
    });
    rows.collect()
}

/// Messages that S3 sends instead of a code's usual one, from `messages.tsv`: the code and the message. `<...>` stands
/// for what varies. They were read from the sources of servers that are tested against S3, so nothing else of these
/// responses is known.
pub fn messages() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("../data/messages.tsv").lines().skip(1).map(|line| {
        let [code, message, _source] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns: {line}")
        };
        (code, message)
    })
}

/// A line of `errors.csv`: a code.
#[derive(Clone, Debug)]
pub struct Code {
    /// The code.
    pub code: String,
    /// The statuses that it is sent with, the usual one first.
    pub statuses: Vec<u16>,
    /// The side in SOAP's fault code, if known.
    pub fault: Option<String>,
    /// The retry class: `never`, `transient` or `throttling`. Empty where no status is known and S3 does not say.
    pub retry: String,
    /// The source of the retry class: `status`, `message`, `reference: ...` or `sdks: ...`.
    pub retry_source: String,
    /// The message on the wire, if known. `<...>` stands for what varies.
    pub message: String,
    /// The sets of details, each in wire order.
    pub shapes: Vec<Vec<String>>,
    /// The part of S3, or the service beside it, that it comes from.
    pub family: String,
    /// The sources of the row.
    pub sources: String,
    /// Anything else that is known.
    pub notes: String,
}

impl Code {
    /// Returns whether a message is known that S3 sends as it stands, though perhaps not with every request.
    #[must_use]
    pub fn has_message(&self) -> bool {
        !self.message.is_empty() && !self.message.contains('<')
    }

    /// Returns whether it is a code: one row is a slip of the documentation.
    #[must_use]
    pub fn is_a_code(&self) -> bool {
        self.code != "503 SlowDown"
    }

    /// The statuses that are an error's: a 200 belongs to the result of an asynchronous request.
    #[must_use]
    pub fn error_statuses(&self) -> Vec<u16> {
        self.statuses.iter().copied().filter(|status| *status >= 300).collect()
    }
}

/// All codes.
#[must_use]
pub fn codes() -> Vec<Code> {
    let codes = csv(include_str!("../data/errors.csv")).map(|cells| {
        let [code, _, statuses, fault, retry, retry_source, message, details, _headers, family, sources, notes] =
            &cells[..]
        else {
            panic!("twelve columns: {cells:?}")
        };
        let list = |cell: &str| -> Vec<String> {
            cell.split(';').filter(|name| !name.is_empty()).map(str::to_owned).collect()
        };
        Code {
            code: code.clone(),
            statuses: list(statuses).iter().map(|status| status.parse().unwrap()).collect(),
            fault: Some(fault.clone()).filter(|fault| !fault.is_empty()),
            retry: retry.clone(),
            retry_source: retry_source.clone(),
            message: message.clone(),
            shapes: details.split(" | ").map(list).filter(|shape| !shape.is_empty()).collect(),
            family: family.clone(),
            sources: sources.clone(),
            notes: notes.clone(),
        }
    });
    codes.collect()
}

/// The wrong spellings of codes that are known.
#[must_use]
pub fn aliases() -> Vec<String> {
    csv(include_str!("../data/aliases.csv")).map(|cells| cells[0].clone()).collect()
}

/// The names of the recorded documents, sorted.
#[must_use]
pub fn sample_names() -> Vec<String> {
    let files = std::fs::read_dir(samples()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = files.filter_map(|file| file.strip_suffix(".xml").map(str::to_owned)).collect();
    names.sort_unstable();
    names
}

/// A recorded document.
#[must_use]
pub fn sample(name: &str) -> String {
    std::fs::read_to_string(samples().join(name).with_extension("xml")).unwrap()
}

/// The status that a recorded document came with.
#[must_use]
pub fn sample_status(name: &str) -> u16 {
    let sources = std::fs::read_to_string(samples().join("sources.txt")).unwrap();
    let heading = format!("{name}.xml");
    let status = sources.lines().skip_while(|line| *line != heading).find_map(|line| line.strip_prefix("  status: "));
    status
        .and_then(|status| status.split(' ').next())
        .unwrap_or_else(|| panic!("{name} in sources.txt"))
        .parse()
        .unwrap()
}

fn samples() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data/samples"))
}

/// The rows of a CSV file, without the heading.
fn csv(text: &str) -> impl Iterator<Item = Vec<String>> {
    let rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize();
    rows.map(Result::unwrap)
}
