"""Canned access lists: what they let others do, by S3's user guide ("Access control list (ACL) overview")."""

import uuid

from checks import case, same
from gateway_checks.harness import OTHER, ask, client, fails, new_bucket, rejected, s3, send, signing_case

GROUPS = "http://acs.amazonaws.com/groups/global/"
ALL, AUTHENTICATED = GROUPS + "AllUsers", GROUPS + "AuthenticatedUsers"
GRANTED = {
    "private": [],
    "public-read": [(ALL, "READ")],
    "public-read-write": [(ALL, "READ"), (ALL, "WRITE")],
    "authenticated-read": [(AUTHENTICATED, "READ")],
}


def granted(response):
    """What an access list gives to others than the owner, who has all."""
    owner, *others = response["Grants"]
    same((owner["Grantee"]["ID"], owner["Permission"]), (response["Owner"]["ID"], "FULL_CONTROL"))
    return [(grant["Grantee"]["URI"], grant["Permission"]) for grant in others]


def of_object(bucket, key="k"):
    return granted(s3.get_object_acl(Bucket=bucket, Key=key))


@case
def access_lists_have_one_rule():
    """Those of S3 are kept and told wherever they are given, and any other is no access list."""
    bucket, new = new_bucket(), f"check-{uuid.uuid4().hex[:12]}"
    s3.put_object(Bucket=bucket, Key="source", Body=b"a", ACL="public-read")
    of_bucket = lambda: granted(s3.get_bucket_acl(Bucket=bucket))

    def upload(acl):
        started = s3.create_multipart_upload(Bucket=bucket, Key="k", ACL=acl)
        which = {"Bucket": bucket, "Key": "k", "UploadId": started["UploadId"]}
        part = s3.upload_part(**which, PartNumber=1, Body=b"a")
        s3.complete_multipart_upload(**which, MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]})

    operations = (
        (lambda acl: s3.create_bucket(Bucket=new, ACL=acl), lambda: granted(s3.get_bucket_acl(Bucket=new))),
        (lambda acl: s3.put_bucket_acl(Bucket=bucket, ACL=acl), of_bucket),
        (lambda acl: s3.put_object(Bucket=bucket, Key="k", Body=b"a", ACL=acl), lambda: of_object(bucket)),
        (lambda acl: s3.copy_object(Bucket=bucket, Key="k", CopySource=f"{bucket}/source", ACL=acl), lambda: of_object(bucket)),
        (lambda acl: s3.put_object_acl(Bucket=bucket, Key="k", ACL=acl), lambda: of_object(bucket)),
        (upload, lambda: of_object(bucket)),
    )
    for operation, told in operations:
        for acl in (*GRANTED, "bucket-owner-full-control"):
            operation(acl)
            same(told(), GRANTED.get(acl, []), acl)
        fails(501, "NotImplemented", lambda: operation("log-delivery-write"), Header="x-amz-acl")
        wrong = {"ArgumentName": "x-amz-acl", "ArgumentValue": "nonsense"}
        fails(400, "InvalidArgument", lambda: operation("nonsense"), **wrong)
    # LocalStack, test_s3_bucket_acl_exceptions.
    rejected(ask("PUT", f"/{bucket}/k", headers={"x-amz-acl": "nonsense"}), 400, "InvalidArgument", Message="")
    policy = {"Owner": {"ID": "test"}, "Grants": []}
    fails(501, "NotImplemented", lambda: s3.put_object_acl(Bucket=bucket, Key="k", AccessControlPolicy=policy))


@case
def an_access_list_lasts_as_long_as_what_it_is_of():
    bucket = new_bucket()
    put = lambda **how: s3.put_object(Bucket=bucket, Key="k", Body=b"a", **how)
    put(ACL="public-read")
    s3.copy_object(Bucket=bucket, Key="copy", CopySource=f"{bucket}/k")
    same(of_object(bucket, "copy"), [])
    put()
    same(of_object(bucket), [])
    # "If you re-create an existing bucket .. returns 200 OK and resets the bucket access control lists."
    s3.put_bucket_acl(Bucket=bucket, ACL="public-read")
    s3.create_bucket(Bucket=bucket)
    same(granted(s3.get_bucket_acl(Bucket=bucket)), [])
    fails(404, "NoSuchKey", lambda: s3.put_object_acl(Bucket=bucket, Key="no", ACL="private"), Key="no")


@case
def a_bucket_without_access_lists():
    name = f"check-{uuid.uuid4().hex[:12]}"
    enforced = lambda **how: s3.create_bucket(Bucket=name, ObjectOwnership="BucketOwnerEnforced", **how)
    message = "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting"
    fails(400, "InvalidBucketAclWithObjectOwnership", lambda: enforced(ACL="public-read"), message)
    enforced()
    put = lambda **how: lambda: s3.put_object(Bucket=name, Key="k", Body=b"a", **how)
    for acl in ("private", "bucket-owner-full-control"):
        put(ACL=acl)()
    copy = lambda: s3.copy_object(Bucket=name, Key="c", CopySource=f"{name}/k", ACL="public-read")
    upload = lambda: s3.create_multipart_upload(Bucket=name, Key="k", ACL="authenticated-read")
    of_bucket = lambda: s3.put_bucket_acl(Bucket=name, ACL="public-read")
    for operation in (put(ACL="public-read"), copy, upload, of_bucket, lambda: s3.put_object_acl(Bucket=name, Key="k", ACL="public-read")):
        fails(400, "AccessControlListNotSupported", operation, "The bucket does not allow ACLs")


@signing_case
def what_is_public_is_read_without_a_signature():
    bucket = new_bucket()
    for key, acl in (("public", "public-read"), ("signed", "authenticated-read"), ("own", "private")):
        s3.put_object(Bucket=bucket, Key=key, Body=b"hello", ACL=acl)
    other = client(OTHER, OTHER)
    read = lambda key: lambda: other.get_object(Bucket=bucket, Key=key)["Body"].read()
    same(send("GET", f"/{bucket}/public", headers={"Range": "bytes=1-2"})[::2], (206, b"el"))
    same(send("HEAD", f"/{bucket}/public")[0], 200)
    same([read("public")(), read("signed")()], [b"hello", b"hello"])
    theirs = f"check-{uuid.uuid4().hex[:12]}"
    other.create_bucket(Bucket=theirs)
    other.copy_object(Bucket=theirs, Key="k", CopySource=f"{bucket}/signed")
    for key in ("signed", "own", "absent"):
        rejected(send("GET", f"/{bucket}/{key}"), 403, "AccessDenied")
    # Who may not list a bucket is not told what is missing in it.
    for key in ("own", "absent"):
        fails(403, "AccessDenied", read(key))
        fails(403, "AccessDenied", lambda: other.copy_object(Bucket=theirs, Key="k", CopySource=f"{bucket}/{key}"))
    message = "Request specific response headers cannot be used for anonymous GET requests."
    rejected(send("GET", f"/{bucket}/public?response-content-type=a/b"), 400, "InvalidRequest", Message=message)
    for path in ("public?acl", "public?tagging", "public?uploadId=x"):
        rejected(send("GET", f"/{bucket}/{path}"), 403, "AccessDenied")
    for method in ("PUT", "DELETE"):
        rejected(send(method, f"/{bucket}/public", b"" if method == "PUT" else None), 403, "AccessDenied")


@signing_case
def what_a_bucket_lets_others_do():
    bucket, other = new_bucket(), client(OTHER, OTHER)
    s3.put_object(Bucket=bucket, Key="k", Body=b"hello")
    reads = ("", "?list-type=2&fetch-owner=true", "?versions", "?uploads")
    answers = lambda: [send("GET", f"/{bucket}{query}")[0] for query in reads] + [send("HEAD", f"/{bucket}")[0]]
    same(answers(), [403] * 5)
    s3.put_bucket_acl(Bucket=bucket, ACL="authenticated-read")
    same(answers(), [403] * 5)
    same([entry["Key"] for entry in other.list_objects_v2(Bucket=bucket)["Contents"]], ["k"])
    s3.put_bucket_acl(Bucket=bucket, ACL="public-read")
    same(answers(), [200] * 5)
    # The keys may be read, and still not what is in them.
    rejected(send("GET", f"/{bucket}/k"), 403, "AccessDenied")
    rejected(send("GET", f"/{bucket}/absent"), 404, "NoSuchKey", Key="absent")
    rejected(send("PUT", f"/{bucket}/new", b"a"), 403, "AccessDenied")
    s3.put_bucket_acl(Bucket=bucket, ACL="public-read-write")
    same(send("PUT", f"/{bucket}/new", b"a", {"x-amz-acl": "public-read"})[0], 200)
    same(send("GET", f"/{bucket}/new")[2], b"a")
    same(send("DELETE", f"/{bucket}/k")[0], 204)
    # "Anonymous users cannot initiate multipart uploads."
    rejected(send("POST", f"/{bucket}/new?uploads"), 403, "AccessDenied")
    other.put_object(Bucket=bucket, Key="theirs", Body=b"b")
    listed = s3.list_objects_v2(Bucket=bucket, FetchOwner=True)["Contents"]
    same({entry["Key"]: entry["Owner"]["ID"] for entry in listed}, {"new": "test", "theirs": "test"})
    for answer in (send("GET", f"/{bucket}?acl"), send("PUT", f"/{bucket}?acl", b"", {"x-amz-acl": "private"}), send("DELETE", f"/{bucket}"),
                   send("GET", f"/{bucket}?location"), send("PUT", f"/{bucket}", b""), send("GET", "/"), send("GET", f"/{bucket}?policy")):
        rejected(answer, 403, "AccessDenied")
    fails(403, "AccessDenied", lambda: other.put_bucket_acl(Bucket=bucket, ACL="private"))
    fails(409, "BucketAlreadyExists", lambda: other.create_bucket(Bucket=bucket), BucketName=bucket)
