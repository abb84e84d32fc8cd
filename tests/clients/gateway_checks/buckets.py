"""Buckets."""

import uuid

from checks import case, same
from gateway_checks.harness import MODEL, ask, fails, new_bucket, rejected, s3, send


@case
def a_bucket_that_is_not_there():
    name = f"absent-{uuid.uuid4().hex[:8]}"
    for operation in (s3.list_objects, s3.list_objects_v2, s3.delete_bucket, s3.get_bucket_location, s3.get_bucket_versioning):
        fails(404, "NoSuchBucket", lambda: operation(Bucket=name), "The specified bucket does not exist", BucketName=name)
    fails(404, "NoSuchBucket", lambda: s3.put_object(Bucket=name, Key="a", Body=b"a"), BucketName=name)
    fails(404, "NoSuchBucket", lambda: s3.get_object(Bucket=name, Key="a"), BucketName=name)
    fails(404, "404", lambda: s3.head_bucket(Bucket=name), headers={"x-amz-bucket-region": "us-east-1"})


@case
def names_that_no_bucket_may_have():
    for name in ("ab", "a" * 64, "Upper", "under_score", "-dash", "dash-", "two..dots", "dot.-dash", "dash-.dot", "192.168.5.123", "xn--a", "a-s3alias"):
        for method in ("PUT", "GET"):
            rejected(ask(method, f"/{name}"), 400, "InvalidBucketName", BucketName=name)
    s3.create_bucket(Bucket="a.b-c.3")
    s3.delete_bucket(Bucket="a.b-c.3")


@case
def a_bucket_lives_once_and_dies_empty():
    bucket = new_bucket()
    # S3's list of error codes: its first region takes one's own bucket again. Others: gateway_elsewhere.py.
    s3.create_bucket(Bucket=bucket)
    assert bucket in [entry["Name"] for entry in s3.list_buckets()["Buckets"]]
    s3.put_object(Bucket=bucket, Key="a")
    fails(409, "BucketNotEmpty", lambda: s3.delete_bucket(Bucket=bucket), BucketName=bucket)
    s3.delete_object(Bucket=bucket, Key="a")
    s3.delete_bucket(Bucket=bucket)
    fails(404, "404", lambda: s3.head_bucket(Bucket=bucket))


@case
def buckets_page_by_page():
    prefix = f"page-{uuid.uuid4().hex[:8]}-"
    names = [f"{prefix}{letter}" for letter in "abc"]
    for name in (*names, "other-" + prefix[:-1]):
        s3.create_bucket(Bucket=name)
    pages = list(s3.get_paginator("list_buckets").paginate(Prefix=prefix, PaginationConfig={"PageSize": 2}))
    same([[bucket["Name"] for bucket in page["Buckets"]] for page in pages], [names[:2], names[2:]])
    same([page["Prefix"] for page in pages], [prefix, prefix])
    same(s3.list_buckets(Prefix=prefix, BucketRegion="eu-west-9")["Buckets"], [])
    wrong = {"ArgumentName": "max-buckets", "ArgumentValue": "0"}
    fails(400, "InvalidArgument", lambda: s3.list_buckets(MaxBuckets=0), **wrong)
    wrong = {"ArgumentName": "continuation-token"}
    fails(400, "InvalidArgument", lambda: s3.list_buckets(ContinuationToken="!"), **wrong)


@case
def where_a_bucket_is():
    where = {"LocationConstraint": "nowhere"}
    name = f"there-{uuid.uuid4().hex[:8]}"
    create = lambda: s3.create_bucket(Bucket=name, CreateBucketConfiguration=where)
    fails(400, "InvalidLocationConstraint", create, LocationConstraint="nowhere")
    same(s3.get_bucket_location(Bucket=new_bucket())["LocationConstraint"], None)
    rejected(ask("PUT", f"/{name}", b"<CreateBucketConfiguration>"), 400, "MalformedXML")


@case
def versioning_is_not_promised():
    """To say yes would lose data: the client deletes what it believes to be kept."""
    bucket = new_bucket()
    for status in ("Enabled", "Suspended"):
        put = lambda: s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": status})
        fails(501, "NotImplemented", put)
    assert "Status" not in s3.get_bucket_versioning(Bucket=bucket)


@case
def a_new_bucket_is_what_was_asked_for():
    name = f"check-{uuid.uuid4().hex[:12]}"
    tagged = b"<CreateBucketConfiguration><Tags><Tag><Key>a</Key><Value>b</Value></Tag></Tags></CreateBucketConfiguration>"
    rejected(ask("PUT", f"/{name}", tagged), 501, "NotImplemented")
    own = lambda kind: lambda: s3.create_bucket(Bucket=name, ObjectOwnership=kind)
    fails(501, "NotImplemented", own("ObjectWriter"), Header="x-amz-object-ownership")
    # LocalStack, as recorded from AWS.
    fails(400, "InvalidArgument", own("RandomValue"), "Invalid x-amz-object-ownership header: RandomValue", ArgumentName="x-amz-object-ownership")
    fails(404, "404", lambda: s3.head_bucket(Bucket=name))
    own("BucketOwnerEnforced")()
    rules = s3.get_bucket_ownership_controls(Bucket=name)["OwnershipControls"]["Rules"]
    same(rules, [{"ObjectOwnership": "BucketOwnerEnforced"}])


@case
def what_is_not_configured_or_not_there():
    bucket = new_bucket()
    for operation, code, status in (
        (s3.get_bucket_policy, "NoSuchBucketPolicy", 404),
        (s3.get_bucket_policy_status, "NoSuchBucketPolicy", 404),
        (s3.get_bucket_cors, "NoSuchCORSConfiguration", 404),
        (s3.get_bucket_tagging, "NoSuchTagSet", 404),
        (s3.get_bucket_lifecycle_configuration, "NoSuchLifecycleConfiguration", 404),
        (s3.get_bucket_website, "NoSuchWebsiteConfiguration", 404),
        (s3.get_bucket_encryption, "ServerSideEncryptionConfigurationNotFoundError", 404),
        (s3.get_public_access_block, "NoSuchPublicAccessBlockConfiguration", 404),
        (s3.get_bucket_ownership_controls, "OwnershipControlsNotFoundError", 404),
        (s3.get_bucket_replication, "ReplicationConfigurationNotFoundError", 404),
        (s3.get_object_lock_configuration, "ObjectLockConfigurationNotFoundError", 404),
    ):
        fails(status, code, lambda: operation(Bucket=bucket), BucketName=bucket)
    for operation in (s3.get_bucket_accelerate_configuration, s3.get_bucket_logging, s3.get_bucket_notification_configuration):
        same(set(operation(Bucket=bucket)), {"ResponseMetadata"})
    same(s3.get_bucket_request_payment(Bucket=bucket)["Payer"], "BucketOwner")
    fails(501, "NotImplemented", lambda: s3.put_bucket_policy(Bucket=bucket, Policy="{}"))
    tagged = lambda: s3.put_object(Bucket=bucket, Key="a", Tagging="a=b")
    fails(501, "NotImplemented", tagged, Header="x-amz-tagging")
    for header in ("x-amz-grant-read-acp", "x-amz-object-lock-mode", "x-amz-mfa", "Content-Range", "If-Modified-Since", "If-Unmodified-Since", "x-amz-server-side-encryption-customer-key",
                   "x-amz-copy-source-server-side-encryption-customer-algorithm"):
        rejected(ask("PUT", f"/{bucket}/a", headers={header: "a"}), 501, "NotImplemented", Header=header)
    same(s3.get_bucket_acl(Bucket=bucket)["Grants"][0]["Permission"], "FULL_CONTROL")


@case
def owners_that_are_expected():
    bucket = new_bucket()
    owner = s3.list_buckets()["Owner"]["ID"]
    source = {"Bucket": bucket, "Key": "k", "CopySource": f"{bucket}/k", "MetadataDirective": "REPLACE"}
    # LocalStack, as recorded from AWS.
    for wrong in ("0000000000020", "0000", "aa000000000$", "abcd"):
        message = f"The value of the expected bucket owner parameter must be an AWS Account ID... [{wrong}]"
        for operation in (
            lambda: s3.list_objects_v2(Bucket=bucket, ExpectedBucketOwner=wrong),
            lambda: s3.put_object(Bucket=bucket, Key="k", ExpectedBucketOwner=wrong),
            lambda: s3.copy_object(**source, ExpectedSourceBucketOwner=wrong),
        ):
            fails(400, "InvalidBucketOwnerAWSAccountID", operation, message)
    s3.put_object(Bucket=bucket, Key="k", Body=b"mine", ExpectedBucketOwner=owner)
    s3.copy_object(**source, ExpectedSourceBucketOwner=owner)
    fails(403, "AccessDenied", lambda: s3.put_object(Bucket=bucket, Key="k", ExpectedBucketOwner="123456789012"))
    fails(403, "AccessDenied", lambda: s3.delete_bucket(Bucket=bucket, ExpectedBucketOwner="123456789012"))
    fails(403, "AccessDenied", lambda: s3.copy_object(**source, ExpectedSourceBucketOwner="123456789012"))


@case
def operations_that_are_not_there():
    """None of them is taken for another operation on the same path, which could overwrite or delete."""
    bucket = new_bucket()
    s3.put_object(Bucket=bucket, Key="k", Body=b"mine")
    asked = 0
    for operation in MODEL.operation_names:
        how = MODEL.operation_model(operation).http
        path, _, query = how["requestUri"].partition("?")
        subresource = query.split("&")[0].partition("=")[0]
        if subresource in ("", "x-id", "list-type", "uploads", "uploadId") or "{Bucket}" not in path:
            continue
        path = path.replace("{Bucket}", bucket).replace("{Key+}", "k")
        asked += 1
        status, _, body = ask(how["method"], f"{path}?{query}")
        assert status in (400, 404, 501) or how["method"] in ("GET", "HEAD") and b"<Contents>" not in body, (operation, status, body)
        same(s3.get_object(Bucket=bucket, Key="k")["Body"].read(), b"mine", operation)
        s3.head_bucket(Bucket=bucket)
    assert asked > 70, asked


@case
def methods_that_a_resource_does_not_take():
    bucket = new_bucket()
    for method, path, allow, kind in (
        ("POST", "/", "GET", "SERVICE"),
        ("PATCH", f"/{bucket}", "HEAD, DELETE, POST, GET, PUT", "BUCKET"),
        ("PUT", f"/{bucket}?location", "GET", "LOCATION"),
        ("POST", f"/{bucket}/key", "HEAD, DELETE, GET, PUT", "OBJECT"),
        ("GET", f"/{bucket}/key?uploads", "POST", "UPLOADS"),
    ):
        answer = ask(method, path)
        rejected(answer, 405, "MethodNotAllowed", Method=method, ResourceType=kind)
        same(answer[1]["allow"], allow)
    for path, kind in ((f"/{bucket}", "BUCKET"), (f"/{bucket}/key", "OBJECT")):
        asked = {"Origin": "http://a.example", "Access-Control-Request-Method": "GET"}
        rejected(send("OPTIONS", path, headers=asked), 403, "AccessForbidden", Method="GET", ResourceType=kind)
        rejected(send("OPTIONS", path), 400, "BadRequest", Message="Insufficient information. Origin request header needed.")
    form = "Bucket POST must be of the enclosure-type multipart/form-data"
    rejected(ask("POST", f"/{bucket}"), 412, "PreconditionFailed", Condition=form)
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    # Its signature is in its fields.
    for answer in (ask("POST", f"/{bucket}", b"--x--", headers), send("POST", f"/{bucket}", b"--x--", headers)):
        rejected(answer, 501, "NotImplemented")
