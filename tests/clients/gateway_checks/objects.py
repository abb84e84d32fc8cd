"""Objects: what they are made of, conditions, ranges, copies."""

import datetime
import http.client

import checks
from checks import case, same
from gateway_checks.harness import MIB, ask, fails, new_bucket, rejected, s3, send, signed


@case
def an_object_that_is_not_there():
    bucket = new_bucket()
    for key in ("absent", "a&b<c>'\"", "ünï", "a+b c%"):
        message = "The specified key does not exist."
        fails(404, "NoSuchKey", lambda: s3.get_object(Bucket=bucket, Key=key), message, Key=key)
    fails(404, "404", lambda: s3.head_object(Bucket=bucket, Key="absent"))
    s3.delete_object(Bucket=bucket, Key="absent")
    status, headers, body = ask("HEAD", f"/{bucket}/absent")
    same((status, body, headers["content-type"]), (404, b"", "application/xml"))


@case
def an_object_comes_back_as_it_was():
    bucket = new_bucket()
    given = {"ContentType": "text/plain", "CacheControl": "no-cache", "Metadata": {"a": "1", "long": "x" * 1000}}
    put = s3.put_object(Bucket=bucket, Key="k", Body=b"hello", **given)
    same(put["ETag"], '"5d41402abc4b2a76b9719d911017c592"')
    got = s3.get_object(Bucket=bucket, Key="k")
    same(got["Body"].read(), b"hello")
    same({name: got[name] for name in given}, given)
    same(s3.head_object(Bucket=bucket, Key="k")["ContentLength"], 5)
    other = s3.get_object(Bucket=bucket, Key="k", ResponseContentType="x/y")
    same(other["ContentType"], "x/y")


@case
def what_is_too_long():
    bucket = new_bucket()
    s3.put_object(Bucket=bucket, Key="k" * 1024)
    long = lambda: s3.put_object(Bucket=bucket, Key="k" * 1025)
    fails(400, "KeyTooLongError", long, "Your key is too long", Size="1025", MaxSizeAllowed="1024")
    s3.put_object(Bucket=bucket, Key="a", Metadata={"m": "x" * 2047})
    much = lambda: s3.put_object(Bucket=bucket, Key="a", Metadata={"m": "x" * 2048})
    fails(400, "MetadataTooLarge", much, Size="2049", MaxSizeAllowed="2048")
    headers = lambda: s3.put_object(Bucket=bucket, Key="a", Metadata={"m": "x" * 9000})
    fails(400, "RequestHeaderSectionTooLarge", headers, MaxSizeAllowed="8192")
    size = str(64 * MIB + 1)
    answer = send("PUT", f"/{bucket}/a", None, signed("PUT", f"/{bucket}/a", b"", {"Content-Length": size}))
    rejected(answer, 400, "EntityTooLarge", ProposedSize=size, MaxSizeAllowed=str(64 * MIB))
    same(answer[1].get("connection"), "close", "the body was left unread")


@case
def ranges():
    bucket = new_bucket()
    s3.put_object(Bucket=bucket, Key="k", Body=b"0123456789")
    get = lambda text: s3.get_object(Bucket=bucket, Key="k", Range=text)
    for text, body, content_range in (
        ("bytes=2-4", b"234", "bytes 2-4/10"), ("bytes=8-", b"89", "bytes 8-9/10"), ("bytes=-3", b"789", "bytes 7-9/10"),
        ("bytes=5-99", b"56789", "bytes 5-9/10"), ("bytes=-99", b"0123456789", "bytes 0-9/10"),
        (f"bytes=9-{2 ** 64}", b"9", "bytes 9-9/10"), (f"bytes=-{2 ** 64}", b"0123456789", "bytes 0-9/10"),
    ):
        got = get(text)
        same((got["Body"].read(), got["ContentRange"], got["ResponseMetadata"]["HTTPStatusCode"]), (body, content_range, 206))
    for text in ("bytes=5-4", "bytes=a-b", "lines=1-2", "bytes=0-1,3-4", "bytes=+1-+4"):
        same(get(text)["ResponseMetadata"]["HTTPStatusCode"], 200, text)
    for text in ("bytes=10-", "bytes=40-50", "bytes=-0", f"bytes={2 ** 64}-"):
        wrong = {"RangeRequested": text, "ActualObjectSize": "10"}
        message = "The requested range is not satisfiable"
        fails(416, "InvalidRange", lambda: get(text), message, headers={"content-range": "bytes */10"}, **wrong)
    head = s3.head_object(Bucket=bucket, Key="k")["ResponseMetadata"]["HTTPHeaders"]
    tag, modified = head["etag"], head["last-modified"]
    for validator, whole in ((tag, False), (modified, False), ('"no"', True), (f"W/{tag}", True), ("Sun, 06 Nov 1994 08:49:37 GMT", True)):
        status, _, body = ask("GET", f"/{bucket}/k", headers={"Range": "bytes=2-4", "If-Range": validator})
        same((status, body), (200, b"0123456789") if whole else (206, b"234"), validator)
    s3.put_object(Bucket=bucket, Key="k", Body=b"")
    fails(416, "InvalidRange", lambda: get("bytes=0-"), RangeRequested="bytes=0-", ActualObjectSize="0")
    part = lambda: s3.get_object(Bucket=bucket, Key="k", PartNumber=2)
    fails(416, "InvalidPartNumber", part, ActualPartCount="1", PartNumberRequested="2")


@case
def conditions():
    bucket = new_bucket()
    tag = s3.put_object(Bucket=bucket, Key="k", Body=b"a")["ETag"]
    now = datetime.datetime.now(datetime.UTC)
    past, future = now - datetime.timedelta(days=1), now + datetime.timedelta(days=1)
    get = lambda **how: lambda: s3.get_object(Bucket=bucket, Key="k", **how)
    message = "At least one of the pre-conditions you specified did not hold"
    fails(412, "PreconditionFailed", get(IfMatch='"no"'), message, Condition="If-Match")
    fails(412, "PreconditionFailed", get(IfUnmodifiedSince=past), Condition="If-Unmodified-Since")
    not_modified = fails(304, "304", get(IfNoneMatch=tag), headers={"etag": tag, "content-type": None})
    assert "last-modified" in not_modified["ResponseMetadata"]["HTTPHeaders"]
    fails(304, "304", get(IfModifiedSince=future))
    for form in ("%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"):
        rejected(ask("GET", f"/{bucket}/k", headers={"If-Unmodified-Since": past.strftime(form)}), 412, "PreconditionFailed")
        same(ask("GET", f"/{bucket}/k", headers={"If-Unmodified-Since": future.strftime(form)})[0], 200, form)
    for good in ({"IfMatch": tag}, {"IfMatch": "*"}, {"IfNoneMatch": '"no"'}, {"IfModifiedSince": past}, {"IfUnmodifiedSince": future},
                 {"IfMatch": tag, "IfUnmodifiedSince": past}, {"IfNoneMatch": '"no"', "IfModifiedSince": future}):
        get(**good)()
    fails(412, "412", lambda: s3.head_object(Bucket=bucket, Key="k", IfMatch='"no"'))
    put = lambda key, **how: lambda: s3.put_object(Bucket=bucket, Key=key, Body=b"b", **how)
    fails(412, "PreconditionFailed", put("k", IfNoneMatch="*"), Condition="If-None-Match")
    fails(412, "PreconditionFailed", put("k", IfMatch='"no"'), Condition="If-Match")
    fails(404, "NoSuchKey", put("new", IfMatch=tag), Key="new")
    # ceph/s3-tests, test_put_object_if_match.
    fails(412, "PreconditionFailed", put("k", IfNoneMatch=tag), Condition="If-None-Match")
    put("new", IfNoneMatch="*")()
    put("k", IfMatch=tag)()
    put("k", IfNoneMatch=tag)()


@case
def versions_of_objects():
    bucket = new_bucket()
    s3.put_object(Bucket=bucket, Key="k", Body=b"a")
    get = lambda version: lambda: s3.get_object(Bucket=bucket, Key="k", VersionId=version)
    get("null")()
    absent = "01G65Z755AFWAKHE12NY0CQ9FH"
    fails(404, "NoSuchVersion", get(absent), Key="k", VersionId=absent)
    never = lambda: s3.get_object(Bucket=bucket, Key="never", VersionId=absent)
    fails(404, "NoSuchVersion", never, Key="never", VersionId=absent)
    wrong = {"ArgumentName": "versionId", "ArgumentValue": "no version"}
    fails(400, "InvalidArgument", get("no version"), "Invalid version id specified", **wrong)
    (version,) = s3.list_object_versions(Bucket=bucket)["Versions"]
    same((version["Key"], version["VersionId"], version["IsLatest"]), ("k", "null", True))


@case
def copies():
    bucket = new_bucket()
    tag = s3.put_object(Bucket=bucket, Key="a", Body=b"hello", Metadata={"m": "1"})["ETag"]
    copy = lambda key="b", source="a", **how: lambda: s3.copy_object(Bucket=bucket, Key=key, CopySource=f"{bucket}/{source}", **how)
    same(copy()()["CopyObjectResult"]["ETag"], tag)
    same(s3.head_object(Bucket=bucket, Key="b")["Metadata"], {"m": "1"})
    copy(MetadataDirective="REPLACE", Metadata={"m": "2"})()
    same(s3.head_object(Bucket=bucket, Key="b")["Metadata"], {"m": "2"})
    fails(400, "InvalidRequest", copy(key="a"))
    copy(key="a", MetadataDirective="REPLACE")()
    fails(404, "NoSuchKey", copy(source="absent"), Key="absent")
    fails(404, "NoSuchBucket", lambda: s3.copy_object(Bucket=bucket, Key="b", CopySource="absent-bucket/a"), BucketName="absent-bucket")
    fails(412, "PreconditionFailed", copy(CopySourceIfMatch='"no"'), Condition="x-amz-copy-source-If-Match")
    fails(412, "PreconditionFailed", copy(CopySourceIfNoneMatch=tag), Condition="x-amz-copy-source-If-None-Match")
    wrong = {"ArgumentName": "x-amz-metadata-directive", "ArgumentValue": "MOVE"}
    fails(400, "InvalidArgument", copy(MetadataDirective="MOVE"), "Unknown metadata directive.", **wrong)


@case
def many_are_deleted_at_once():
    bucket = new_bucket()
    for key in ("a", "b&c"):
        s3.put_object(Bucket=bucket, Key=key)
    absent = "01G65Z755AFWAKHE12NY0CQ9FH"
    objects = [{"Key": "a"}, {"Key": "b&c"}, {"Key": "absent"}, {"Key": "d", "VersionId": absent}, {"Key": "k" * 1025}]
    result = s3.delete_objects(Bucket=bucket, Delete={"Objects": objects})
    same([entry["Key"] for entry in result["Deleted"]], ["a", "b&c", "absent"])
    version = {"Key": "d", "VersionId": absent, "Code": "NoSuchVersion", "Message": "The specified version does not exist."}
    key = {"Key": "k" * 1025, "Code": "KeyTooLongError", "Message": "Your key is too long"}
    same(result["Errors"], [version, key])
    assert "Contents" not in s3.list_objects(Bucket=bucket)
    quiet = s3.delete_objects(Bucket=bucket, Delete={"Objects": objects, "Quiet": True})
    same(("Deleted" in quiet, len(quiet["Errors"])), (False, 2))
    many = [{"Key": str(number)} for number in range(1001)]
    s3.delete_objects(Bucket=bucket, Delete={"Objects": many[:1000]})
    for wrong in (many, []):
        fails(400, "MalformedXML", lambda: s3.delete_objects(Bucket=bucket, Delete={"Objects": wrong}))
    rejected(ask("POST", f"/{bucket}?delete", b"<Delete/>"), 400, "InvalidRequest")


@case
def what_is_deleted_under_a_condition():
    bucket = new_bucket()
    tag = s3.put_object(Bucket=bucket, Key="k", Body=b"a")["ETag"]
    delete = lambda tag: lambda: s3.delete_object(Bucket=bucket, Key="k", IfMatch=tag)
    many = lambda **how: s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "k", **how}]})
    fails(412, "PreconditionFailed", delete('"no"'), Condition="If-Match")
    same([error["Code"] for error in many(ETag='"no"')["Errors"]], ["PreconditionFailed"])
    same([error["Code"] for error in many(Size=7)["Errors"]], ["NotImplemented"])
    for header in ("x-amz-if-match-size", "x-amz-if-match-last-modified-time"):
        rejected(ask("DELETE", f"/{bucket}/k", headers={header: "7"}), 501, "NotImplemented", Header=header)
    for header in ("If-None-Match", "If-Modified-Since", "If-Unmodified-Since"):
        rejected(ask("DELETE", f"/{bucket}/k", headers={header: "*"}), 501, "NotImplemented", Header=header)
    # LocalStack, as recorded from AWS.
    message = "x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets."
    bypass = lambda: s3.delete_object(Bucket=bucket, Key="k", BypassGovernanceRetention=True)
    # ceph/s3-tests, nuke_bucket.
    s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "absent"}]}, BypassGovernanceRetention=True)
    fails(400, "InvalidArgument", bypass, message, ArgumentName="x-amz-bypass-governance-retention")
    same(s3.get_object(Bucket=bucket, Key="k")["Body"].read(), b"a")
    delete(tag)()
    delete(tag)()
    assert "Errors" not in many(ETag=tag)


@case
def storage_classes_have_one_rule():
    bucket = new_bucket()
    s3.put_object(Bucket=bucket, Key="source", Body=b"a")
    copy = lambda key: lambda name: s3.copy_object(
        Bucket=bucket, Key=key, CopySource=f"{bucket}/source", MetadataDirective="REPLACE", StorageClass=name
    )
    operations = (
        lambda name: s3.put_object(Bucket=bucket, Key="k", Body=b"a", StorageClass=name),
        copy("k"),
        copy("source"),
        lambda name: s3.create_multipart_upload(Bucket=bucket, Key="k", StorageClass=name),
    )
    for operation in operations:
        operation("STANDARD")
        for name in ("STANDARD_IA", "GLACIER"):
            fails(501, "NotImplemented", lambda: operation(name), Header="x-amz-storage-class")
        fails(400, "InvalidStorageClass", lambda: operation("NOPE"), StorageClassRequested="NOPE")


@case
def what_a_cache_keeps_comes_with_a_304():
    """RFC 9110, 15.4.5."""
    bucket = new_bucket()
    s3.put_object(Bucket=bucket, Key="k", Body=b"a", CacheControl="max-age=60", ContentType="text/plain")
    path, expires = f"/{bucket}/k", "Thu, 01 Dec 2044 16:00:00 GMT"
    same(ask("PUT", path, b"a", {"Cache-Control": "max-age=60", "Expires": expires})[0], 200)
    tag = s3.head_object(Bucket=bucket, Key="k")["ETag"]
    for method in ("GET", "HEAD"):
        status, headers, body = ask(method, path, headers={"If-None-Match": tag})
        same((status, body, headers.get("cache-control"), headers.get("expires"), headers["etag"]), (304, b"", "max-age=60", expires, tag))
        assert "content-type" not in headers, headers


@case
def headers_that_a_get_asks_for():
    bucket = new_bucket()
    s3.put_object(Bucket=bucket, Key="k", Body=b"a")
    get = lambda value: ask("GET", f"/{bucket}/k?response-content-disposition={value}")
    same(get("gr%C3%BCn")[1]["content-disposition"], "grün")
    message = "Header value cannot be represented using ISO-8859-1."
    for value, text in (("%E2%82%AC", "\u20ac"), ("a%0Ab", "a\nb")):
        wrong = {"ArgumentName": "response-content-disposition", "ArgumentValue": text, "Message": message}
        rejected(get(value), 400, "InvalidArgument", **wrong)


@case
def headers_of_one_name_are_one():
    bucket = new_bucket()
    both = signed("PUT", f"/{bucket}/k", b"a", {"x-amz-meta-a": "1,2"})

    def put(name, *values):
        connection = http.client.HTTPConnection(checks.HOST, timeout=30)
        connection.putrequest("PUT", f"/{bucket}/k")
        for header, value in (*((header, value) for header, value in both.items() if header != name), *((name, value) for value in values)):
            connection.putheader(header, value)
        connection.putheader("Content-Length", "1")
        connection.endheaders(b"a")
        return connection.getresponse()

    same(put("x-amz-meta-a", "1", "2").status, 200)
    same(s3.head_object(Bucket=bucket, Key="k")["Metadata"], {"a": "1,2"})
    both = signed("PUT", f"/{bucket}/k", b"a", {"x-amz-storage-class": "STANDARD,GLACIER"})
    same(put("x-amz-storage-class", "STANDARD", "GLACIER").status, 400)


@case
def many_small_metadata_are_kept():
    """S3's limit is 2 KB of them, and no number. Python's is 100 headers, in what it reads."""
    http.client._MAXHEADERS = 512
    bucket = new_bucket()
    metadata = {f"m{number}": "v" for number in range(120)}
    s3.put_object(Bucket=bucket, Key="k", Body=b"a", Metadata=metadata)
    same(s3.head_object(Bucket=bucket, Key="k")["Metadata"], metadata)


@case
def arguments_that_an_operation_does_not_take():
    bucket = new_bucket()
    s3.put_object(Bucket=bucket, Key="k", Body=b"a")
    wrong = {"ArgumentName": "versionId", "ArgumentValue": "null", "Message": "This operation does not accept a version-id."}
    rejected(ask("PUT", f"/{bucket}/k?versionId=null", b"b"), 400, "InvalidArgument", **wrong)
    wrong = {"ArgumentName": "versionId", "Message": "Version id cannot be the empty string"}
    rejected(ask("GET", f"/{bucket}/k?versionId="), 400, "InvalidArgument", **wrong)
    source = {"x-amz-copy-source": f"{bucket}/k"}
    ranged = {**source, "x-amz-copy-source-range": "bytes=0-0"}
    rejected(ask("PUT", f"/{bucket}/c", headers=ranged), 501, "NotImplemented", Header="x-amz-copy-source-range")
    directed = {**source, "x-amz-tagging-directive": "MOVE"}
    rejected(ask("PUT", f"/{bucket}/c", headers=directed), 400, "InvalidArgument", ArgumentName="x-amz-tagging-directive")
    rejected(ask("GET", f"/{bucket}/k", headers={"x-amz-checksum-mode": "no"}), 400, "InvalidRequest", Message="Value for x-amz-checksum-mode header is invalid.")
    same(s3.get_object(Bucket=bucket, Key="k")["Body"].read(), b"a")


@case
def the_checksum_of_a_copy_is_the_one_asked_for():
    bucket = new_bucket()
    s3.put_object(Bucket=bucket, Key="a", Body=b"hello", ChecksumAlgorithm="CRC32")
    copied = s3.copy_object(Bucket=bucket, Key="b", CopySource=f"{bucket}/a", ChecksumAlgorithm="SHA256")["CopyObjectResult"]
    # printf hello | openssl dgst -sha256 -binary | base64
    same(copied["ChecksumSHA256"], "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=")
