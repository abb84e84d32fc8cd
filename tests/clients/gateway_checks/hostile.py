"""What nobody sends who means well: every answer is an error of S3's, never a failure of the server."""

import base64
import hashlib
import itertools

from checks import case, same
from gateway_checks.harness import ask, new_bucket, rejected, s3, send, signed

NO_NUMBERS = ("99999999999999999999999999", "-1", "0x10", "1e9", "", "%20", "%00", "%D9%A0", "%FF")


@case
def numbers_that_are_none():
    bucket = new_bucket()
    s3.put_object(Bucket=bucket, Key="k", Body=b"hello")
    upload = s3.create_multipart_upload(Bucket=bucket, Key="k")["UploadId"]
    queries = ("?max-keys=", "?list-type=2&max-keys=", "?versions&max-keys=", "?uploads&max-uploads=", "/k?partNumber=",
               f"/k?uploadId={upload}&max-parts=", f"/k?uploadId={upload}&part-number-marker=", "/k?versionId=")
    for query, number in itertools.product(queries, NO_NUMBERS):
        status, _, body = ask("GET", f"/{bucket}{query}{number}")
        assert status in (200, 206, 400, 404, 416), (query, number, status, body)
    for number in ("bytes=99999999999999999999-", "bytes=-99999999999999999999", "bytes=0-99999999999999999999", "bytes=-", "bytes="):
        status, _, body = ask("GET", f"/{bucket}/k", headers={"Range": number})
        assert status in (200, 206, 416), (number, status, body)


@case
def documents_that_are_none():
    bucket = new_bucket()
    upload = s3.create_multipart_upload(Bucket=bucket, Key="k")["UploadId"]
    bomb = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><Delete><Object><Key>&b;</Key></Object></Delete>'
    documents = (
        b"<", b"<Delete>", b"</Delete>", b"\xff\xfe", b"<Delete><Object></Delete></Object>", b"<Delete>" * 5000, bomb, b"{}", b"\0",
        b"<Delete><Object><Key>&nothing;</Key></Object></Delete>", b"<Delete><Object><Key>&#x110000;</Key></Object></Delete>",
        b"<Delete/><Delete/>x", b"<Delete>" + b"<a/>" * 200_000 + b"</Delete>", b"<Delete><Object/></Delete>",
    )
    for document, (method, path) in itertools.product(
        documents, (("POST", "?delete"), ("POST", f"/k?uploadId={upload}"))
    ):
        digest = base64.b64encode(hashlib.md5(document).digest()).decode()
        rejected(ask(method, f"/{bucket}{path}", document, {"Content-MD5": digest}), 400, "MalformedXML")
    # Told by its length alone, since nobody reads it.
    headers = signed("POST", f"/{bucket}?delete", b"", {"Content-Length": str(2 * 1024 * 1024 + 1), "Content-MD5": "1B2M2Y8AsgTpgAmY7PhCfg=="})
    answer = send("POST", f"/{bucket}?delete", None, headers)
    rejected(answer, 400, "MaxMessageLengthExceeded", MaxMessageLengthBytes="2097152")


@case
def chunks_that_are_none():
    bucket = new_bucket()
    for body in (b"", b"\r\n", b"zz\r\n", b"-1\r\n", b"ffffffffffffffffffff\r\n", b"ffffffffffffffff\r\nab", b"5\r\nab", b"2\r\nabcd\r\n0\r\n\r\n",
                 b"5;" + b"x" * 9000, b"0\r\n" + b"a:b\r\n" * 40 + b"\r\n", b"0\r\n\xff:b\r\n\r\n", b"0\r\n\r\nmore", b"0\r\na b:c\r\n\r\n"):
        headers = {"x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "x-amz-decoded-content-length": "5"}
        answer = ask("PUT", f"/{bucket}/k", body, headers)
        assert answer[0] in (400, 403), (body, answer)
    for length in ("-1", "x", "18446744073709551616", ""):
        headers = {"x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "x-amz-decoded-content-length": length}
        rejected(ask("PUT", f"/{bucket}/k", b"0\r\n\r\n", headers), 411, "MissingContentLength")
    rejected(ask("PUT", f"/{bucket}/k", b"a", {"x-amz-content-sha256": "no hash"}), 400, "InvalidArgument")


@case
def paths_that_are_none():
    bucket = new_bucket()
    rejected(ask("GET", f"/{bucket}/%FF"), 400, "InvalidURI")
    for path in (f"/{bucket}/%00", f"/{bucket}//", f"/{bucket}/../../etc/passwd", f"/{bucket}/%E2%80%AE%0D%0A", f"/{bucket}/%EF%BF%BE"):
        rejected(ask("GET", path), 404, "NoSuchKey")
    # A key without a bucket is not for the service.
    for path in ("//", f"//{bucket}/k", "//?prefix=a"):
        fields = rejected(ask("GET", path), 400, "InvalidBucketName")
        assert "BucketName" not in fields, fields
    for path in ("/%2F", "/..", "/%00%00%00"):
        assert ask("GET", path)[0] in (200, 400, 403), path
    same(ask("PUT", f"/{bucket}/a%00b%0D", b"x")[0], 200)
    (entry,) = s3.list_objects_v2(Bucket=bucket)["Contents"]
    same(entry["Key"], "a\0b\r")


@case
def headers_that_are_none():
    bucket = new_bucket()
    s3.put_object(Bucket=bucket, Key="k", Body=b"hello")
    for name in ("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "Range", "x-amz-copy-source", "x-amz-date",
                 "x-amz-checksum-crc32", "x-amz-metadata-directive", "x-amz-storage-class", "x-amz-sdk-checksum-algorithm"):
        for value in ("", " ", ",", "\x80\xff", "a" * 3000, "Sun, 99 Nov 99999 08:49:37 GMT", "*/*", "=%FF", "/%FF/%FF"):
            for method in ("GET", "PUT", "HEAD"):
                # Signed before the header is added, so that the server sees it as it is.
                headers = signed(method, f"/{bucket}/k", b"x" if method == "PUT" else b"")
                answer = send(method, f"/{bucket}/k", b"x" if method == "PUT" else None, {**headers, name: value})
                assert answer[0] < 500 or answer[0] == 501, (method, name, value, answer)
