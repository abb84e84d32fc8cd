"""What every suite uses: it says of each check whether it held, a line each, for `run.py` to count.

ok<TAB>name
failed<TAB>name<TAB>expected<TAB>seen
"""

import csv
import http.client
import os
import pathlib
import sys
import types
import urllib.parse
import uuid

URL = os.environ.get("S3ERR_URL", "http://127.0.0.1:9000")
HOST = urllib.parse.urlsplit(URL).netloc
REGION = "us-east-1"
ACCESS_KEY, SECRET_KEY = os.environ.get("AWS_ACCESS_KEY_ID", "test"), os.environ.get("AWS_SECRET_ACCESS_KEY", "test")

FACTS = pathlib.Path(__file__).resolve().parent.parent / "data" / "errors.csv"

failures = 0


def check(name, seen, expected):
    """`seen` has to be `expected`; where that is a function, it has to find `seen` right."""
    global failures
    judge = isinstance(expected, types.FunctionType)
    held = expected(seen) if judge else seen == expected
    if held:
        line = ["ok", name]
    else:
        failures += 1
        line = ["failed", name, expected.__doc__ if judge else repr(expected), repr(seen)]
    print("\t".join(str(cell).replace("\t", " ").replace("\n", "\\n") for cell in line), flush=True)


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


def group(*functions):
    """Runs the parts of a suite; one that breaks off is a failed check and does not keep the others from running."""
    for function in functions:
        try:
            function()
        except Exception as error:  # whatever a client throws that the part did not expect
            check(f"{function.__name__} runs to its end", f"{type(error).__name__}: {error}", "no exception")
    sys.exit(1 if failures else 0)


def caught(function, *arguments, **keywords):
    """The exception that a call ends in; `None` where it succeeds."""
    try:
        function(*arguments, **keywords)
    except Exception as error:
        return error
    return None


def facts():
    """Status and message of every code that an XML protocol has; the message is empty where S3 has more than one."""
    codes = {}
    with FACTS.open(newline="") as lines:
        for row in csv.DictReader(lines):
            statuses = [int(status) for status in row["statuses"].split(";") if status and int(status) >= 300]
            json = "REST-JSON" in row["notes"] and "s3control" not in row["notes"]
            several = "<" in row["message"]
            if statuses and not json and " " not in row["code"]:
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
