"""rclone (with the AWS SDK for Go, version 1): exit status, code and ids in its log, attempts."""

import os
import re

from checks import ACCESS_KEY, SECRET_KEY, URL, Flaky, between, check, contains, group, recovering
from commands import file, run

RCLONE = os.environ.get("S3ERR_RCLONE", "rclone")
REMOTE = (
    f":s3,provider=Other,endpoint='{URL}',region=us-east-1,access_key_id={ACCESS_KEY},secret_access_key={SECRET_KEY}:"
)
CALM = ["--retries", "1", "--low-level-retries", "1"]


def rclone(*arguments):
    return run(RCLONE, *arguments, RCLONE_CONFIG="/dev/null")


def fetch(path, *options, remote=REMOTE):
    """Exit status, and what was fetched."""
    out = file("fetched", "")
    status, _, err = rclone("copyto", remote + path, out, "--ignore-times", *options)
    return status, open(out).read()


def codes():
    # `SomeCode: message\n\tstatus code: 403, request id: R, host id: H`, the ids out of the headers.
    told = re.compile(r"status code: (\d+), request id: ([A-Z0-9]{16}), host id: (\S+)")
    for code, http_status in [("AccessDenied", "403"), ("InvalidAccessKeyId", "403"), ("InvalidArgument", "400")]:
        status, _, err = rclone("lsf", f"{REMOTE}s3err-{code.lower()}", *CALM)
        check(f"{code}: fails", status, between(1, 255))
        check(f"{code}: code", err, contains(f"{code}: "))
        found = told.search(err)
        check(f"{code}: status and ids", found and found[1], http_status)
    status, _, err = rclone("lsf", f"{REMOTE}s3err-nosuchbucket", *CALM)
    check("NoSuchBucket", (status, "directory not found" in err), (3, True))


def making_buckets():
    for code in ["BucketAlreadyOwnedByYou", "BucketAlreadyExists"]:
        check(f"mkdir: {code} is success", rclone("mkdir", f"{REMOTE}s3err-{code.lower()}", *CALM)[0], 0)
    check(
        "mkdir: TooManyBuckets", rclone("mkdir", f"{REMOTE}s3err-toomanybuckets", *CALM)[2], contains("TooManyBuckets")
    )


def attempts():
    check("SlowDown twice: the object", fetch("s3err/" + recovering("SlowDown")), (0, "ok\n"))
    flaky = Flaky("AccessDenied")
    rclone("copyto", file("up", "text"), f"{REMOTE}s3err/{flaky.key}", "--s3-no-check-bucket", "--s3-no-head", *CALM)
    check("AccessDenied: few attempts", flaky.attempts(), between(1, 3))


def objects():
    check("copyto", fetch("s3err/ok/a", *CALM), (0, "ok\n"))
    status, _, err = rclone("rcat", f"{REMOTE}s3err/AccessDenied/x", "--s3-no-check-bucket", *CALM)
    check("rcat: fails", status, between(1, 255))
    status, _, err = rclone("lsf", f"{REMOTE}s3err-redirect", *CALM)
    # 301: the document is not read, the region comes from the header (unmarshal_error.go:28-45).
    check("s3err-redirect: the region of the header", err, contains("eu-west-1"))
    elsewhere = REMOTE.replace("us-east-1", "eu-west-1")
    check("s3err-redirect, signed for it", fetch("s3err-redirect/a", *CALM, remote=elsewhere), (0, "ok\n"))


group(codes, making_buckets, attempts, objects)
