"""Bodies of requests: digests, lengths, chunks."""

import base64
import hashlib
import http.client
import zlib
from urllib.parse import urlsplit

from checks import URL, case, same
from gateway_checks.harness import ask, new_bucket, rejected, s3, send, signed


@case
def digests():
    bucket = new_bucket()
    body = b"123456789"
    put = lambda headers: ask("PUT", f"/{bucket}/k", body, headers)
    b64 = lambda data: base64.b64encode(data).decode()
    right, wrong = b64(hashlib.md5(body).digest()), b64(hashlib.md5(b"other").digest())
    same(put({"Content-MD5": right})[0], 200)
    rejected(put({"Content-MD5": wrong}), 400, "BadDigest", CalculatedDigest=right, ExpectedDigest=wrong)
    for bad in ("dummy", "YWJj", ""):
        rejected(put({"Content-MD5": bad}), 400, "InvalidDigest", Content__MD5=bad)
    sums = {
        "crc32": zlib.crc32(body).to_bytes(4), "sha1": hashlib.sha1(body).digest(), "sha256": hashlib.sha256(body).digest(),
        # The check values of these two in the catalogue of parametrised CRC algorithms.
        "crc32c": bytes.fromhex("e3069283"), "crc64nvme": bytes.fromhex("ae8b14860a799888"),
    }
    for name, digest in sums.items():
        header = f"x-amz-checksum-{name}"
        status, headers, answer = put({header: b64(digest)})
        same((status, headers.get(header)), (200, b64(digest)), f"{name} {answer}")
        message = f"The {name.upper()} you specified did not match the calculated checksum."
        rejected(put({header: b64(bytes(len(digest)))}), 400, "BadDigest", Message=message)
        # ceph/s3-tests, test_object_checksum_sha256.
        rejected(put({header: "AAAA"}), 400, "BadDigest", Message=f"Value for {header} header is invalid.")
    for name in ("sha512", "md5", "xxhash64", "nothing"):
        rejected(put({f"x-amz-checksum-{name}": "AAAA"}), 400, "InvalidRequest")
    both = {"x-amz-checksum-crc32": b64(sums["crc32"]), "x-amz-checksum-sha1": b64(sums["sha1"])}
    rejected(put(both), 400, "InvalidRequest")
    rejected(put({"x-amz-sdk-checksum-algorithm": "CRC32"}), 400, "InvalidRequest")
    for algorithm in ("CRC32", "SHA1", "SHA256"):
        s3.put_object(Bucket=bucket, Key="k", Body=body, ChecksumAlgorithm=algorithm)
        got = s3.get_object(Bucket=bucket, Key="k", ChecksumMode="ENABLED")
        same((got["Body"].read(), got[f"Checksum{algorithm}"]), (body, b64(sums[algorithm.lower()])))


@case
def a_body_without_a_length():
    bucket = new_bucket()
    headers = signed("PUT", f"/{bucket}/k", b"a", {"x-amz-content-sha256": "UNSIGNED-PAYLOAD"})
    headers["Transfer-Encoding"] = "chunked"
    rejected(send("PUT", f"/{bucket}/k", iter([b"a"]), headers), 501, "NotImplemented", Header="Transfer-Encoding")


@case
def a_small_body_leaves_its_connection():
    path = "/no-such-bucket/k"
    for size, closes in ((0, False), (3, False), (65536, False), (65537, True)):
        connection = http.client.HTTPConnection(urlsplit(URL).netloc, timeout=30)
        connection.request("PUT", path, b"a" * size, signed("PUT", path, b"a" * size))
        answer = connection.getresponse()
        same((answer.status, answer.headers["connection"] == "close"), (404, closes), size)
        connection.close()


@case
def a_body_in_chunks_with_a_trailer():
    bucket = new_bucket()
    data = b"a" * 9000 + b"end"
    crc = base64.b64encode(zlib.crc32(data).to_bytes(4)).decode()

    def put(chunks, trailer, length=len(data), promised="x-amz-checksum-crc32"):
        body = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n" + trailer + b"\r\n"
        headers = {"x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "x-amz-decoded-content-length": str(length),
                   "x-amz-trailer": promised, "Content-Encoding": "aws-chunked"}
        return ask("PUT", f"/{bucket}/k", body, headers)

    trailer = f"x-amz-checksum-crc32:{crc}\r\n".encode()
    status, headers, body = put([data[:9000], data[9000:]], trailer)
    same((status, headers.get("x-amz-checksum-crc32")), (200, crc), body)
    same(put([data], trailer.replace(b"\r\n", b"\n\r\n"))[0], 200)
    got = s3.get_object(Bucket=bucket, Key="k")
    same((got["Body"].read(), "ContentEncoding" in got), (data, False))
    rejected(put([data[:9000], data[9000:]], b"x-amz-checksum-crc32:AAAAAA==\r\n"), 400, "BadDigest")
    rejected(put([data[:100], data[100:]], trailer), 403, "InvalidChunkSizeError", Chunk="1", BadChunkSize="100")
    rejected(put([data[:9000]], trailer), 400, "IncompleteBody", NumberBytesExpected="9003", NumberBytesProvided="9000")
    rejected(put([data], b"no trailer\r\n"), 400, "MalformedTrailerError")
    rejected(put([data], b""), 400, "MalformedTrailerError")
    rejected(put([data], b"x-amz-meta-a:b\r\n", promised="x-amz-meta-a"), 400, "InvalidRequest")
