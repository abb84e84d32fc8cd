"""s3cmd against the gateway: a bucket and its objects from the first to the last command, and what fails on the way."""

import os
import uuid

from checks import ACCESS_KEY, HOST, SECRET_KEY, check, contains, group
from commands import file, run

S3CMD = os.environ.get("S3ERR_S3CMD", "s3cmd")
BUCKET = f"s3://s3cmd-{uuid.uuid4().hex[:12]}"


def config(name, secret):
    return file(
        name,
        f"[default]\naccess_key = {ACCESS_KEY}\nsecret_key = {secret}\nhost_base = {HOST}\nhost_bucket = {HOST}\n"
        "use_https = False\nbucket_location = us-east-1\nmax_retries = 1\nmultipart_chunk_size_mb = 5\n",
    )


RIGHT, WRONG = config("right", SECRET_KEY), config("wrong", "wrong")


def s3cmd(*arguments, config=RIGHT):
    return run(S3CMD, "-c", config, "--no-progress", "--no-mime-magic", *arguments)


def life():
    check("ls of no bucket", s3cmd("ls", BUCKET)[0], 12)
    check("mb", s3cmd("mb", BUCKET)[0], 0)
    check("put", s3cmd("put", file("text", "some text\n"), f"{BUCKET}/a & b")[0], 0)
    check("get", s3cmd("get", f"{BUCKET}/a & b", "-")[:2], (0, "some text\n"))
    status, _, err = s3cmd("get", f"{BUCKET}/nothing", "-")
    # The 404 of its HEAD, in words of its own.
    check("get of no key", (status, "does not exist" in err), (64, True))
    check("info of no key", s3cmd("info", f"{BUCKET}/nothing")[0], 12)
    check("put in parts", s3cmd("put", file("large", "x" * (11 << 20)), f"{BUCKET}/large")[0], 0)
    check("cp", s3cmd("cp", f"{BUCKET}/large", f"{BUCKET}/copy")[0], 0)
    names = [line.split(maxsplit=3)[3] for line in s3cmd("ls", BUCKET)[1].splitlines()]
    check("ls", names, [f"{BUCKET}/{key}" for key in ["a & b", "copy", "large"]])
    check("rb of a bucket in use", s3cmd("rb", BUCKET)[0], 13)
    check("del", s3cmd("del", "--recursive", "--force", BUCKET)[0], 0)
    check("rb", s3cmd("rb", BUCKET)[0], 0)


def wrong_key():
    status, _, err = s3cmd("ls", config=WRONG)
    check("a wrong secret: exit status", status, 77)
    check("a wrong secret", err, contains("SignatureDoesNotMatch"))


group(life, wrong_key)
