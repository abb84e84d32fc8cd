"""s3cmd: exit status and message by code, attempts, redirects followed by Endpoint and Bucket."""

import os

from checks import ACCESS_KEY, HOST, SECRET_KEY, Flaky, check, contains, facts, group
from commands import file, run

S3CMD = os.environ.get("S3ERR_S3CMD", "s3cmd")

CONFIG = file(
    "s3cfg",
    f"""[default]
access_key = {ACCESS_KEY}
secret_key = {SECRET_KEY}
host_base = {HOST}
host_bucket = {HOST}
use_https = False
bucket_location = us-east-1
max_retries = 1
""",
)

# Exit statuses by HTTP status (S3/Exceptions.py:108-126, ExitCodes.py).
EXITS = [
    ("InvalidArgument", 11),
    ("MethodNotAllowed", 11),
    ("NoSuchBucket", 12),
    ("NoSuchKey", 12),
    ("NoSuchUpload", 12),
    ("BucketAlreadyExists", 13),
    ("OperationAborted", 13),
    ("PreconditionFailed", 14),
    ("AccessDenied", 77),
    ("SignatureDoesNotMatch", 77),
    ("NotImplemented", 11),
]


def s3cmd(*arguments):
    return run(S3CMD, "-c", CONFIG, "--no-progress", "--no-mime-magic", *arguments)


def exits():
    messages = {code: message for code, (_, message) in facts().items()}
    for code, expected in EXITS:
        status, _, err = s3cmd("ls", f"s3://s3err-{code.lower()}")
        check(f"{code}: exit status", status, expected)
        # It has sentences of its own for these two.
        if code not in ("NoSuchBucket", "AccessDenied"):
            check(f"{code}: message", err, contains(f"({code})"))
            check(f"{code}: S3's words", err, contains(messages[code]))
    status, _, err = s3cmd("info", "s3://s3err/NoSuchKey/x")
    check("HEAD of a missing key", (status, "404" in err), (12, True))


def attempts():
    for code, exit_status, expected in [
        ("SlowDown", 15, 2),
        ("InternalError", 70, 2),
        ("NotImplemented", 11, 1),
        ("NoSuchKey", 12, 1),
    ]:
        flaky = Flaky(code)
        status, _, _ = s3cmd("setacl", "--acl-private", f"s3://s3err/{flaky.key}")
        check(f"{code}: attempts", flaky.attempts(), expected)
        check(f"{code}: exit status", status, exit_status)


def redirects():
    for bucket in ["s3err-redirect", "s3err-wrongregion"]:
        check(f"ls {bucket}", s3cmd("ls", f"s3://{bucket}")[0], 0)
        check(f"put to {bucket}", s3cmd("put", file("up", "text"), f"s3://{bucket}/a")[0], 0)
    # It asks by HEAD first, and of that it goes by a Location alone (S3.py:1571-1606).
    check("get from s3err-redirect", s3cmd("get", "s3://s3err-redirect/a", "-")[0], 10)


def objects():
    check("get", s3cmd("get", "s3://s3err/ok/a", "-")[:2], (0, "ok\n"))
    check("put", s3cmd("put", file("up", "text"), "s3://s3err/ok/a")[0], 0)
    status, _, err = s3cmd("put", file("up", "text"), "s3://s3err/AccessDenied/a")
    check("put: exit status", status, 77)
    status, _, err = s3cmd("cp", "s3://s3err/ok/a", "s3://s3err/embedded/AccessDenied/x")
    check("del", s3cmd("del", "s3://s3err/ok/a")[0], 0)


group(exits, attempts, redirects, objects)
