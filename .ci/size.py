#!/usr/bin/env python3
"""What a variant costs in machine code: `.text` of a release build with 100 variants less that with one, with all that is
done with an error. Fails above 0.3 KB a variant."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

MOST = 0.3 * 1024
VARIANTS = 100
root = pathlib.Path(__file__).resolve().parent.parent
# One in four has two details, as in a server's enum.
CODES = ["AccessDenied", "BucketNotEmpty", "SlowDown", "NoSuchKey"]

MAIN = """
use s3err_core::{ErrorDocument, RequestContext, RequestId, S3Error};

#[derive(Debug, S3Error)]
#[s3(decode)]
enum Error {
%s}

fn main() {
    let body = std::env::args().nth(1).unwrap_or_default();
    let document = ErrorDocument::parse(body.as_bytes()).expect("a document");
    let error = Error::try_from(document).expect("an error");
    let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
    println!("{:?} {} {}", error.to_response(&context), error.to_xml(&context), error.to_log_record(&context));
}
"""


def variant(n):
    code = CODES[n % 4]
    fields = " { #[s3(detail)] key: String, #[s3(detail)] number: u64 }" if code == "NoSuchKey" else ""
    # Apart by a detail of each: `decode` rejects what it cannot tell apart.
    own = f" {{ #[s3(detail = \"Detail{n}\")] own: String }}" if not fields else fields.replace("key:", f"key{n}:")
    return f'    #[s3(code = "{code}")]\n    V{n}{own},\n'


def text(folder, variants):
    (folder / "src").mkdir(exist_ok=True)
    (folder / "src" / "main.rs").write_text(MAIN % "".join(variant(n) for n in range(variants)))
    (folder / "Cargo.toml").write_text(
        '[package]\nname = "size"\nversion = "0.0.0"\nedition = "2024"\n'
        f'[dependencies]\ns3err-core = {{ path = "{root / "s3err-core"}" }}\n[workspace]\n'
    )
    environment = dict(os.environ, RUSTFLAGS="", CARGO_TARGET_DIR=str(folder / "target"))
    subprocess.run(["cargo", "build", "--quiet", "--release"], cwd=folder, check=True, env=environment)
    sections = subprocess.run(["size", "-A", folder / "target" / "release" / "size"], check=True, capture_output=True, text=True)
    return next(int(line.split()[1]) for line in sections.stdout.splitlines() if line.startswith(".text"))


if not shutil.which("size"):
    print("SKIPPED: `size` of binutils is not there")
    sys.exit(1 if os.environ.get("CI") == "true" else 0)
with tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary)
    one, many = text(folder, 1), text(folder, VARIANTS)
each = (many - one) / (VARIANTS - 1)
print(f"machine code: {one:,} bytes with one variant, {many:,} with {VARIANTS}: {each:.0f} bytes a variant, {MOST:.0f} at most")
sys.exit(each > MOST)
