"""The AWS CLI against the gateway: the life of a bucket and its objects, and what fails on the way."""

import filecmp
import os
import uuid

from checks import URL, check, contains, group
from commands import FOLDER, file, run

AWS = os.environ.get("S3ERR_AWS", "aws")
BUCKET = f"cli-{uuid.uuid4().hex[:12]}"
FAILED = 255


def s3(*arguments):
    return run(AWS, "--endpoint-url", URL, "s3", *arguments, AWS_MAX_ATTEMPTS="1")


def fails(name, answer, code, operation):
    check(f"{name}: fails", answer[0] in (1, FAILED), True)
    check(name, answer[2], contains(f"An error occurred ({code}) when calling the {operation} operation"))


def before():
    fails("ls of no bucket", s3("ls", f"s3://{BUCKET}"), "NoSuchBucket", "ListObjectsV2")
    fails("cp to no bucket", s3("cp", file("a", "a"), f"s3://{BUCKET}/a"), "NoSuchBucket", "PutObject")
    fails("rb of no bucket", s3("rb", f"s3://{BUCKET}"), "NoSuchBucket", "DeleteBucket")
    fails("mb with a name that is none", s3("mb", "s3://A_b"), "InvalidBucketName", "CreateBucket")


def life():
    check("mb", s3("mb", f"s3://{BUCKET}")[0], 0)
    check("ls", s3("ls")[1], contains(BUCKET))
    text = file("text", "some text\n")
    check("cp", s3("cp", text, f"s3://{BUCKET}/a/text & more")[0], 0)
    check("cp back", s3("cp", f"s3://{BUCKET}/a/text & more", "-")[:2], (0, "some text\n"))
    large = FOLDER / "large"
    large.write_bytes(os.urandom(9 << 20))
    check("cp in parts", s3("cp", str(large), f"s3://{BUCKET}/large")[0], 0)
    check("cp of the parts back", s3("cp", f"s3://{BUCKET}/large", str(FOLDER / "again"))[0], 0)
    check("it is the same", filecmp.cmp(large, FOLDER / "again", shallow=False), True)
    check("cp within", s3("cp", f"s3://{BUCKET}/large", f"s3://{BUCKET}/a/copy")[0], 0)
    lines = s3("ls", "--recursive", f"s3://{BUCKET}")[1].splitlines()
    check("ls --recursive", [line.split(maxsplit=3)[3] for line in lines], ["a/copy", "a/text & more", "large"])
    fails("cp of no key", s3("cp", f"s3://{BUCKET}/nothing", "-"), "404", "HeadObject")
    fails("rb of a bucket in use", s3("rb", f"s3://{BUCKET}"), "BucketNotEmpty", "DeleteBucket")
    check("mv", s3("mv", f"s3://{BUCKET}/a/copy", f"s3://{BUCKET}/b")[0], 0)
    check("rm --recursive", s3("rm", "--recursive", f"s3://{BUCKET}")[0], 0)
    check("rb", s3("rb", f"s3://{BUCKET}")[0], 0)


def wrong_key():
    answer = run(AWS, "--endpoint-url", URL, "s3", "ls", AWS_SECRET_ACCESS_KEY="wrong", AWS_MAX_ATTEMPTS="1")
    fails("a wrong secret", answer, "SignatureDoesNotMatch", "ListBuckets")
    answer = run(AWS, "--endpoint-url", URL, "s3", "ls", AWS_ACCESS_KEY_ID="nobody", AWS_MAX_ATTEMPTS="1")
    fails("an unknown access key", answer, "InvalidAccessKeyId", "ListBuckets")


group(before, life, wrong_key)
