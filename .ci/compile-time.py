#!/usr/bin/env python3
"""What the derive costs to compile, side by side with thiserror in one run.

Enums of 10, 100 and 1,000 variants, without fields and with two each, in a crate that has nothing else: microseconds a
variant over the same enum without the derive, in a crate that loads the same dependency, of processor time, medians; what
loading the dependency costs, whatever the enum; then a clean build of the smallest user crate, wall and processor time,
medians of five. Prints tables. Arguments: `--quick` for a single round of everything.
"""

import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 1 if "--quick" in sys.argv else 5
BUILDS = 1 if "--quick" in sys.argv else 5
SIZES = (10, 100, 1000)
root = pathlib.Path(__file__).resolve().parent.parent
core = root / "s3err-core"

DEPENDENCIES = {
    "plain": "",
    "thiserror": 'thiserror = "2"',
    "s3err": f's3err-core = {{ path = "{core}" }}',
}
DERIVES = {"thiserror": "thiserror::Error", "s3err": "s3err_core::S3Error"}
LOADS = {"plain": "", "thiserror": "use thiserror as _;", "s3err": "use s3err_core as _;"}


def variant(number, kind, fields):
    """One variant: the same data and the same message for all."""
    if kind == "thiserror":
        attribute, mark = f'#[error("the message of number {number}")]', ""
    elif kind == "s3err":
        attribute = f'#[s3(code = "Code{number}", status = 400, message = "the message of number {number}")]'
        mark = "#[s3(detail)] "
    else:
        attribute, mark = "", ""
    if fields and kind == "thiserror":
        # What is shown to the user costs its share here as there.
        attribute = f'#[error("the message of number {number}: {{key}} {{size}}")]'
    body = f" {{ {mark}key: String, {mark}size: u64 }}" if fields else ""
    return f"    {attribute}\n    V{number}{body},\n"


def write(folder, kind, count, fields, derived):
    variants = "".join(variant(number, kind if derived else "plain", fields) for number in range(count))
    derives = f"#[derive(Debug, {DERIVES[kind]})]" if derived else "#[derive(Debug)]"
    source = f"#![allow(dead_code)]\n{LOADS[kind]}\n{derives}\npub enum E {{\n{variants}}}\n"
    (folder / "src" / "lib.rs").write_text(source)


def crate(parent, kind):
    folder = pathlib.Path(parent, kind)
    (folder / "src").mkdir(parents=True)
    manifest = f'[package]\nname = "{kind}-user"\nversion = "0.0.0"\nedition = "2024"\n[dependencies]\n{DEPENDENCIES[kind]}\n[workspace]\n'
    (folder / "Cargo.toml").write_text(manifest)
    return folder


def cargo(folder, *arguments):
    """Wall and processor seconds of a run of cargo."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(["cargo", *arguments, "--quiet"], cwd=folder, check=True, env=dict(os.environ, CARGO_INCREMENTAL="0", CARGO_TARGET_DIR=str(folder / "target")))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - start, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def median(folder, command, count, fields):
    """Median seconds of processor time with and without the derive, both measured in turns."""
    kind = folder.name
    times = {True: [], False: []}
    for turn in range(ROUNDS + 1):
        for derived in times:
            write(folder, kind, count, fields, derived)
            seconds = cargo(folder, *command)[1]
            if turn:  # the first fetches and builds what is needed
                times[derived].append(seconds)
    return {derived: statistics.median(values) for derived, values in times.items()}


def of_a_variant(folders, command):
    print(f"\n`cargo {' '.join(command)}`, microseconds of processor time a variant, over the enum without the derive:\n")
    print("| variants | fields | thiserror | s3err | ratio |\n|---|---|---|---|---|")
    for fields in (False, True):
        totals = {}
        for count in SIZES:
            middle = {kind: median(folders[kind], command, count, fields) for kind in DERIVES}
            totals[count] = {kind: 1e6 * (times[True] - times[False]) for kind, times in middle.items()}
            row(count, fields, {kind: total / count for kind, total in totals[count].items()})
        # What a type costs, however many variants it has, is in the rows above, and not in this.
        fewer, more = SIZES[-2:]
        further = {kind: (total - totals[fewer][kind]) / (more - fewer) for kind, total in totals[more].items()}
        row(f"each from {fewer} to {more}", fields, further)


def loading(folders, command):
    times = {kind: [] for kind in folders}
    for turn in range(ROUNDS + 1):
        for kind, folder in folders.items():
            write(folder, kind, 1, False, False)
            seconds = cargo(folder, *command)[1]
            if turn:
                times[kind].append(seconds)
    middle = {kind: statistics.median(values) for kind, values in times.items()}
    cost = [f"{1e3 * (middle[kind] - middle['plain']):.0f} ms for {kind}" for kind in DERIVES]
    print(f"\nThe dependency, loaded and not used: {', '.join(cost)}.")


def row(variants, fields, cost):
    ratio = f"{cost['s3err'] / cost['thiserror']:.2f}" if cost["thiserror"] > 0 else "-"
    print(f"| {variants} | {'two' if fields else 'none'} | {cost['thiserror']:.0f} | {cost['s3err']:.0f} | {ratio} |", flush=True)


def clean_build(folders):
    print("\nClean `cargo build` of the smallest user crate, seconds:\n")
    print("| | thiserror | s3err | ratio |\n|---|---|---|---|")
    times = {kind: [] for kind in folders}
    for kind, folder in folders.items():
        write(folder, kind, 1, False, True)
        cargo(folder, "fetch")
    for _ in range(BUILDS):
        for kind, folder in folders.items():
            cargo(folder, "clean")
            times[kind].append(cargo(folder, "build"))
    for index, name in enumerate(("wall", "processor")):
        ours, theirs = (statistics.median(t[index] for t in times[kind]) for kind in ("s3err", "thiserror"))
        ratio = statistics.median(a[index] / b[index] for a, b in zip(times["s3err"], times["thiserror"]))
        print(f"| {name} | {theirs:.1f} | {ours:.1f} | {ratio:.2f} |")


with tempfile.TemporaryDirectory() as temporary:
    crates = {kind: crate(temporary, kind) for kind in DEPENDENCIES}
    for command in (["check"], ["build", "--release"]):
        of_a_variant(crates, command)
        loading(crates, command)
    clean_build({kind: crates[kind] for kind in ("thiserror", "s3err")})
