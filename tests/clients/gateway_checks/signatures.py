"""Signatures, which only a server with credentials asks for."""

import datetime
import email.utils
import hashlib

import boto3
from botocore.auth import S3SigV4Auth, S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials

from checks import ACCESS_KEY, SECRET_KEY, URL, case, same
from gateway_checks.harness import OTHER, ask, client, fails, new_bucket, rejected, s3, send, signed, signing_case


@signing_case
def requests_without_a_right_signature():
    bucket = new_bucket()
    path = f"/{bucket}"
    rejected(send("GET", path), 403, "AccessDenied")
    rejected(send("GET", f"{path}/no-such-key"), 403, "AccessDenied")
    for method, absent in (("GET", "/no-such-bucket"), ("GET", "/no-such-bucket/k"), ("DELETE", "/no-such-bucket/k")):
        rejected(send(method, absent), 404, "NoSuchBucket", BucketName="no-such-bucket")
    for method, nobodys in (("GET", "/"), ("PUT", "/no-such-bucket")):
        rejected(send(method, nobodys), 403, "AccessDenied")
    fails(403, "InvalidAccessKeyId", lambda: client(access="nobody").list_objects(Bucket=bucket), AWSAccessKeyId="nobody")
    region = lambda: client(region="eu-west-9").list_buckets()
    message = "The authorization header is malformed; the region 'eu-west-9' is wrong; expecting 'us-east-1'"
    fails(400, "AuthorizationHeaderMalformed", region, message, Region="us-east-1")
    rejected(send("GET", path, headers={"Authorization": ""}), 403, "AccessDenied")
    rejected(send("GET", path, headers={"Authorization": "AWS4-HMAC-SHA256 x"}), 400, "AuthorizationHeaderMalformed")
    for seconds in (-1000, 1000):
        fields = rejected(ask("GET", path, at=seconds), 403, "RequestTimeTooSkewed", MaxAllowedSkewMilliseconds="900000")
        assert fields["RequestTime"].endswith("Z") and len(fields["ServerTime"]) == 20, fields
    for date, status, code in (
        ("20100707T215304Z", 403, "RequestTimeTooSkewed"), ("99990707T215304Z", 403, "RequestTimeTooSkewed"),
        ("19500707T215304Z", 403, "AccessDenied"), ("Bad Date", 403, "AccessDenied"), ("", 403, "AccessDenied"),
    ):
        rejected(send("GET", path, headers={**signed("GET", path), "X-Amz-Date": date}), status, code)
    for kind in ("AWS4", "Bearer"):
        wrong = {"ArgumentName": "Authorization", "ArgumentValue": kind}
        rejected(send("GET", path, headers={"Authorization": f"{kind} HAHAHA"}), 400, "InvalidArgument", **wrong)
    unsigned = signed("GET", path)
    unsigned["x-amz-meta-more"] = "1"
    rejected(send("GET", path, headers=unsigned), 403, "AccessDenied", HeadersNotSigned="x-amz-meta-more")
    token = {"x-amz-security-token": "no-token"}
    message = "The provided token is malformed or otherwise invalid."
    rejected(ask("GET", path, headers=token), 400, "InvalidToken", Message=message, Token__0="no-token")
    tampered = signed("PUT", f"{path}/k", b"right")
    fields = rejected(send("PUT", f"{path}/k", b"wrong", tampered), 400, "XAmzContentSHA256Mismatch")
    same(fields["ClientComputedContentSHA256"], hashlib.sha256(b"right").hexdigest())
    same(fields["S3ComputedContentSHA256"], hashlib.sha256(b"wrong").hexdigest())


@signing_case
def a_signature_that_does_not_match():
    request = AWSRequest("GET", f"{URL}/some-bucket/a%20b?prefix=%20&acl", headers={"x-amz-meta-a": " b  c "})
    auth = S3SigV4Auth(Credentials(ACCESS_KEY, "wrong"), "s3", "us-east-1")
    auth.add_auth(request)
    answer = send("GET", "/some-bucket/a%20b?prefix=%20&acl", headers=dict(request.headers))
    signature = request.headers["Authorization"].rsplit("=", 1)[1]
    del request.headers["Authorization"]
    canonical = auth.canonical_request(request)
    string_to_sign = auth.string_to_sign(request, canonical)
    rejected(
        answer, 403, "SignatureDoesNotMatch", AWSAccessKeyId=ACCESS_KEY, StringToSign=string_to_sign,
        SignatureProvided=signature, StringToSignBytes=string_to_sign.encode().hex(" "),
        CanonicalRequest=canonical, CanonicalRequestBytes=canonical.encode().hex(" "),
    )


@signing_case
def presigned_urls():
    bucket = new_bucket()
    s3.put_object(Bucket=bucket, Key="a b", Body=b"hello")

    def url(seconds, age=0):
        request = AWSRequest("GET", f"{URL}/{bucket}/a%20b")
        auth = S3SigV4QueryAuth(Credentials(ACCESS_KEY, SECRET_KEY), "s3", "us-east-1", expires=seconds)
        time = datetime.datetime.now(datetime.UTC) - datetime.timedelta(seconds=age)
        request.context["timestamp"] = time.strftime("%Y%m%dT%H%M%SZ")
        auth._modify_request_before_signing(request)
        signature = auth.signature(auth.string_to_sign(request, auth.canonical_request(request)), request)
        auth._inject_signature_to_request(request, signature)
        return request.url[len(URL):], time

    same(send("GET", url(60)[0])[0::2], (200, b"hello"))
    path, time = url(100, age=300)
    end = (time + datetime.timedelta(seconds=100)).strftime("%Y-%m-%dT%H:%M:%SZ")
    fields = rejected(send("GET", path), 403, "AccessDenied", Message="Request has expired", X__Amz__Expires="100", Expires=end)
    assert len(fields["ServerTime"]) == 20, fields
    # ceph/s3-tests, test_object_raw_get_x_amz_expires_out_*.
    for seconds, age in ((0, 0), (-7, 0), (-7, -60)):
        rejected(send("GET", url(seconds, age)[0]), 403, "AccessDenied", Message="Request has expired")
    rejected(send("GET", url(604801)[0]), 403, "AccessDenied")
    rejected(send("GET", url(60)[0].replace("X-Amz-Expires", "X-Expires")), 400, "AuthorizationQueryParametersError")
    rejected(send("GET", url(60)[0] + "&X-Amz-Security-Token=no-token"), 400, "InvalidToken", Token__0="no-token")
    rejected(send("GET", url(60)[0] + "&more=1"), 403, "SignatureDoesNotMatch")


@signing_case
def signatures_of_version_2():
    bucket = new_bucket()
    old = client(version="s3")
    old.put_object(Bucket=bucket, Key="a b", Body=b"hello", Metadata={"m": " 1 "}, ContentType="a/b", ACL="public-read")
    same(old.get_object(Bucket=bucket, Key="a b", ResponseContentType="c/d")["ContentType"], "c/d")
    same(len(old.get_object_acl(Bucket=bucket, Key="a b")["Grants"]), 2)
    by_host = boto3.client("s3", endpoint_url=URL, region_name="us-east-1", config=Config(signature_version="s3"))
    same(len(by_host.list_objects(Bucket=bucket)["Contents"]), 1)
    # What a client presigns by default.
    url = lambda operation, seconds=60, **how: boto3.client(
        "s3", endpoint_url=URL, region_name="us-east-1", aws_access_key_id=ACCESS_KEY, aws_secret_access_key=SECRET_KEY
    ).generate_presigned_url(operation, Params={"Bucket": bucket, "Key": "k", **how}, ExpiresIn=seconds)[len(URL):]
    put = url("put_object", Metadata={"m": "2"})
    assert "AWSAccessKeyId=" in put and "x-amz-meta-m=2" in put, put
    same(send("PUT", put, b"hi")[0], 200)
    same(s3.head_object(Bucket=bucket, Key="k")["Metadata"], {"m": "2"})
    same(send("GET", url("get_object", ResponseContentType="c/d"))[::2], (200, b"hi"))
    # LocalStack, as recorded from AWS.
    fields = rejected(send("GET", url("get_object", -10)), 403, "AccessDenied", Message="Request has expired")
    same(set(fields) - {"Code", "Message", "Resource", "RequestId", "HostId"}, {"Expires", "ServerTime"})
    message = "Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters"
    rejected(send("GET", f"/{bucket}/k?AWSAccessKeyId={ACCESS_KEY}&Signature=c2ln"), 403, "AccessDenied", Message=message)
    wrong = url("get_object")
    fields = rejected(send("GET", wrong + "&versionId=null"), 403, "SignatureDoesNotMatch", AWSAccessKeyId=ACCESS_KEY)
    same(fields["StringToSign"].split("\n")[0::4], ["GET", f"/{bucket}/k?versionId=null"])
    # ceph/s3-tests, test_headers.py.
    headers = lambda date, signed="AWS test:c2ln": {"Authorization": signed, "x-amz-date": date}
    now = email.utils.formatdate(usegmt=True)
    rejected(send("PUT", f"/{bucket}/k", b"a", headers(now, "AWS HAHAHA")), 400, "InvalidArgument", ArgumentName="Authorization")
    rejected(send("PUT", f"/{bucket}/k", b"a", headers(now, "AWS nobody:c2ln")), 403, "InvalidAccessKeyId")
    rejected(send("PUT", f"/{bucket}/k", b"a", headers(now)), 403, "SignatureDoesNotMatch")
    for date in ("Tue, 07 Jul 2010 21:53:04 GMT", "Tue, 07 Jul 9999 21:53:04 GMT"):
        rejected(send("PUT", f"/{bucket}/k", b"a", headers(date)), 403, "RequestTimeTooSkewed")
    for date in ("Bad Date", ""):
        rejected(send("PUT", f"/{bucket}/k", b"a", headers(date)), 403, "AccessDenied")


@case
def headers_in_a_presigned_url():
    """The SDKs for JavaScript and Go sign headers as arguments, and S3 takes them for headers: aws-sdk-js-v3 #3906."""
    bucket = new_bucket()

    def put(**arguments):
        # A checksum of nothing: the SDK for JavaScript signs it before there is a body, and S3 does not look at it.
        arguments |= {"x-amz-checksum-crc32": "AAAAAA==", "x-amz-sdk-checksum-algorithm": "CRC32"}
        request = AWSRequest("PUT", f"{URL}/{bucket}/k", params=arguments)
        S3SigV4QueryAuth(Credentials(ACCESS_KEY, SECRET_KEY), "s3", "us-east-1").add_auth(request)
        return send("PUT", request.prepare().url[len(URL):], b"hello")

    same(put(**{"X-Amz-Meta-A": "1", "x-amz-acl": "public-read", "x-amz-storage-class": "STANDARD"})[0], 200)
    got = s3.get_object(Bucket=bucket, Key="k")
    same((got["Body"].read(), got["Metadata"]), (b"hello", {"a": "1"}))
    same(len(s3.get_object_acl(Bucket=bucket, Key="k")["Grants"]), 2)
    rejected(put(**{"x-amz-storage-class": "GLACIER"}), 501, "NotImplemented", Header="x-amz-storage-class")
    rejected(put(**{"X-Amz-Tagging": "a=b"}), 501, "NotImplemented", Header="x-amz-tagging")
    rejected(put(**{"x-amz-acl": "nonsense"}), 400, "InvalidArgument", ArgumentName="x-amz-acl")


@signing_case
def chunks_with_signatures():
    bucket = new_bucket()
    data, path = b"a" * 9000, f"/{bucket}/k"
    kind = {"x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "x-amz-decoded-content-length": str(len(data))}

    def put(tamper):
        headers = signed("PUT", path, b"", kind)
        auth = S3SigV4Auth(Credentials(ACCESS_KEY, SECRET_KEY), "s3", "us-east-1")
        request = AWSRequest("PUT", URL + path)
        request.context["timestamp"] = headers["X-Amz-Date"]
        previous, body, nothing = headers["Authorization"].rsplit("=", 1)[1], b"", hashlib.sha256(b"").hexdigest()
        for chunk in (data, b""):
            hashes = [previous, nothing, hashlib.sha256(chunk).hexdigest()]
            to_sign = "\n".join(["AWS4-HMAC-SHA256-PAYLOAD", headers["X-Amz-Date"], auth.credential_scope(request), *hashes])
            previous = auth.signature(to_sign, request)
            body += b"%x;chunk-signature=%s\r\n%s\r\n" % (len(chunk), previous.encode(), chunk)
        return send("PUT", path, tamper(body), headers)

    same(put(lambda body: body)[0], 200)
    same(s3.get_object(Bucket=bucket, Key="k")["Body"].read(), data)
    fields = rejected(put(lambda body: body.replace(b"aaaa", b"aaab", 1)), 403, "SignatureDoesNotMatch", AWSAccessKeyId=ACCESS_KEY)
    assert fields["StringToSign"].startswith("AWS4-HMAC-SHA256-PAYLOAD\n") and "CanonicalRequest" not in fields, fields


@signing_case
def what_belongs_to_somebody_else():
    bucket, stranger = new_bucket(), client(OTHER, OTHER)
    s3.put_object(Bucket=bucket, Key="k", Body=b"mine")
    fails(409, "BucketAlreadyExists", lambda: stranger.create_bucket(Bucket=bucket), BucketName=bucket)
    for operation in (stranger.list_objects, stranger.delete_bucket, stranger.list_multipart_uploads):
        fails(403, "AccessDenied", lambda: operation(Bucket=bucket), "Access Denied")
    fails(403, "AccessDenied", lambda: stranger.get_object(Bucket=bucket, Key="k"))
    fails(403, "403", lambda: stranger.head_bucket(Bucket=bucket), headers={"x-amz-bucket-region": "us-east-1"})
    assert bucket not in [entry["Name"] for entry in stranger.list_buckets()["Buckets"]]
