"""The AWS CLI, version 1: what it prints and what it exits with."""

import json
import os

from checks import HOST, URL, Flaky, check, contains, facts, group
from commands import file, run

# Whatever the operation failed of (clidriver.py:239-263).
FAILED = 255

AWS = os.environ.get("S3ERR_AWS", "aws")

PART = "--key embedded/NoSuchUpload/x --copy-source s3err/ok/a --upload-id u --part-number 1".split()

# Operation, arguments; the code, and the name of the operation in the message.
CALLS = [
    ("get-object", ["--key", "NoSuchKey/x", "out"], "NoSuchKey", "GetObject"),
    ("get-object", ["--key", "InvalidObjectState/x", "out"], "InvalidObjectState", "GetObject"),
    ("get-object", ["--key", "SignatureDoesNotMatch/x", "out"], "SignatureDoesNotMatch", "GetObject"),
    ("put-object", ["--key", "EntityTooLarge/x"], "EntityTooLarge", "PutObject"),
    ("put-object", ["--key", "KMS.DisabledException/x"], "KMS.DisabledException", "PutObject"),
    ("delete-object", ["--key", "AccessDenied/x"], "AccessDenied", "DeleteObject"),
    ("copy-object", ["--key", "embedded/AccessDenied/x", "--copy-source", "s3err/ok/a"], "AccessDenied", "CopyObject"),
    ("create-multipart-upload", ["--key", "QuotaExceeded/x"], "NoSuchKey", "CreateMultipartUpload"),
    ("upload-part-copy", PART, "NoSuchUpload", "UploadPartCopy"),
]


def aws(*arguments, attempts="1", mode="standard"):
    return run(AWS, "--endpoint-url", URL, *arguments, AWS_MAX_ATTEMPTS=attempts, AWS_RETRY_MODE=mode)


def messages():
    messages = {code: message for code, (_, message) in facts().items()}
    for operation, arguments, code, name in CALLS:
        status, _, err = aws("s3api", operation, "--bucket", "s3err", *arguments)
        check(f"{name} {code}: exit status", status, FAILED)
        check(f"{name} {code}: message", err, contains(f"An error occurred ({code}) when calling the {name} operation"))
        check(f"{name} {code}: S3's words", err, contains(messages[code]))


def heads():
    for key, expected in [("NoSuchKey/x", "404"), ("AccessDenied/x", "403"), ("PreconditionFailed/x", "412")]:
        status, _, err = aws("s3api", "head-object", "--bucket", "s3err", "--key", key)
        check(
            f"HeadObject {key}", err, contains(f"An error occurred ({expected}) when calling the HeadObject operation")
        )
        check(f"HeadObject {key}: exit status", status, FAILED)
    status, _, err = aws("s3", "cp", "s3://s3err/NoSuchKey/x", "out")
    check("cp of a missing key: exit status", status, 1)
    check("cp of a missing key", err, contains("An error occurred (404) when calling the HeadObject operation"))
    check("cp of a missing key: the key", err, contains('Key "NoSuchKey/x" does not exist'))


def redirect_message():
    # It takes Endpoint for granted, and puts it in the place of the message's last character (s3errormsg.py:46-51).
    status, _, err = aws("s3api", "get-object", "--bucket", "s3err", "--key", "PermanentRedirect/x", "out")
    check("PermanentRedirect: exit status", status, FAILED)
    check("PermanentRedirect: Endpoint", err, contains(f"send all future requests to this endpoint: {HOST}\n"))


def attempts():
    for mode, code, expected in [
        ("standard", "InternalError", 2),
        ("standard", "NoSuchKey", 1),
        ("legacy", "BadDigest", 2),
    ]:
        flaky = Flaky(code)
        aws("s3api", "get-object", "--bucket", "s3err", "--key", flaky.key, "out", attempts="2", mode=mode)
        check(f"{mode}: {code}: attempts", flaky.attempts(), expected)


def redirects():
    for bucket in ["s3err-redirect", "s3err-wrongregion"]:
        status, out, err = aws("s3", "cp", f"s3://{bucket}/a", "-", attempts="2")
        check(f"cp from {bucket}", (status, out), (0, "ok\n"))
        status, out, err = aws("s3", "cp", file("up", "text"), f"s3://{bucket}/a", attempts="2")
        check(f"cp to {bucket}", (status, err), (0, ""))
    status, _, err = aws("s3", "ls", "s3://s3err-nosuchbucket")
    check("ls of no bucket", (status, "(NoSuchBucket)" in err), (FAILED, True))


def delete_objects():
    document = json.dumps({"Objects": [{"Key": "AccessDenied/a"}, {"Key": "b"}]})
    status, out, _ = aws("s3api", "delete-objects", "--bucket", "s3err", "--delete", document)
    answer = json.loads(out)
    check("DeleteObjects", status, 0)
    check(
        "DeleteObjects: Errors",
        answer["Errors"],
        [{"Key": "AccessDenied/a", "Code": "AccessDenied", "Message": "Access Denied"}],
    )
    check("DeleteObjects: Deleted", answer["Deleted"], [{"Key": "b"}])


group(messages, heads, redirect_message, attempts, redirects, delete_objects)
