"""What every suite uses. It prints a line for each check, and one for each case that ran to its end, for `run.py` to count:

ok<TAB>name
failed<TAB>name<TAB>expected<TAB>seen

A suite is a list of functions, its cases. A case either goes on after a check that failed (`check`) or ends there (`same`).
"""

import csv
import http.client
import os
import pathlib
import sys
import traceback
import types
import urllib.parse
import uuid

URL = os.environ.get("S3ERR_URL", "http://127.0.0.1:9000")
HOST = urllib.parse.urlsplit(URL).netloc
REGION = "us-east-1"
ACCESS_KEY, SECRET_KEY = os.environ.get("AWS_ACCESS_KEY_ID", "test"), os.environ.get("AWS_SECRET_ACCESS_KEY", "test")

FACTS = pathlib.Path(__file__).resolve().parent.parent / "data" / "errors.csv"

failures = 0
cases = []


def report(name, difference=None):
    """Prints the line of a check; `difference` is what was expected and what was seen."""
    global failures
    failures += difference is not None
    line = ["ok", name] if difference is None else ["failed", name, *difference]
    print("\t".join(str(cell).replace("\t", " ").replace("\n", "\\n") for cell in line), flush=True)


def check(name, seen, expected):
    """`seen` has to be `expected`; where that is a function, it has to find `seen` right."""
    judge = isinstance(expected, types.FunctionType)
    held = expected(seen) if judge else seen == expected
    report(name, None if held else (expected.__doc__ if judge else repr(expected), repr(seen)))


class Different(AssertionError):
    """Raised by `same`."""


def same(seen, expected, what=""):
    """`seen` has to be `expected`, or the case ends here."""
    if seen != expected:
        raise Different(what, repr(expected), repr(seen))


def contains(text):
    """A check for `check`: that something is a part of what was seen."""

    def in_it(seen):
        return text in str(seen)

    in_it.__doc__ = f"... {text} ..."
    return in_it


def between(least, most):
    """A check for `check`: that a number is one of these."""

    def in_range(seen):
        return least <= seen <= most

    in_range.__doc__ = f"{least} to {most}"
    return in_range


def case(function):
    """Adds a case to those that `group` runs when it is given none."""
    cases.append(function)
    return function


def group(*functions):
    """Runs the cases of a suite; one that breaks off has failed and does not keep the others from running."""
    for function in functions or cases:
        try:
            function()
        except Exception as error:  # whatever a client throws that the case did not expect
            frames = traceback.extract_tb(error.__traceback__)
            line = next((frame.lineno for frame in frames if frame.name == function.__name__), 0)
            name = f"{function.__name__}, line {line}"
            if isinstance(error, Different):
                what, *difference = error.args
                report(f"{name}: {what}" if what else name, difference)
            else:
                report(name, ("no exception", f"{type(error).__name__}: {error}"))
        else:
            report(function.__name__)
    sys.exit(1 if failures else 0)


def caught(function, *arguments, **keywords):
    """The exception that a call ends in; `None` where it succeeds."""
    try:
        function(*arguments, **keywords)
    except Exception as error:
        return error
    return None


def facts(family=None):
    """Status and message of every code of a family, or of all that are sent as the `Error` document; the message is empty where
    S3 has more than one."""
    codes = {}
    with FACTS.open(newline="") as lines:
        for row in csv.DictReader(lines):
            statuses = [int(status) for status in row["statuses"].split(";") if status and int(status) >= 300]
            wanted = row["family"] == family if family else row["family"] not in ("json", "sts")
            several = "<" in row["message"]
            if statuses and wanted and " " not in row["code"]:
                codes[row["code"]] = (statuses[0], "" if several else row["message"])
    return codes


def ask(method, path, headers=(), body=None):
    """A request without any client: status, headers, body."""
    connection = http.client.HTTPConnection(HOST, timeout=30)
    try:
        connection.request(method, path, body, dict(headers))
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()


class Flaky:
    """An object that fails so often that every client gives up, and then tells how often it was asked for."""

    FAILURES = 40

    def __init__(self, code):
        self.key = f"flaky/{code}/{self.FAILURES}/{uuid.uuid4().hex}"

    def attempts(self):
        """How many requests the client made: as many as fewer are left that fail."""
        left = 0
        while ask("GET", f"/s3err/{self.key}")[0] >= 300:
            left += 1
        return self.FAILURES - left


def recovering(code, failures=2):
    """The key of an object that fails so often and is there then."""
    return f"flaky/{code}/{failures}/{uuid.uuid4().hex}"
