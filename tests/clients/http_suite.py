"""No client at all: what `faults` sends, byte by byte, and what it does with requests that no client would make."""

import concurrent.futures
import datetime
import email.utils
import hashlib
import re
import socket
import urllib.parse
import xml.etree.ElementTree as ElementTree

from checks import HOST, ask, check, facts, group, recovering

DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n<Error>'
REQUEST_ID, HOST_ID = "x-amz-request-id", "x-amz-id-2"
COPY = {"x-amz-copy-source": "s3err/ok/a"}
S3 = "{http://s3.amazonaws.com/doc/2006-03-01/}"


def signed(region):
    credential = f"AK/ID/20260101/{region}/s3/aws4_request"
    return {"Authorization": f"AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders=host, Signature=0"}


def details(body):
    """The children of an error, by name."""
    return {child.tag: child.text or "" for child in ElementTree.fromstring(body)}


def check_error(name, answer, status, code, **expected):
    """An error answer as it has to be whatever the error is."""
    sent, headers, body = answer
    check(f"{name}: status", sent, status)
    check(
        f"{name}: one of each id",
        [len(headers.get_all(header, [])) for header in (REQUEST_ID, HOST_ID, "date")],
        [1, 1, 1],
    )
    if status == 304:
        check(f"{name}: no type and no body", (headers["content-type"], body), (None, b""))
        return
    check(f"{name}: type", headers["content-type"], "application/xml")
    check(f"{name}: layout", body.startswith(DECLARATION) and body.endswith(b"</HostId></Error>"), True)
    found = details(body)
    ids = (found.pop("RequestId"), found.pop("HostId"))
    check(f"{name}: ids", ids, (headers[REQUEST_ID], headers[HOST_ID]))
    check(f"{name}: code", found.pop("Code"), code)
    for detail, value in expected.items():
        check(f"{name}: {detail}", found.get(detail), value)


def every_code():
    known = facts()
    for code, (status, message) in known.items():
        expected = {"Message": message} if message else {}
        check_error(code, ask("GET", f"/s3err/{code}/x?y=z"), status, code, **expected)
        answer = ask("HEAD", f"/s3err/{code}")
        check(f"HEAD {code}", (answer[0], answer[2]), (status, b""))
        if code != "Redirect":  # its bucket is the one that redirects
            check_error(f"bucket of {code}", ask("PUT", f"/s3err-{code.lower()}/k", body=b"abc"), status, code)
    for path in [
        "NoSuchThing",
        "nosuchkey",
        "slowdown/x",
        "ok",
        "flaky",
        "flaky/SlowDown",
        "flaky/SlowDown/x/y",
        "embedded",
    ]:
        check_error(path, ask("GET", f"/s3err/{path}"), 404, "NoSuchKey", Key=path)
    for bucket in ["nowhere", "s3err-", "s3err-NoSuchKey", "s3err-nosuchthing", "S3err"]:
        check_error(bucket, ask("GET", f"/{bucket}/k"), 404, "NoSuchBucket", BucketName=bucket)


def what_clients_read():
    cases = [
        ("NoSuchKey/a%20b%2Fc", {"Key": "NoSuchKey/a b/c"}),
        ("InvalidRange", {"ActualObjectSize": "5"}),
        ("PreconditionFailed", {"Condition": "If-None-Match"}),
        ("InvalidObjectState", {"StorageClass": "GLACIER"}),
        ("BucketAlreadyExists", {"BucketName": "s3err"}),
        ("BucketAlreadyOwnedByYou", {"BucketName": "s3err"}),
        ("AuthorizationHeaderMalformed", {"Region": "eu-west-1"}),
        ("PermanentRedirect", {"Endpoint": HOST, "Bucket": "s3err"}),
        ("TemporaryRedirect", {"Endpoint": HOST, "Bucket": "s3err"}),
    ]
    for path, expected in cases:
        code = path.split("/")[0]
        check_error(f"details of {path}", ask("GET", f"/s3err/{path}"), facts()[code][0], code, **expected)
    body = ask("GET", "/s3err/NoSuchKey/%0D%01%FF%26%3C%3E%22%%zz")[2]
    key = '<Key>NoSuchKey/&#13;\ufffd\ufffd&amp;&lt;&gt;"%%zz</Key>'.encode()
    check("any key", key in body, True)
    _, headers, body = ask("GET", "/s3err/RequestTimeTooSkewed")
    date = email.utils.parsedate_to_datetime(headers["date"])
    check("ServerTime", details(body)["ServerTime"], date.strftime("%Y-%m-%dT%H:%M:%SZ"))


def success():
    empty = "d41d8cd98f00b204e9800998ecf8427e"
    check("ok: md5", ask("PUT", "/s3err/ok/x", body=b"")[1]["etag"], f'"{empty}"')
    big = bytes(range(256)) * 4096
    check("ok: md5 of a MiB", ask("PUT", "/s3err/ok/x", body=big)[1]["etag"], f'"{hashlib.md5(big).hexdigest()}"')
    status, headers, body = ask("GET", "/s3err/ok/a/b?versionId=1")
    check("ok: GET", (status, body, headers["etag"]), (200, b"ok\n", f'"{hashlib.md5(body).hexdigest()}"'))
    head = ask("HEAD", "/s3err/ok/a/b")
    same = ["etag", "last-modified", "content-type", "content-length"]
    check(
        "ok: HEAD", (head[0], head[2], [head[1][name] for name in same]), (200, b"", [headers[name] for name in same])
    )
    check("ok: Last-Modified", email.utils.parsedate_to_datetime(headers["last-modified"]) is not None, True)
    check("ok: DELETE", ask("DELETE", "/s3err/ok/a")[0::2], (204, b""))
    for method, query, sent, root in [
        ("PUT", "", COPY, "CopyObjectResult"),
        ("PUT", "?partNumber=1&uploadId=u", COPY, "CopyPartResult"),
        ("POST", "?uploads", {}, "InitiateMultipartUploadResult"),
        ("POST", "?uploadId=u", {}, "CompleteMultipartUploadResult"),
    ]:
        status, headers, body = ask(method, f"/s3err/ok/a{query}", sent)
        found = (status, headers["content-type"], ElementTree.fromstring(body).tag)
        check(root, found, (200, "application/xml", S3 + root))
    status, headers, body = ask("GET", "/s3err")
    check("list", (status, ElementTree.fromstring(body).tag), (200, S3 + "ListBucketResult"))
    check("HEAD of the bucket", ask("HEAD", "/s3err")[0::2], (200, b""))
    check("ids of a success", [len(headers.get_all(name, [])) for name in (REQUEST_ID, HOST_ID)], [1, 1])
    for bucket, region in [("s3err", None), ("s3err-redirect", "eu-west-1"), ("s3err-wrongregion", "eu-west-1")]:
        for headers in ({}, signed("us-east-1")):
            location = ElementTree.fromstring(ask("GET", f"/{bucket}?location", headers)[2])
            check(f"location of {bucket}", (location.tag, location.text), (S3 + "LocationConstraint", region))


def flaky():
    for code, failures in [("SlowDown", 0), ("InternalError", 3), ("AccessDenied", 1)]:
        path = f"/s3err/{recovering(code, failures)}"
        statuses = [ask("GET", path)[0] for _ in range(failures + 2)]
        check(f"flaky {code}", statuses, [facts()[code][0]] * failures + [200, 200])
        check("another token is another object", ask("GET", path + "x")[0], facts()[code][0] if failures else 200)
    path = f"/s3err/{recovering('SlowDown', 50)}"
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        statuses = list(pool.map(lambda _: ask("GET", path)[0], range(80)))
    check("flaky, all at once", statuses.count(503), 50)


def embedded():
    for code in ["InternalError", "AccessDenied", "NotModified", "PermanentRedirect"]:
        for method, query, sent in [("PUT", "", COPY), ("POST", "?uploadId=u", {})]:
            answer = ask(method, f"/s3err/embedded/{code}/x{query}", sent)
            check_error(f"embedded {code}", answer, 200, code)
        check("embedded: else success", ask("GET", f"/s3err/embedded/{code}/x")[::2], (200, b"ok\n"))
        check("embedded: else success", ask("PUT", f"/s3err/embedded/{code}/x", body=b"a")[0], 200)


def delete_objects():
    body = """<?xml version="1.0"?><Delete xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
      <Object><Key>AccessDenied/a&amp;&#13;&#x1;</Key><VersionId>7</VersionId></Object>
      <Object><Key>é<![CDATA[<]]></Key></Object>
      <Object><Key>accessdenied</Key></Object></Delete>"""
    status, _, answer = ask("POST", "/s3err?delete", body=body.encode())
    result = [(child.tag.removeprefix(S3), [entry.text for entry in child]) for child in ElementTree.fromstring(answer)]
    expected = [
        ("Error", ["AccessDenied/a&\r\ufffd", "7", "AccessDenied", "Access Denied"]),
        ("Deleted", ["é<"]),
        ("Deleted", ["accessdenied"]),
    ]
    check("DeleteObjects", (status, result), (200, expected))
    for body in [
        b"",
        b"<",
        b"<Delete/>",
        b"<Delete>",
        b"<x><Object><Key>a</Key></Object></x>",
        b"\xff",
        b"<Delete><a><b><c><d><e/>",
    ]:
        check_error(f"DeleteObjects of {body}", ask("POST", "/s3err?delete", body=body), 400, "MalformedXML")
    entities = b"<!DOCTYPE d [<!ENTITY a 'b'>]><Delete><Object><Key>&a;</Key></Object></Delete>"
    check_error("DeleteObjects with a DTD", ask("POST", "/s3err?delete", body=entities), 400, "MalformedXML")


def regions():
    for bucket, status, code in [
        ("s3err-redirect", 301, "PermanentRedirect"),
        ("s3err-wrongregion", 400, "AuthorizationHeaderMalformed"),
    ]:
        for method, path in [
            ("GET", ""),
            ("GET", "/a"),
            ("PUT", "/a"),
            ("DELETE", "/a"),
            ("POST", "?delete"),
            ("HEAD", "/a"),
            ("HEAD", ""),
        ]:
            answer = ask(method, f"/{bucket}{path}", signed("us-east-1"))
            check(f"{method} {bucket}: region", answer[1]["x-amz-bucket-region"], "eu-west-1")
            check(f"{method} {bucket}: no Location", answer[1]["location"], None)
            if method == "HEAD":
                check(f"HEAD {bucket}", answer[0::2], (status, b""))
            else:
                expected = {"Endpoint": HOST, "Bucket": bucket} if status == 301 else {"Region": "eu-west-1"}
                check_error(f"{method} {bucket}", answer, status, code, **expected)
        check(f"{bucket}: signed for it", ask("GET", f"/{bucket}/a", signed("eu-west-1"))[::2], (200, b"ok\n"))
        listed = ask("GET", f"/{bucket}?list-type=2", signed("eu-west-1"))
        check(f"{bucket}: list", (listed[0], b"<ListBucketResult" in listed[2]), (200, True))
        query = urllib.parse.quote("AK/20260101/us-east-1/s3/aws4_request", safe="")
        check(f"{bucket}: signed in the query", ask("GET", f"/{bucket}/a?X-Amz-Credential={query}")[0], status)
        for header in [
            "",
            "AWS AK:sig",
            "AWS4-HMAC-SHA256 Credential=",
            "Credential=a/b/c",
            "AWS4-ECDSA-P256-SHA256 Credential=AK/20260101/s3/aws4_request",
        ]:
            for method in ("GET", "HEAD"):
                answer = ask(method, f"/{bucket}/a", {"Authorization": header} if header else {})
                check(f"{bucket}: {method} with {header!r}", (answer[0], answer[1]["x-amz-bucket-region"]), (status, "eu-west-1"))
        everywhere = {"Authorization": "AWS4-ECDSA-P256-SHA256 Credential=AK/20260101/s3/aws4_request", "X-Amz-Region-Set": "*"}
        check(f"{bucket}: signed for all regions", ask("GET", f"/{bucket}/a", everywhere)[0], 200)
        check(f"{bucket}: region of a success", ask("HEAD", f"/{bucket}", signed("eu-west-1"))[1]["x-amz-bucket-region"], "eu-west-1")


def clock():
    now = datetime.datetime.now(datetime.timezone.utc)
    for minutes, status in [(0, 403), (44, 403), (46, 200), (60, 200), (74, 200), (76, 403), (-1440, 403)]:
        time = (now + datetime.timedelta(minutes=minutes)).strftime("%Y%m%dT%H%M%SZ")
        answer = ask("GET", "/s3err-skew/a", {"x-amz-date": time})
        check(f"s3err-skew at {minutes} minutes", answer[0], status)
        date = email.utils.parsedate_to_datetime(answer[1]["date"])
        check("Date is an hour ahead", abs((date - now).total_seconds() - 3600) < 30, True)
        if status == 403:
            expected = date.strftime("%Y-%m-%dT%H:%M:%SZ")
            check_error("s3err-skew", answer, 403, "RequestTimeTooSkewed", ServerTime=expected, RequestTime=time)
    for time in ["", "yesterday", "20261399T000000Z", "20260101T000000", "２０２６"]:
        check(f"s3err-skew with {time!r}", ask("GET", "/s3err-skew/a", {"x-amz-date": time.encode()})[0], 200)


def raw(*pieces):
    """What comes back for bytes, until the server closes."""
    host, port = HOST.split(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        for piece in pieces:
            connection.sendall(piece)
        received = b""
        while block := connection.recv(1 << 16):
            received += block
        return received


def statuses(answers):
    return [int(status) for status in re.findall(rb"HTTP/1\.[01] (\d+)", answers)]


def connections():
    end = b" HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    kept = b" HTTP/1.1\r\nHost: a\r\n"
    put = b"PUT /s3err/SlowDown/x" + kept + b"Content-Length: 5\r\n\r\nhello"
    head, fresh = (request + kept + b"\r\n" for request in (b"HEAD /s3err/NoSuchKey", b"GET /s3err/NotModified"))
    check("pipelined", statuses(raw(put + head + fresh + b"GET /s3err/ok/x" + end)), [503, 404, 304, 200])
    check("HTTP/1.0", statuses(raw(b"GET /s3err/AccessDenied HTTP/1.0\r\n\r\n")), [403])
    check("absolute form", statuses(raw(b"GET http://h/s3err/AccessDenied" + end)), [403])
    check("OPTIONS *", statuses(raw(b"OPTIONS *" + end)), [405])
    check("no HTTP", statuses(raw(b"\x00\x01\r\n\r\n")), [400])
    closed = kept + b"Connection: close\r\n"
    expecting = b"PUT /s3err/AccessDenied/x" + closed + b"Expect: 100-continue\r\nContent-Length: 3\r\n\r\n"
    check("Expect", statuses(raw(expecting, b"abc"))[-1], 403)
    chunked = b"PUT /s3err/ok/x" + closed + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
    check("chunked", b'"900150983cd24fb0d6963f7d28e17f72"' in raw(chunked), True)
    large = b"PUT /s3err/AccessDenied/x HTTP/1.1\r\nHost: a\r\nContent-Length: 16777216\r\nConnection: close\r\n\r\n"
    check("16 MiB to an error", statuses(raw(large, bytes(16 << 20))), [403])
    endless = raw(b"PUT /s3err/AccessDenied/x HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\nabc")
    check("a body without end", (statuses(endless), b"connection: close" in endless), ([403], True))


def http_2():
    # A preface, SETTINGS, and HEADERS of stream 1: GET / of http://a, without the dynamic table.
    frame = (
        lambda kind, flags, stream, payload: len(payload).to_bytes(3, "big")
        + bytes([kind, flags])
        + stream.to_bytes(4, "big")
        + payload
    )
    path = b"/s3err/NoSuchKey"
    block = b"\x82\x86\x01\x01a\x04" + bytes([len(path)]) + path
    preface = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(4, 0, 0, b"")
    goaway = frame(7, 0, 0, bytes(8))
    received = raw(preface + frame(1, 5, 1, block) + goaway)
    check("HTTP/2 with prior knowledge", b"<Error><Code>NoSuchKey</Code>" in received, True)


group(every_code, what_clients_read, success, flaky, embedded, delete_objects, regions, clock, connections, http_2)
