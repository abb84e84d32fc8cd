#!/usr/bin/env python3
"""What s3err adds to a program: the length of a stripped release build with one thing, less that without it. Fails above
600 bytes a variant, and above 100 KB for `StandardError`."""

import os
import pathlib
import subprocess
import sys
import tempfile

MOST_A_VARIANT = 600
MOST_FOR_STANDARD_ERROR = 100_000
VARIANTS = 100
root = pathlib.Path(__file__).resolve().parent.parent
# One in four has two details, as in a server's enum.
CODES = ["AccessDenied", "BucketNotEmpty", "SlowDown", "NoSuchKey"]

# All that is done with an error of one's own: it is read, sent and logged.
OWN = """
use s3err_core::{ErrorDocument, RequestContext, RequestId, S3Error};

#[derive(Debug, S3Error)]
#[s3(decode)]
enum Error {
%s}

fn main() {
    let body = std::env::args().nth(1).unwrap_or_default();
    let document = ErrorDocument::parse(body.as_bytes()).expect("a document");
    %s
    let error = Error::try_from(document).expect("an error");
    let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
    println!("{:?} {} {}", error.to_response(&context), error.to_xml(&context), error.to_log_record(&context));
}
"""

# The same, and a program that asks the catalogue for a code and sends what it finds.
STANDARD = """
    let standard: s3err_core::StandardError = document.code().parse().expect("a code");
    let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
    println!("{} {} {:?}", document.status(), standard.to_xml(&context), standard.to_response(&context));
"""


def variant(n):
    code = CODES[n % 4]
    fields = " { #[s3(detail)] key: String, #[s3(detail)] number: u64 }" if code == "NoSuchKey" else ""
    # Apart by a detail of each: `decode` rejects what it cannot tell apart.
    own = f" {{ #[s3(detail = \"Detail{n}\")] own: String }}" if not fields else fields.replace("key:", f"key{n}:")
    return f'    #[s3(code = "{code}")]\n    V{n}{own},\n'


def own(variants, more=""):
    return OWN % ("".join(variant(n) for n in range(variants)), more)


def lengths(programs):
    """The length of each program, stripped."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        (folder / "src" / "bin").mkdir(parents=True)
        for name, source in programs.items():
            (folder / "src" / "bin" / f"{name}.rs").write_text(source)
        (folder / "Cargo.toml").write_text(
            '[package]\nname = "size"\nversion = "0.0.0"\nedition = "2024"\n'
            f'[dependencies]\ns3err-core = {{ path = "{root / "s3err-core"}" }}\n'
            "[profile.release]\nstrip = true\n[workspace]\n"
        )
        environment = dict(os.environ, RUSTFLAGS="", CARGO_TARGET_DIR=str(folder / "target"))
        subprocess.run(["cargo", "build", "--quiet", "--release"], cwd=folder, check=True, env=environment)
        return {name: (folder / "target" / "release" / name).stat().st_size for name in programs}


found = lengths({"one": own(1), "many": own(VARIANTS), "standard": own(1, STANDARD)})
variant_adds = (found["many"] - found["one"]) / (VARIANTS - 1)
standard_adds = found["standard"] - found["one"]
print(f"a program with one variant: {found['one']:,} bytes")
print(f"a variant: {variant_adds:.0f} bytes, {MOST_A_VARIANT} at most")
print(f"`StandardError`: {standard_adds:,} bytes, {MOST_FOR_STANDARD_ERROR:,} at most")
sys.exit(variant_adds > MOST_A_VARIANT or standard_adds > MOST_FOR_STANDARD_ERROR)
