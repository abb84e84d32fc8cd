"""minio-py against the gateway: a bucket and its objects from the first to the last call, and what fails on the way."""

import io
import uuid

from minio import Minio
from minio.commonconfig import CopySource
from minio.deleteobjects import DeleteObject
from minio.error import S3Error

from checks import ACCESS_KEY, HOST, SECRET_KEY, caught, check, group

BUCKET = f"minio-{uuid.uuid4().hex[:12]}"
s3 = Minio(HOST, access_key=ACCESS_KEY, secret_key=SECRET_KEY, secure=False)


def fails(name, code, function, *arguments, **fields):
    error = caught(function, *arguments)
    check(f"{name}: class", type(error), S3Error)
    check(name, error.code, code)
    for field, value in fields.items():
        check(f"{name}: {field}", getattr(error, field), value)


def put(key, data):
    return s3.put_object(BUCKET, key, io.BytesIO(data), len(data))


def life():
    check("bucket_exists, of none", s3.bucket_exists(BUCKET), False)
    s3._region_map[BUCKET] = "us-east-1"  # it would fail at the bucket's location
    fails("put_object to no bucket", "NoSuchBucket", put, "a", b"a", bucket_name=BUCKET)
    s3.make_bucket(BUCKET)
    check("bucket_exists", s3.bucket_exists(BUCKET), True)
    put("a & b", b"some text\n")
    check("get_object", s3.get_object(BUCKET, "a & b").data, b"some text\n")
    check("a part of it", s3.get_object(BUCKET, "a & b", 5, 4).data, b"text")
    fails("get_object past its end", "InvalidRange", s3.get_object, BUCKET, "a & b", 99)
    fails("get_object of no key", "NoSuchKey", s3.get_object, BUCKET, "none & never", object_name="none & never")
    fails("stat_object of no key", "NoSuchKey", s3.stat_object, BUCKET, "nothing")
    large = b"x" * (11 << 20)
    s3.put_object(BUCKET, "large", io.BytesIO(large), -1, part_size=5 << 20)
    check("put_object in parts", s3.stat_object(BUCKET, "large").size, len(large))
    s3.copy_object(BUCKET, "copy", CopySource(BUCKET, "large"))
    check(
        "list_objects", [one.object_name for one in s3.list_objects(BUCKET, recursive=True)], ["a & b", "copy", "large"]
    )
    fails("remove_bucket in use", "BucketNotEmpty", s3.remove_bucket, BUCKET, bucket_name=BUCKET)
    keys = [DeleteObject(key) for key in ["a & b", "copy", "large", "nothing"]]
    check("remove_objects", list(s3.remove_objects(BUCKET, keys)), [])
    s3.remove_bucket(BUCKET)
    check("it is gone", s3.bucket_exists(BUCKET), False)


def wrong_key():
    wrong = Minio(HOST, access_key=ACCESS_KEY, secret_key="wrong", secure=False)
    fails("a wrong secret", "SignatureDoesNotMatch", wrong.list_buckets)


group(life, wrong_key)
