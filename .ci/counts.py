#!/usr/bin/env python3
"""Counts instructions (valgrind's callgrind) and allocations of rendering, responding and parsing, ours beside what one
would write otherwise, and prints them as a Markdown table. `--check` fails when a count of ours is more than 3 % over
`benches/counts.tsv` or an allocation is added; `--record` writes that file; `--time` adds ratios of wall time, which hold
within one run only. `--ours` leaves the others out, `--libraries` adds s3s and the AWS SDK."""

import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

root = pathlib.Path(__file__).resolve().parent.parent
benches = root / "benches"
recorded = benches / "counts.tsv"
FUNCTION = "s3err_benches::Case::counted"
TOLERANCE = 1.03


def output(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


def valgrind():
    """Whether valgrind is there, installed if that can be done."""
    if not shutil.which("valgrind") and shutil.which("apt-get"):
        sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
        for command in (["update"], ["install", "-y", "--no-install-recommends", "valgrind"]):
            subprocess.run([*sudo, "apt-get", "-qq", *command], check=False, stdout=subprocess.DEVNULL)
    return shutil.which("valgrind") is not None


def count(program, number):
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", f"--toggle-collect={FUNCTION}"]
    log = subprocess.run([*command, program, str(number)], check=True, capture_output=True, text=True).stderr
    return int(re.search(r"Collected : (\d+)", log).group(1))


def main():
    options = sys.argv[1:]
    toolchain = f"{' '.join(output('rustc', '--version').split()[1:2])} {platform.machine()}"
    if not valgrind():
        print("SKIPPED: valgrind is not there, and could not be installed")
        return 1 if os.environ.get("CI") == "true" else 0
    # A build for any x86-64: RUSTFLAGS of the caller would change the counts.
    environment = dict(os.environ, RUSTFLAGS="")
    build = ["cargo", "build", "--quiet", "--release", "--message-format=json"]
    build += ["--features", "libraries"] if "--libraries" in options else []
    artifacts = re.findall(r'"executable":"([^"]+)"', output(*build, cwd=benches, env=environment))
    programs = {pathlib.Path(path).name: path for path in artifacts}

    cases = [tuple(line.split("\t")) for line in output(programs["count"]).splitlines()]
    allocations = [int(line) for line in output(programs["allocate"]).splitlines()]
    wanted = [n for n, (_, _, way) in enumerate(cases) if way == "s3err" or "--ours" not in options]
    with ThreadPoolExecutor(2) as pool:
        counts = dict(zip(wanted, pool.map(lambda n: count(programs["count"], n), wanted)))
    times = [float(line) for line in output(programs["time"]).splitlines()] if "--time" in options else None

    ways = list(dict.fromkeys(cases[n][2] for n in wanted))
    print(f"rustc {toolchain}: instructions, and in brackets allocations\n")
    print(f"| | {' | '.join(ways)} |\n|---|{'---:|' * len(ways)}")
    by_row = {}
    for n in wanted:
        task, document, way = cases[n]
        by_row.setdefault((task, document), {})[way] = n
    for (task, document), row in by_row.items():
        cells = []
        for way in ways:
            if way not in row:
                cells.append("")
                continue
            cell = f"{counts[row[way]]:,} ({allocations[row[way]]})"
            if times and way != "s3err":
                cell += f", {times[row[way]] / times[row['s3err']]:.1f} x"
            cells.append(cell)
        name = document if " " in document else f"`{document}`"
        print(f"| {task}: {name} | {' | '.join(cells)} |")

    ours = {cases[n][:2]: (counts[n], allocations[n]) for n in wanted if cases[n][2] == "s3err"}
    if "--record" in options:
        rows = "".join(f"{task}\t{document}\t{n}\t{a}\n" for (task, document), (n, a) in ours.items())
        recorded.write_text(f"{toolchain}\n{rows}")
    if "--check" not in options:
        return 0
    first, *rows = recorded.read_text().splitlines()
    if first != toolchain:
        print(f"\nNot judged: {recorded.name} was recorded with {first}, and another compiler counts otherwise.")
        return 0
    failed = False
    for row in rows:
        task, document, most, allocated = row.split("\t")
        n, a = ours[task, document]
        if n > int(most) * TOLERANCE or a > int(allocated):
            print(f"\nFAILED: {task}, {document}: {n:,} instructions ({a} allocations), {int(most):,} ({allocated}) recorded")
            failed = True
    return 1 if failed else 0


sys.exit(main())
