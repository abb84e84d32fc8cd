#!/usr/bin/env python3
"""Runs real S3 clients against the examples that are servers, and says of each how many checks held.

    python3 tests/clients/run.py               # all of them
    python3 tests/clients/run.py boto3 rclone  # some

A client that cannot be installed is skipped; with CI=true that is a failure.
"""

import contextlib
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from typing import Callable, NamedTuple

import checks
import install

HERE = install.ROOT / "tests" / "clients"

# The longest that one suite may take, in seconds.
PATIENCE = 300

# Access key and secret of every client.
KEY = "test"
# Somebody else, with buckets of their own.
OTHER = "other"

# The servers: the example, and with what it is started.
SERVERS = {
    "faults": ("faults", []),
    "gateway": ("gateway", [word for key in (KEY, OTHER) for word in ("--access-key-id", key, "--secret-access-key", key)]),
    "open gateway": ("gateway", []),
    "gateway elsewhere": (
        "gateway",
        ["--access-key-id", KEY, "--secret-access-key", KEY, "--region", "eu-central-1"],
    ),
    "dialects": ("dialects", []),
}

# Code, status and message of every error, for suites that are not in Python.
FACTS = install.FOLDER / "facts.tsv"


class Suite(NamedTuple):
    """The checks of one client against one server."""

    name: str
    server: str
    # Installs what it needs; the result is told to `command`.
    tool: Callable
    # What to run, and with which further environment.
    command: Callable


def script(file, variable=None, name=None):
    """A suite in Python that drives a program, of which it is told by a variable where that is."""

    def command(tool):
        return [sys.executable, HERE / file], {variable: tool / name if name else tool} if variable else {}

    return command


def library(file, **variables):
    """A suite in Python that drives a library."""
    return lambda tool: ([tool / "python", HERE / file], variables)


def program(name):
    """A suite in Rust."""
    return lambda tool: ([tool / name], {})


SUITES = [
    Suite("http", "faults", install.nothing, script("http_suite.py")),
    Suite("boto3", "faults", install.python, library("boto3_suite.py")),
    Suite("minio-py", "faults", install.python, library("minio_py.py")),
    Suite("pyarrow", "faults", install.native, library("pyarrow_suite.py")),
    Suite("awscrt", "faults", install.native, library("awscrt_suite.py")),
    Suite("obstore", "faults", install.native, library("obstore_suite.py")),
    Suite("s3cmd", "faults", install.python, script("s3cmd.py", "S3ERR_S3CMD", "s3cmd")),
    Suite("aws-cli", "faults", install.aws_cli, script("aws_cli.py", "S3ERR_AWS", "aws")),
    Suite("rclone", "faults", install.rclone, script("rclone.py", "S3ERR_RCLONE")),
    Suite(
        "aws-sdk-js",
        "faults",
        install.javascript,
        lambda tool: (["node", HERE / "aws_sdk_js.mjs"], {"S3ERR_NODE": tool}),
    ),
    Suite("aws-sdk-rust", "faults", install.rust, program("aws_sdk")),
    Suite("object_store", "faults", install.rust, program("object_store")),
    Suite("opendal", "faults", install.rust, program("opendal")),
    Suite("rust-s3", "faults", install.rust, program("rust_s3")),
    Suite("gateway-boto3", "gateway", install.python, library("gateway_boto3.py", S3ERR_OTHER=OTHER)),
    Suite("gateway-minio-py", "gateway", install.python, library("gateway_minio_py.py")),
    Suite("gateway-s3cmd", "gateway", install.python, script("gateway_s3cmd.py", "S3ERR_S3CMD", "s3cmd")),
    Suite("gateway-aws-cli", "gateway", install.aws_cli, script("gateway_aws_cli.py", "S3ERR_AWS", "aws")),
    Suite("gateway-rclone", "gateway", install.rclone, script("gateway_rclone.py", "S3ERR_RCLONE")),
    Suite("dialects-boto3", "dialects", install.python, library("dialects_boto3.py")),
    Suite("dialects-sdk-rust", "dialects", install.rust, program("dialects")),
    Suite("gateway-elsewhere", "gateway elsewhere", install.python, library("gateway_elsewhere.py")),
    Suite("gateway-unsigned", "open gateway", install.python, library("gateway_boto3.py")),
]


@contextlib.contextmanager
def serving(program, arguments):
    """The address of a server, for as long as it is needed."""
    server = subprocess.Popen([program, "--port", "0", *arguments], stdout=subprocess.PIPE, text=True)
    try:
        lines = queue.Queue()
        # It goes on reading, so that the server is never held up by a full pipe.
        threading.Thread(target=lambda: [lines.put(line) for line in server.stdout], daemon=True).start()
        first = lines.get(timeout=30)
        prefix = "listening on "
        if not first.startswith(prefix):
            raise RuntimeError(f"{program} begins with {first!r}")
        yield first.removeprefix(prefix).strip()
    finally:
        server.kill()
        server.wait()


class Result(NamedTuple):
    held: int
    failed: list
    # Why it was not run, or not to its end.
    broken: str


def run(suite, url, tool):
    """Runs one suite in an environment in which nothing but ours says anything to a client."""
    arguments, variables = suite.command(tool)
    with tempfile.TemporaryDirectory(prefix="s3err-home-") as home:
        environment = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "HOME": home,
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": KEY,
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "AWS_EC2_METADATA_DISABLED": "true",
            "S3ERR_URL": url,
            "S3ERR_FACTS": str(FACTS),
            **{name: str(value) for name, value in variables.items()},
        }
        arguments = [str(argument) for argument in arguments]
        log = install.FOLDER / "log" / f"{suite.name}.txt"
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("w") as out:
            try:
                done = subprocess.run(arguments, env=environment, stdout=out, stderr=out, timeout=PATIENCE, cwd=home)
                status = done.returncode
            except subprocess.TimeoutExpired:
                status = f"more than {PATIENCE} seconds"
        lines = [line.split("\t") for line in log.read_text(errors="replace").splitlines()]
        held = sum(line[0] == "ok" for line in lines)
        failed = [line[1:] for line in lines if line[0] == "failed"]
        whole = (status == 0 and held > 0) or (status == 1 and failed)
        return Result(held, failed, "" if whole else f"ended with {status}, see {log}")


def main(names):
    unknown = set(names) - {suite.name for suite in SUITES}
    if unknown:
        sys.exit(f"no such client: {', '.join(sorted(unknown))}; there are {', '.join(suite.name for suite in SUITES)}")
    wanted = [suite for suite in SUITES if not names or suite.name in names]
    install.FOLDER.mkdir(parents=True, exist_ok=True)
    FACTS.write_text("".join(f"{code}\t{status}\t{message}\n" for code, (status, message) in checks.facts().items()))
    rows, skipped, bad = [], [], False
    for server in dict.fromkeys(suite.server for suite in wanted):
        try:
            example, options = SERVERS[server]
            example = install.example(example)
        except install.Missing as missing:
            sys.exit(f"the example of the {server}: {missing}")
        for suite in (suite for suite in wanted if suite.server == server):
            start = time.monotonic()
            try:
                tool = suite.tool()
            except install.Missing as missing:
                skipped.append(f"{suite.name}: {missing}")
                continue
            ready = time.monotonic()
            with serving(example, options) as url:
                result = run(suite, url, tool)
            end = time.monotonic()
            for name, expected, seen in result.failed:
                print(f"{suite.name}: {name}\n    expected {expected}\n    seen     {seen}")
            if result.broken:
                print(f"{suite.name}: {result.broken}")
            bad |= bool(result.failed or result.broken)
            rows.append((suite.name, suite.server, result.held, len(result.failed), ready - start, end - ready))
            print(f"{suite.name}: {result.held} held, {len(result.failed)} failed", flush=True)
    print(f"\n{'client':<18}{'server':<18}{'held':>6}{'failed':>8}{'installed in':>14}{'ran for':>10}")
    for name, server, held, failed, installing, running in rows:
        print(f"{name:<18}{server:<18}{held:>6}{failed:>8}{installing:>12.1f} s{running:>8.1f} s")
    for reason in skipped:
        print(f"SKIPPED: {reason}")
    sys.exit(1 if bad or (skipped and os.environ.get("CI") == "true") else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
