"""boto3 and botocore: typed exceptions, fields, ids, attempts of both retry modes, redirects, errors inside a 200."""

import io
import time

import boto3
import boto3.exceptions
import botocore.config
import botocore.exceptions

from checks import ACCESS_KEY, REGION, SECRET_KEY, URL, Flaky, caught, check, contains, facts, group, recovering

time.sleep = lambda _: None  # The waits between attempts are the client's own affair.


def client(mode="legacy", attempts=None):
    """As users have it; `attempts` where retries are not what is looked at."""
    retries = {"mode": mode}
    if attempts:
        retries["total_max_attempts"] = attempts
    config = botocore.config.Config(retries=retries, s3={"addressing_style": "path"})
    return boto3.client(
        "s3",
        endpoint_url=URL,
        region_name=REGION,
        aws_access_key_id=ACCESS_KEY,
        aws_secret_access_key=SECRET_KEY,
        config=config,
    )


ONCE = client(attempts=1)

# The codes that botocore has classes for, whatever the operation (errorfactory.py, service-2.json).
TYPED = """AccessDenied AnnotationLimitExceeded BucketAlreadyExists BucketAlreadyOwnedByYou EncryptionTypeMismatch
IdempotencyParameterMismatch InvalidObjectState InvalidRequest InvalidWriteOffset NoSuchBucket NoSuchKey NoSuchUpload
ObjectAlreadyInActiveTierError ObjectNotInActiveTierError TooManyParts""".split()

# What is under Error beside Code and Message (every child of <Error> but the ids).
DETAILS = [
    ("NoSuchKey", "Key", "NoSuchKey/x"),
    ("NoSuchBucket", "BucketName", "s3err"),
    ("BucketAlreadyExists", "BucketName", "s3err"),
    ("InvalidRange", "ActualObjectSize", "5"),
    ("PreconditionFailed", "Condition", "If-None-Match"),
    ("InvalidObjectState", "StorageClass", "GLACIER"),
    ("AuthorizationHeaderMalformed", "Region", "eu-west-1"),
    ("PermanentRedirect", "Bucket", "s3err"),
    ("PermanentRedirect", "Endpoint", URL.removeprefix("http://")),
    ("TemporaryRedirect", "Endpoint", URL.removeprefix("http://")),
]

# A HEAD has no body: the code is the status, the message the reason (parsers.py:1439).
HEADS = [
    ("NoSuchKey", "404", "Not Found"),
    ("NoSuchBucket", "404", "Not Found"),
    ("AccessDenied", "403", "Forbidden"),
    ("InvalidRequest", "400", "Bad Request"),
    ("MethodNotAllowed", "405", "Method Not Allowed"),
    ("PreconditionFailed", "412", "Precondition Failed"),
    ("NotModified", "304", "Not Modified"),
    ("InternalError", "500", "Internal Server Error"),
    ("SlowDown", "503", "Service Unavailable"),
]

# Of the default mode, by the pair of status and code; five attempts in all (_retry.json).
LEGACY = [
    ("InternalError", 5),
    ("ServiceUnavailable", 5),
    ("SlowDown", 5),
    ("RequestTimeout", 5),
    ("BadDigest", 5),
    ("TooManyRequestsException", 5),
    ("NoSuchKey", 1),
    ("AccessDenied", 1),
    ("OperationAborted", 1),
    ("RequestTimeTooSkewed", 1),
    ("NotImplemented", 1),
]

# Three attempts in all (retries/standard.py).
STANDARD = [
    ("InternalError", 3),
    ("ServiceUnavailable", 3),
    ("SlowDown", 3),
    ("RequestTimeout", 3),
    ("TooManyRequestsException", 3),
    ("BadDigest", 1),
    ("NoSuchKey", 1),
    ("RequestTimeTooSkewed", 1),
]


def get(s3, key, bucket="s3err"):
    return caught(s3.get_object, Bucket=bucket, Key=key)


def every_code():
    for code, (status, message) in facts().items():
        error = get(ONCE, f"{code}/x")
        if status == 304:
            code = message = None  # there is no document: HEADS has it
        if code:
            check(f"{code}: code", error.response["Error"]["Code"], code)
        check(f"{code}: status", error.response["ResponseMetadata"]["HTTPStatusCode"], status)
        if message:
            check(f"{code}: message", error.response["Error"]["Message"], message)
        metadata = error.response["ResponseMetadata"]
        check(f"{code}: request id", metadata["RequestId"], metadata["HTTPHeaders"]["x-amz-request-id"])
        check(f"{code}: host id", metadata["HostId"], metadata["HTTPHeaders"]["x-amz-id-2"])


def typed_exceptions():
    for code in TYPED:
        check(f"{code}: class", type(get(ONCE, f"{code}/x")).__name__, code)
        listed = caught(ONCE.list_objects_v2, Bucket=f"s3err-{code.lower()}")
        check(f"{code}: class, of a list", type(listed).__name__, code)
    for code in ["SlowDown", "InvalidRange", "SignatureDoesNotMatch", "KMS.DisabledException"]:
        check(f"{code}: class", type(get(ONCE, f"{code}/x")).__name__, "ClientError")


def details():
    for code, name, expected in DETAILS:
        check(f"{code}: {name}", get(ONCE, f"{code}/x").response["Error"].get(name), expected)
    error = get(ONCE, "InvalidObjectState/x")
    check("InvalidObjectState: the modeled member", error.response.get("StorageClass"), "GLACIER")
    key = "NoSuchKey/a & b <c> \"d\" 'e' é 漢 \U0001f600 ]]> %41 + \r\x01"
    check("NoSuchKey: any key", get(ONCE, key).response["Error"]["Key"], key.replace("\x01", "\ufffd"))


def heads():
    for code, expected, reason in HEADS:
        error = caught(ONCE.head_object, Bucket="s3err", Key=f"{code}/x").response
        check(f"HEAD {code}", (error["Error"]["Code"], error["Error"]["Message"]), (expected, reason))
        # Of a status of 500 or more without a body botocore reads no id (parsers.py:296-330).
        sent = error["ResponseMetadata"]["HTTPHeaders"]["x-amz-request-id"] if expected < "500" else None
        check(f"HEAD {code}: request id", error["ResponseMetadata"].get("RequestId"), sent)
    check("HEAD of a bucket", caught(ONCE.head_bucket, Bucket="nowhere").response["Error"]["Code"], "404")


def attempts():
    for mode, table in (("legacy", LEGACY), ("standard", STANDARD)):
        for code, expected in table:
            flaky = Flaky(code)
            # A client of its own: the standard mode has a budget that fills up again by time.
            error = get(client(mode), flaky.key)
            check(f"{mode}: {code}: raised", error.response["Error"]["Code"], code)
            check(f"{mode}: {code}: attempts", flaky.attempts(), expected)
        answer = client(mode).get_object(Bucket="s3err", Key=recovering("SlowDown"))
        check(f"{mode}: SlowDown twice: the object", answer["Body"].read(), b"ok\n")
        check(f"{mode}: SlowDown twice: retries", answer["ResponseMetadata"]["RetryAttempts"], 2)


def inside_a_200():
    operations = {
        "CopyObject": lambda s3, key: s3.copy_object(Bucket="s3err", Key=key, CopySource="s3err/ok/a"),
        "UploadPartCopy": lambda s3, key: s3.upload_part_copy(
            Bucket="s3err", Key=key, CopySource="s3err/ok/a", PartNumber=1, UploadId="u"
        ),
        "CompleteMultipartUpload": lambda s3, key: s3.complete_multipart_upload(
            Bucket="s3err", Key=key, UploadId="u", MultipartUpload={"Parts": [{"ETag": '"e"', "PartNumber": 1}]}
        ),
    }
    for operation, call in operations.items():
        for code in ["InternalError", "AccessDenied", "SlowDown", "NoSuchUpload"]:
            # Taken for a 500, so retried whatever the code is (handlers.py:1293-1324).
            for mode, retries in (("legacy", 4), ("standard", 2)):
                error = caught(call, client(mode), f"embedded/{code}/x").response
                check(f"{mode}: {operation}: {code}", error["Error"]["Code"], code)
                check(f"{mode}: {operation}: {code}: retries", error["ResponseMetadata"]["RetryAttempts"], retries)
        check(f"{operation}: success", caught(call, ONCE, "ok/x"), None)
    etag = ONCE.put_object(Bucket="s3err", Key="embedded/InternalError/x", Body=b"a")["ETag"]
    check("PutObject has no error inside", etag, '"0cc175b9c0f1b6a831c399e269772661"')


def redirects():
    for bucket in ["s3err-redirect", "s3err-wrongregion"]:
        s3 = client()
        check(f"{bucket}: followed", s3.get_object(Bucket=bucket, Key="a")["Body"].read(), b"ok\n")
        check(f"{bucket}: a list", client().list_objects_v2(Bucket=bucket)["KeyCount"], 0)
        check(f"{bucket}: HEAD", caught(client().head_object, Bucket=bucket, Key="a"), None)
        check(f"{bucket}: HEAD of the bucket", caught(client().head_bucket, Bucket=bucket), None)
        check(f"{bucket}: PUT", caught(client().put_object, Bucket=bucket, Key="a", Body=b"a"), None)
        check(f"{bucket}: location", client().get_bucket_location(Bucket=bucket)["LocationConstraint"], "eu-west-1")
    check("location of us-east-1", client().get_bucket_location(Bucket="s3err")["LocationConstraint"], None)
    for code in [
        "PermanentRedirect",
        "TemporaryRedirect",
        "AuthorizationHeaderMalformed",
        "Redirect",
        "WebsiteRedirect",
    ]:
        error = get(client(), f"{code}/x")
        check(f"{code}: raised in the end", error.response["Error"]["Code"], code)
    headers = get(client(), "PermanentRedirect/x").response["ResponseMetadata"]["HTTPHeaders"]
    check("PermanentRedirect: no Location", headers.get("location"), None)
    for bucket in ["s3err-permanentredirect", "s3err-temporaryredirect", "s3err-websiteredirect"]:
        error = caught(client().list_objects_v2, Bucket=bucket)
        check(f"{bucket}: no recursion", type(error).__name__, "ClientError")


def clock():
    error = get(client(), "a", "s3err-skew").response
    check("the clock is not corrected", error["Error"]["Code"], "RequestTimeTooSkewed")
    date = time.strptime(error["ResponseMetadata"]["HTTPHeaders"]["date"], "%a, %d %b %Y %H:%M:%S %Z")
    check("Date agrees with ServerTime", time.strftime("%Y-%m-%dT%H:%M:%SZ", date), error["Error"]["ServerTime"])


def delete_objects():
    keys = ["AccessDenied/a", "InternalError/b & <c>", "NoSuchThing/d", "e"]
    answer = client().delete_objects(Bucket="s3err", Delete={"Objects": [{"Key": key} for key in keys]})
    errors = [(error["Key"], error["Code"], error["Message"]) for error in answer["Errors"]]
    internal = "We encountered an internal error. Please try again."
    expected = [(keys[0], "AccessDenied", "Access Denied"), (keys[1], "InternalError", internal)]
    check("DeleteObjects: Errors", errors, expected)
    check("DeleteObjects: Deleted", [deleted["Key"] for deleted in answer["Deleted"]], keys[2:])


def transfers():
    error = caught(client().upload_fileobj, io.BytesIO(b"a"), "s3err", "AccessDenied/x")
    text = "An error occurred (AccessDenied) when calling the PutObject operation: Access Denied"
    check("upload_fileobj", str(error), text)
    error = caught(client().upload_file, __file__, "s3err", "AccessDenied/x")
    check("upload_file: class", type(error), boto3.exceptions.S3UploadFailedError)
    check("upload_file: text", str(error), contains(text))
    out = io.BytesIO()
    client().download_fileobj("s3err", recovering("InternalError"), out)
    check("download_fileobj, after two failures", out.getvalue(), b"ok\n")
    check("Bucket.load", caught(boto3.resource("s3", endpoint_url=URL, region_name=REGION).Bucket("s3err").load), None)


group(every_code, typed_exceptions, details, heads, attempts, inside_a_200, redirects, clock, delete_objects, transfers)
