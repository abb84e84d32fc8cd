#!/usr/bin/env python3
"""What `StandardError` costs on a clean build: processor time of building s3err-core with the whole catalogue and with
the few codes that the runtime itself names, side by side, medians of nine, for the dev and release profiles."""

import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import tempfile

ROUNDS = 9
root = pathlib.Path(__file__).resolve().parent.parent


def tree(folder, few):
    """A copy of the two crates, its catalogue cut down where `few` asks for it."""
    for crate in ("s3err-core", "s3err-derive"):
        shutil.copytree(root / crate, folder / crate)
    manifest = (root / "Cargo.toml").read_text()
    (folder / "Cargo.toml").write_text(re.sub(r"members = .*", 'members = ["s3err-core", "s3err-derive"]', manifest))
    if few:
        source = "".join(path.read_text() for path in (root / "s3err-core" / "src").rglob("*.rs"))
        named = set(re.findall(r"StandardError::([A-Z]\w+)", source))
        table = folder / "s3err-derive" / "src" / "catalogue" / "table.rs"
        lines = table.read_text().splitlines(keepends=True)
        row = re.compile(r'    "([^ ]+) ')
        kept = [line for line in lines if not (m := row.match(line)) or m.group(1).replace(".", "") in named]
        table.write_text("".join(kept))


def build(folder, profile):
    """Seconds of processor time to build the runtime alone; its dependencies are there already."""
    os.utime(folder / "s3err-core" / "src" / "lib.rs")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = ["cargo", "build", "--quiet", "-p", "s3err-core", *profile]
    subprocess.run(command, cwd=folder, check=True, env=dict(os.environ, CARGO_INCREMENTAL="0"))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


with tempfile.TemporaryDirectory() as temporary:
    whole, few = pathlib.Path(temporary, "whole"), pathlib.Path(temporary, "few")
    tree(whole, few=False)
    tree(few, few=True)
    for name, profile in (("dev", []), ("release", ["--release"])):
        for folder in (whole, few):
            build(folder, profile)
        rounds = [(build(whole, profile), build(few, profile)) for _ in range(ROUNDS)]
        all_codes, few_codes = (statistics.median(times) for times in zip(*rounds))
        share = 100 * (all_codes - few_codes) / all_codes
        print(f"{name}: {all_codes:.2f} s with all codes, {few_codes:.2f} s with few: {share:.1f} % is StandardError's")
