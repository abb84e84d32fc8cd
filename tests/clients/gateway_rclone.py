"""rclone against the gateway: a folder goes there and comes back, and what fails on the way."""

import os
import uuid

from checks import ACCESS_KEY, SECRET_KEY, URL, between, check, contains, group
from commands import FOLDER, run

RCLONE = os.environ.get("S3ERR_RCLONE", "rclone")
BUCKET = f"rclone-{uuid.uuid4().hex[:12]}"


def remote(secret=SECRET_KEY):
    keys = f"access_key_id={ACCESS_KEY},secret_access_key={secret}"
    return f":s3,provider=Other,endpoint='{URL}',region=us-east-1,{keys}:{BUCKET}"


def rclone(*arguments):
    return run(RCLONE, *arguments, "--retries", "1", "--low-level-retries", "1", RCLONE_CONFIG="/dev/null")


def life():
    status, _, err = rclone("lsf", remote())
    check("lsf of no bucket", (status, "directory not found" in err), (3, True))
    for path, content in {"a.txt": b"some text\n", "sub/b & c.txt": b"", "sub/large": os.urandom(6 << 20)}.items():
        (FOLDER / "there" / path).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / "there" / path).write_bytes(content)
    parts = ["--s3-upload-cutoff", "5M", "--s3-chunk-size", "5M"]
    check("copy", rclone("copy", str(FOLDER / "there"), remote(), *parts)[0], 0)
    check(
        "lsf",
        sorted(rclone("lsf", "-R", "--files-only", remote())[1].splitlines()),
        ["a.txt", "sub/b & c.txt", "sub/large"],
    )
    check("check", rclone("check", str(FOLDER / "there"), remote())[0], 0)
    check("copy back", rclone("copy", remote(), str(FOLDER / "back"))[0], 0)
    check("it is the same", run("diff", "-r", "there", "back")[0], 0)
    check("rmdir of a bucket in use", rclone("rmdir", remote())[0], between(1, 255))
    check("moveto", rclone("moveto", remote() + "/a.txt", remote() + "/d.txt")[0], 0)
    check("purge", rclone("purge", remote())[0], 0)
    check("it is gone", rclone("lsf", remote())[0], 3)


def wrong_key():
    status, _, err = rclone("lsf", remote("wrong"))
    check("a wrong secret: fails", status, between(1, 255))
    check("a wrong secret", err, contains("SignatureDoesNotMatch"))


group(life, wrong_key)
