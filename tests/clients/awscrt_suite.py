"""awscrt, the runtime below the AWS CLI's fast transfers and mountpoint: the name, status and document of S3ResponseError;
ranges, which it asks for by itself; uploads in parts; errors inside a 200."""

import io
import re

from awscrt import auth, http, s3
from awscrt import io as crt

from checks import ACCESS_KEY, HOST, REGION, SECRET_KEY, check, facts, group, recovering

PART = 5 << 20
GET, PUT, OTHER = s3.S3RequestType.GET_OBJECT, s3.S3RequestType.PUT_OBJECT, s3.S3RequestType.DEFAULT

group_of_threads = crt.EventLoopGroup(1)
bootstrap = crt.ClientBootstrap(group_of_threads, crt.DefaultHostResolver(group_of_threads))
credentials = auth.AwsCredentialsProvider.new_static(ACCESS_KEY, SECRET_KEY)


def client(region):
    signing = s3.create_default_s3_signing_config(region=region, credential_provider=credentials)
    return s3.S3Client(
        bootstrap=bootstrap, region=region, signing_config=signing, tls_mode=s3.S3RequestTlsMode.DISABLED, part_size=PART
    )


clients = {region: client(region) for region in (REGION, "eu-west-1")}


def send(method, path, kind, size=None, region=REGION, headers=(), operation=None):
    """The status and body of a success, or the exception."""
    headers = http.HttpHeaders([("host", HOST), *headers])
    if size is not None:
        headers.add("content-length", str(size))
    request = http.HttpRequest(method, path, headers, None if size is None else io.BytesIO(b"a" * size))
    seen, chunks = {}, {}
    sent = clients[region].make_request(
        request=request,
        type=kind,
        operation_name=operation,
        on_headers=lambda status_code, headers, **_: seen.update(status=status_code),
        on_body=lambda chunk, offset, **_: chunks.update({offset: bytes(chunk)}),
    )
    try:
        sent.finished_future.result(60)
    except Exception as error:
        return error
    return seen["status"], b"".join(chunk for _, chunk in sorted(chunks.items()))


def check_error(name, error, kind, status, code, operation):
    check(f"{name}: class", type(error), s3.S3ResponseError)
    check(f"{name}: name, status, operation", (error.name, error.status_code, error.operation_name), (kind, status, operation))
    document = (error.body or b"").decode()
    check(f"{name}: code", re.findall("<Code>(.*?)</Code>", document), [code])
    ids = dict(error.headers)
    check(f"{name}: request id", re.findall("<RequestId>(.*?)</RequestId>", document), [ids["x-amz-request-id"]])


# aws-c-s3's s3_meta_request.c, `s_s3_meta_request_error_code_from_response_status`, and s3_util.c,
# `aws_s3_crt_error_code_from_recoverable_error_code_string`: these have a name of their own and are tried again.
RECOVERABLE = {"RequestTimeTooSkewed", "RequestTimeout"}


def every_code():
    for code, (status, _) in facts().items():
        if status >= 500 or status == 304 or code in RECOVERABLE:
            continue  # below
        kind = "AWS_ERROR_S3_OBJECT_MODIFIED" if status == 412 else "AWS_ERROR_S3_INVALID_RESPONSE_STATUS"
        check_error(code, send("GET", f"/s3err/{code}/x", GET), kind, status, code, "GetObject")
    error = send("GET", "/s3err/NotModified/x", GET)
    check("NotModified: no document", (error.status_code, error.body or b""), (304, b""))


def what_is_tried_again():
    for code in ("SlowDown", "InternalError"):
        for size in ((), [("range", "bytes=1-2")]):
            status, body = send("GET", f"/s3err/{recovering(code)}", GET, headers=size)
            check(f"{code} twice, then {size or 'all'}", (status, body), (206, b"k\n") if size else (200, b"ok\n"))
    check("SlowDown: name", send("GET", "/s3err/SlowDown/x", GET).name, "AWS_ERROR_S3_SLOW_DOWN")
    check("the clock", send("GET", "/s3err-skew/x", GET).name, "AWS_ERROR_S3_REQUEST_TIME_TOO_SKEWED")


def writing():
    for size in (1, 2 * PART + 1):
        check(f"{size} bytes", send("PUT", "/s3err/ok/x", PUT, size)[0], 200)
    error = send("PUT", "/s3err/AccessDenied/x", PUT, 1)
    check_error("PutObject", error, "AWS_ERROR_S3_INVALID_RESPONSE_STATUS", 403, "AccessDenied", "PutObject")
    error = send("PUT", "/s3err/AccessDenied/x", PUT, 2 * PART)
    check_error("in parts", error, "AWS_ERROR_S3_INVALID_RESPONSE_STATUS", 403, "AccessDenied", "CreateMultipartUpload")
    error = send("PUT", "/s3err/embedded/AccessDenied/x", PUT, 2 * PART)
    check_error("inside a 200", error, "AWS_ERROR_S3_NON_RECOVERABLE_ASYNC_ERROR", 200, "AccessDenied", "CompleteMultipartUpload")


def regions():
    error = send("GET", "/s3err-redirect/x", GET)
    check_error("s3err-redirect", error, "AWS_ERROR_S3_INVALID_RESPONSE_STATUS", 301, "PermanentRedirect", "GetObject")
    check("s3err-redirect: region", dict(error.headers)["x-amz-bucket-region"], "eu-west-1")
    error = send("GET", "/s3err-wrongregion/x", GET)
    check_error("s3err-wrongregion", error, "AWS_ERROR_S3_INVALID_RESPONSE_STATUS", 400, "AuthorizationHeaderMalformed", "GetObject")
    for bucket in ("s3err-redirect", "s3err-wrongregion"):
        check(f"{bucket}, signed for it", send("GET", f"/{bucket}/x", GET, region="eu-west-1"), (200, b"ok\n"))
    check("listing", send("GET", "/s3err?list-type=2", OTHER, operation="ListObjectsV2")[0], 200)


group(every_code, what_is_tried_again, writing, regions)
