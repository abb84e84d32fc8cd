"""obstore, the Python form of object_store: the class of an exception, which it takes from the status; ranges; bulk deletion."""

from datetime import timedelta

import obstore
from obstore import exceptions
from obstore.store import S3Store

from checks import ACCESS_KEY, REGION, SECRET_KEY, URL, Flaky, caught, check, contains, facts, group, recovering

# As many attempts as one and these; the waits are short.
RETRIES = 3
WAITS = {"init_backoff": timedelta(milliseconds=1), "max_backoff": timedelta(milliseconds=2), "base": 2}


def store(bucket="s3err", region=REGION):
    return S3Store(
        bucket,
        endpoint=URL,
        access_key_id=ACCESS_KEY,
        secret_access_key=SECRET_KEY,
        region=region,
        virtual_hosted_style_request=False,
        client_options={"allow_http": True},
        retry_config={"max_retries": RETRIES, "retry_timeout": timedelta(seconds=20), "backoff": WAITS},
    )


# object_store's src/client/retry.rs, `RetryError::error`.
BY_STATUS = {
    304: exceptions.NotModifiedError,
    401: exceptions.UnauthenticatedError,
    403: exceptions.PermissionDeniedError,
    404: FileNotFoundError,
    409: exceptions.AlreadyExistsError,
    412: exceptions.PreconditionError,
}


def every_code():
    for code, (status, _) in facts().items():
        if status in (301, 307) or status >= 500:
            continue  # below
        expected = BY_STATUS.get(status, exceptions.GenericError)
        error = caught(obstore.get, store(), f"{code}/x")
        check(f"{code}: class", type(error), expected)
        if status != 304:
            check(f"{code}: the document is in the message", error, contains(f"<Code>{code}</Code>"))
        check(f"HEAD {code}: class", type(caught(obstore.head, store(), f"{code}/x")), expected)


def attempts():
    for code, expected in [("InternalError", 1 + RETRIES), ("SlowDown", 1 + RETRIES), ("NoSuchKey", 1), ("RequestTimeout", 1)]:
        flaky = Flaky(code)
        check(f"{code}: class", isinstance(caught(obstore.get, store(), flaky.key), Exception), True)
        check(f"{code}: attempts", flaky.attempts(), expected)


def ranges():
    """A range that is answered by the whole is an error (object_store's src/client/get.rs)."""
    for key in ("ok/x", recovering("SlowDown")):
        check(f"{key}: a range", bytes(obstore.get_range(store(), key, start=1, end=3)), b"k\n")
    check("several ranges", [bytes(part) for part in obstore.get_ranges(store(), "ok/x", starts=[0, 1], ends=[1, 3], coalesce=0)], [b"o", b"k\n"])
    check("after the end", caught(obstore.get_range, store(), "ok/x", start=5, end=7), contains("<Code>InvalidRange</Code>"))


def writing():
    check("put", obstore.put(store(), "ok/x", b"a")["e_tag"], '"0cc175b9c0f1b6a831c399e269772661"')
    check("put of what is there", type(caught(obstore.put, store(), "PreconditionFailed/x", b"a", mode="create")), exceptions.AlreadyExistsError)
    parts = {"use_multipart": True, "chunk_size": 5 << 20}
    check("in parts", caught(obstore.put, store(), "ok/x", b"a" * (6 << 20), **parts), None)
    failed = caught(obstore.put, store(), "embedded/InternalError/x", b"a" * (6 << 20), **parts)
    check("an error inside the 200 of a completion is tried again", failed, contains(f"after {RETRIES} retries"))
    failed = caught(obstore.put, store(), "embedded/AccessDenied/x", b"a" * (6 << 20), **parts)
    check("one that is final is no success", type(failed), exceptions.GenericError)


def delete_objects():
    check("all are deleted", caught(obstore.delete, store(), ["a", "b"]), None)
    failed = caught(obstore.delete, store(), ["a", "AccessDenied/b"])
    check("one is not", failed, contains("AccessDenied/b: Access Denied (code: AccessDenied)"))


def regions():
    check("s3err-redirect", caught(obstore.get, store("s3err-redirect"), "x"), contains("redirect without LOCATION"))
    check("s3err-wrongregion", caught(obstore.get, store("s3err-wrongregion"), "x"), contains("<Region>eu-west-1</Region>"))
    for bucket in ("s3err-redirect", "s3err-wrongregion"):
        check(f"{bucket}, signed for it", bytes(obstore.get(store(bucket, "eu-west-1"), "x").bytes()), b"ok\n")
    check("listing", list(obstore.list(store()).collect()), [])
    check("listing of no bucket", caught(obstore.list(store("nowhere")).collect), contains("<Code>NoSuchBucket</Code>"))


group(every_code, attempts, ranges, writing, delete_objects, regions)
