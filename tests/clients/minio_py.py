"""minio-py: the fields of S3Error, which it takes from the document; HEAD; attempts; regions; keys of a batch."""

import io

import urllib3
from minio import Minio
from minio.commonconfig import CopySource
from minio.deleteobjects import DeleteObject
from minio.error import S3Error, ServerError

from checks import ACCESS_KEY, HOST, REGION, SECRET_KEY, Flaky, ask, caught, check, contains, facts, group, recovering


def client(region=REGION):
    """With the retries that it has by default (api.py:170-180), but without the waits."""
    retries = urllib3.Retry(total=5, backoff_factor=0, status_forcelist=[500, 502, 503, 504])
    http = urllib3.PoolManager(retries=retries)
    return Minio(HOST, access_key=ACCESS_KEY, secret_key=SECRET_KEY, secure=False, region=region, http_client=http)


def get(key, bucket="s3err"):
    return caught(client().get_object, bucket, key)


# A HEAD is told by its status (api.py:371-410).
HEADS = [
    ("NoSuchKey", "NoSuchKey"),
    ("NoSuchUpload", "NoSuchKey"),
    ("SignatureDoesNotMatch", "AccessDenied"),
    ("InvalidRequest", "BadRequest"),
    ("MethodNotAllowed", "MethodNotAllowed"),
    ("NotImplemented", "MethodNotAllowed"),
    ("PermanentRedirect", "PermanentRedirect"),
]


def every_code():
    for code, (status, message) in facts().items():
        if status in (304, 307, 500, 502, 503, 504):
            continue  # never an S3Error: below
        error = get(f"{code}/x")
        check(f"{code}: class", type(error), S3Error)
        check(f"{code}: code", error.code, code)
        check(f"{code}: status", error.response.status, status)
        if message:
            check(f"{code}: message", error.message, message)
        check(f"{code}: request id", error.request_id, error.response.headers["x-amz-request-id"])
        check(f"{code}: host id", error.host_id, error.response.headers["x-amz-id-2"])
        check(f"{code}: resource", error.resource, f"/s3err/{code}/x")


def details():
    check("NoSuchKey: Key", get("NoSuchKey/a & b <é>").object_name, "NoSuchKey/a & b <é>")
    check("NoSuchBucket: BucketName", get("a", "nowhere").bucket_name, "nowhere")
    error = get("NotModified/x")
    check("NotModified: no document, no type", (type(error), error.status_code), (ServerError, 304))


def heads():
    for code, expected in HEADS:
        error = caught(client().stat_object, "s3err", f"{code}/x")
        check(f"HEAD {code}", error.code, expected)
        check(f"HEAD {code}: request id", error.request_id, error.response.headers["x-amz-request-id"])
    error = caught(client().stat_object, "s3err", "PreconditionFailed/x")
    check("HEAD PreconditionFailed", (type(error), error.status_code), (ServerError, 412))
    check("bucket_exists", client().bucket_exists("s3err"), True)
    check("bucket_exists, of none", client().bucket_exists("nowhere"), False)


def absent_settings():
    check("NoSuchTagSet is no tags", caught(client().get_bucket_tags, "s3err-nosuchtagset"), None)
    bucket = "s3err-serversideencryptionconfigurationnotfounderror"
    check("no encryption", caught(client().get_bucket_encryption, bucket), None)
    check("no lifecycle", caught(client().get_bucket_lifecycle, "s3err-nosuchlifecycleconfiguration"), None)
    bucket = "s3err-replicationconfigurationnotfounderror"
    check("no replication", caught(client().get_bucket_replication, bucket), None)


def attempts():
    for code, expected in [
        ("InternalError", 6),
        ("SlowDown", 6),
        ("NoSuchKey", 1),
        ("RequestTimeout", 1),
        ("NotImplemented", 1),
    ]:
        flaky = Flaky(code)
        error = get(flaky.key)
        check(f"{code}: class", type(error).__name__, "MaxRetryError" if expected > 1 else "S3Error")
        check(f"{code}: attempts", flaky.attempts(), expected)
    check("SlowDown twice: the object", client().get_object("s3err", recovering("SlowDown")).data, b"ok\n")
    # urllib3 follows Location, where there is one.
    check("TemporaryRedirect is followed", client().get_object("s3err", "TemporaryRedirect/x").data, b"ok\n")
    check("PermanentRedirect is not", get("PermanentRedirect/x").code, "PermanentRedirect")


def regions():
    for bucket in ["s3err-redirect", "s3err-wrongregion"]:
        check(f"{bucket}, asked for its region", client(None).get_object(bucket, "a").data, b"ok\n")
    check("s3err-redirect", get("a", "s3err-redirect").code, "PermanentRedirect")
    check("s3err-wrongregion", get("a", "s3err-wrongregion").code, "AuthorizationHeaderMalformed")
    error = caught(client().stat_object, "s3err-redirect", "a")
    check("HEAD s3err-redirect names the region", error.message, contains("use region eu-west-1"))
    # A region that is remembered and wrong is forgotten at a HEAD that says so (api.py:186-212).
    stale = client(None)
    stale._region_map["s3err-redirect"] = "us-east-1"
    check("HEAD with a stale region", caught(stale.stat_object, "s3err-redirect", "a").code, "PermanentRedirect")
    check("HEAD after that", caught(stale.stat_object, "s3err-redirect", "a"), None)
    check("the clock", get("a", "s3err-skew").code, "RequestTimeTooSkewed")


def inside_a_200():
    # It does not look for an error there; that it must not take it for a copy is all there is to see.
    error = caught(client().copy_object, "s3err", "embedded/AccessDenied/x", CopySource("s3err-redirect", "a"))
    check("CopyObject of a bucket elsewhere", type(error), S3Error)
    status, _, body = ask("PUT", "/s3err/embedded/AccessDenied/x", {"x-amz-copy-source": "s3err/ok/a"})
    check("an error inside a 200 has no ETag", (status, b"<ETag>" in body), (200, False))


def delete_objects():
    errors = client().remove_objects(
        "s3err", [DeleteObject("AccessDenied/a"), DeleteObject("b", "7"), DeleteObject("NoSuchVersion/c", "9")]
    )
    errors = [(error.name, error.version_id, error.code) for error in errors]
    # NoSuchVersion counts as deleted (api.py:2428).
    check("DeleteObjects", errors, [("AccessDenied/a", None, "AccessDenied")])


def writing():
    put = lambda key: client().put_object("s3err", key, io.BytesIO(b"a"), 1)
    check("put_object", put("ok/x").etag, "0cc175b9c0f1b6a831c399e269772661")
    check("put_object: code", caught(put, "EntityTooLarge/x").code, "EntityTooLarge")
    check("remove_object", caught(client().remove_object, "s3err", "AccessDenied/x").code, "AccessDenied")
    parts = io.BytesIO(b"a" * (6 << 20))
    check("in parts", caught(client().put_object, "s3err", "ok/x", parts, -1, part_size=5 << 20), None)


group(every_code, details, heads, absent_settings, attempts, regions, inside_a_200, delete_objects, writing)
