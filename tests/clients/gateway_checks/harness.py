"""What every case of the gateway uses: boto3's client, and how a response is held against what S3 says."""

import datetime
import hashlib
import os
import uuid
import xml.etree.ElementTree as ElementTree

import boto3
import botocore.session
from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

import checks
from checks import ACCESS_KEY, SECRET_KEY, URL, case, same

# Somebody else, with buckets of their own. The server was started without keys where there is nobody.
OTHER = os.environ.get("S3ERR_OTHER")
MIB = 1024 * 1024


def client(access=ACCESS_KEY, secret=SECRET_KEY, region="us-east-1", version="s3v4"):
    config = Config(signature_version=version, retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}, parameter_validation=False)
    return boto3.client(
        "s3", endpoint_url=URL, region_name=region, aws_access_key_id=access, aws_secret_access_key=secret, config=config
    )


s3 = client()
# S3's API. A client's own model lacks the bucket in its paths.
MODEL = botocore.session.get_session().get_service_model("s3")


def signing_case(function):
    """A case of a server that checks signatures."""
    return case(function) if OTHER else function


def new_bucket():
    name = f"check-{uuid.uuid4().hex[:12]}"
    s3.create_bucket(Bucket=name)
    return name


def fails(status, code, operation, message=None, *, by=None, headers=None, **details):
    """The operation fails like this, and has exactly these details."""
    try:
        operation()
    except ClientError as error:
        response, meta = error.response["Error"], error.response["ResponseMetadata"]
        same((meta["HTTPStatusCode"], response["Code"]), (status, code), "status and code")
        assert len(meta["RequestId"]) == 16 and meta["HostId"], meta
        if message is not None:
            same(response["Message"], message, "message")
        own = {name: text for name, text in response.items() if name not in ("Code", "Message", "Resource")}
        same(own, {name.replace("__", "-"): text for name, text in details.items()}, "details")
        for name, value in (headers or {}).items():
            same(meta["HTTPHeaders"].get(name), value, name)
        return error.response
    raise AssertionError(f"succeeded, {code} expected")


def signed(method, path, body=b"", headers=None, access=ACCESS_KEY, secret=SECRET_KEY, region="us-east-1", at=None):
    """The headers of a request with its signature; `at` shifts the clock by so many seconds."""
    request = AWSRequest(method, URL + path, data=body, headers=dict(headers or {}))
    auth = S3SigV4Auth(Credentials(access, secret), "s3", region)
    if at is not None or "x-amz-content-sha256" in request.headers:
        time = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=at or 0)
        request.context["timestamp"] = time.strftime("%Y%m%dT%H%M%SZ")
        if "x-amz-content-sha256" not in request.headers:
            request.headers["x-amz-content-sha256"] = hashlib.sha256(body or b"").hexdigest()
        request.headers["X-Amz-Date"] = request.context["timestamp"]
        canonical = auth.canonical_request(request)
        string_to_sign = auth.string_to_sign(request, canonical)
        signature = auth.signature(string_to_sign, request)
        auth._inject_signature_to_request(request, signature)
    else:
        auth.add_auth(request)
    return dict(request.headers)


def send(method, path, body=None, headers=None):
    """One request as it is: status, headers, body."""
    status, received, data = checks.ask(method, path, headers or {}, body)
    return status, {name.lower(): value for name, value in received.items()}, data


def ask(method, path, body=b"", headers=None, **how):
    return send(method, path, body or None, signed(method, path, body, headers, **how))


def rejected(response, status, code, **details):
    """The plain response is this error, whose ids are those of the headers."""
    actual, headers, body = response
    same(actual, status, body)
    root = ElementTree.fromstring(body)
    same(root.tag, "Error")
    fields = {child.tag: child.text or "" for child in root}
    same(fields["Code"], code)
    same((fields["RequestId"], fields["HostId"]), (headers["x-amz-request-id"], headers["x-amz-id-2"]), "ids")
    same(headers["content-type"], "application/xml")
    for name, value in details.items():
        same(fields.get(name.replace("__", "-")), value, name)
    return fields
