"""Multipart uploads."""

import base64
import hashlib
import io
import zlib

from checks import case, same
from gateway_checks.harness import MIB, ask, fails, new_bucket, rejected, s3


@case
def a_multipart_upload():
    bucket = new_bucket()
    upload = {"Bucket": bucket, "Key": "k", "UploadId": s3.create_multipart_upload(Bucket=bucket, Key="k", Metadata={"m": "1"})["UploadId"]}
    first, last = b"a" * (5 * MIB), b"b"
    parts = [{"PartNumber": n, "ETag": s3.upload_part(**upload, PartNumber=n, Body=body)["ETag"]} for n, body in ((1, first), (2, last))]
    listed = s3.list_parts(**upload, MaxParts=1)
    same((listed["IsTruncated"], listed["NextPartNumberMarker"], len(listed["Parts"])), (True, 1, 1))
    (entry,) = s3.list_multipart_uploads(Bucket=bucket)["Uploads"]
    same((entry["Key"], entry["UploadId"]), ("k", upload["UploadId"]))
    done = s3.complete_multipart_upload(**upload, MultipartUpload={"Parts": parts})
    md5s = b"".join(hashlib.md5(body).digest() for body in (first, last))
    same(done["ETag"], f'"{hashlib.md5(md5s).hexdigest()}-2"')
    got = s3.get_object(Bucket=bucket, Key="k")
    same((got["Body"].read() == first + last, got["Metadata"]), (True, {"m": "1"}))
    part = s3.get_object(Bucket=bucket, Key="k", PartNumber=2)
    same((part["Body"].read(), part["PartsCount"]), (b"b", 2))
    fails(404, "NoSuchUpload", lambda: s3.list_parts(**upload), UploadId=upload["UploadId"])
    again = lambda **how: s3.complete_multipart_upload(**upload, MultipartUpload={"Parts": parts}, **how)
    same([again()["ETag"], again(IfNoneMatch="*")["ETag"]], [done["ETag"]] * 2)
    s3.put_object(Bucket=bucket, Key="k", Body=b"another")
    fails(404, "NoSuchUpload", again, UploadId=upload["UploadId"])
    same(s3.get_object(Bucket=bucket, Key="k")["Body"].read(), b"another")


@case
def a_multipart_upload_that_is_completed_wrongly():
    bucket = new_bucket()
    upload = {"Bucket": bucket, "Key": "k", "UploadId": s3.create_multipart_upload(Bucket=bucket, Key="k")["UploadId"]}
    upload_id = upload["UploadId"]
    one, two = (s3.upload_part(**upload, PartNumber=number, Body=b"small")["ETag"] for number in (1, 2))
    complete = lambda *parts: lambda: s3.complete_multipart_upload(
        **upload, MultipartUpload={"Parts": [{"PartNumber": number, "ETag": tag} for number, tag in parts]}
    )
    bare = one.strip('"')
    small = {"ProposedSize": "5", "MinSizeAllowed": str(5 * MIB), "PartNumber": "1", "ETag": bare}
    fails(400, "EntityTooSmall", complete((1, one), (2, two)), **small)
    fails(400, "InvalidPartOrder", complete((2, two), (1, one)), UploadId=upload_id)
    fails(400, "InvalidPartOrder", complete((1, one), (1, one)), UploadId=upload_id)
    fails(400, "InvalidPart", complete((1, '"ffff"')), UploadId=upload_id, PartNumber="1", ETag="ffff")
    fails(400, "InvalidPart", complete((7, one)), UploadId=upload_id, PartNumber="7", ETag=bare)
    fails(400, "InvalidRequest", complete(), "You must specify at least one part")
    for body in (b"", b"<CompleteMultipartUpload><Part>", b"<Other/>", b"<CompleteMultipartUpload><Part/></CompleteMultipartUpload>"):
        rejected(ask("POST", f"/{bucket}/k?uploadId={upload_id}", body), 400, "MalformedXML")
    for number in (0, 10001, "x"):
        wrong = {"ArgumentName": "partNumber", "ArgumentValue": str(number)}
        part = lambda: s3.upload_part(**upload, PartNumber=number, Body=b"a")
        fails(400, "InvalidArgument", part, "Part number must be an integer between 1 and 10000, inclusive", **wrong)
    sized = lambda: s3.complete_multipart_upload(**upload, MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": one}]}, MpuObjectSize=4)
    fails(400, "InvalidRequest", sized, "The provided 'x-amz-mp-object-size' header value 4 does not match what was computed: 5")
    complete((1, one))()
    for operation in (s3.abort_multipart_upload, s3.list_parts):
        fails(404, "NoSuchUpload", lambda: operation(**upload), UploadId=upload_id)
    gone = lambda: s3.upload_part(**upload, PartNumber=1, Body=b"a")
    fails(404, "NoSuchUpload", gone, UploadId=upload_id)


@case
def parts_without_an_upload():
    bucket = new_bucket()
    s3.put_object(Bucket=bucket, Key="k", Body=b"whole")
    # As recorded in versity/versitygw#1237 and #1226.
    wrong = {"ArgumentName": "partNumber", "ArgumentValue": "partNumber"}
    message = "This operation does not accept partNumber without uploadId"
    for headers in ({}, {"x-amz-copy-source": f"{bucket}/k"}):
        rejected(ask("PUT", f"/{bucket}/k?partNumber=1", b"", headers), 400, "InvalidArgument", Message=message, **wrong)
    same(s3.get_object(Bucket=bucket, Key="k")["Body"].read(), b"whole")


@case
def checksums_of_what_comes_in_parts():
    bucket = new_bucket()
    bodies = (b"a" * (5 * MIB), b"b")
    b64 = lambda data: base64.b64encode(data).decode()

    def upload(algorithm, kind, told=True, **wrong):
        created = s3.create_multipart_upload(Bucket=bucket, Key="k", ChecksumAlgorithm=algorithm, ChecksumType=kind)
        same((created["ChecksumAlgorithm"], created["ChecksumType"]), (algorithm, kind))
        part = {"Bucket": bucket, "Key": "k", "UploadId": created["UploadId"]}
        member = f"Checksum{algorithm}"
        sent = [s3.upload_part(**part, PartNumber=n, Body=body, ChecksumAlgorithm=algorithm) for n, body in enumerate(bodies, 1)]
        parts = [{"PartNumber": n, "ETag": one["ETag"], **({member: one[member]} if told else {})} for n, one in enumerate(sent, 1)]
        return s3.complete_multipart_upload(**part, MultipartUpload={"Parts": parts}, **wrong)[member]

    digests = b"".join(hashlib.sha256(body).digest() for body in bodies)
    composite = b64(hashlib.sha256(digests).digest())
    same(upload("SHA256", "COMPOSITE"), f"{composite}-2")
    # minio-go and others give it without the number of parts.
    for told in (composite, f"{composite}-2"):
        same(upload("SHA256", "COMPOSITE", ChecksumSHA256=told), f"{composite}-2")
    fails(400, "BadDigest", lambda: upload("SHA256", "COMPOSITE", ChecksumSHA256=f"{composite}-3"))
    whole = b64(zlib.crc32(b"".join(bodies)).to_bytes(4))
    same(upload("CRC32", "FULL_OBJECT"), whole)
    same(upload("CRC32", "FULL_OBJECT", ChecksumCRC32=whole), whole)
    fails(400, "BadDigest", lambda: upload("CRC32", "FULL_OBJECT", ChecksumCRC32="AAAAAA=="))
    same(upload("CRC32", "FULL_OBJECT", told=False), whole)
    message = "The upload was created using a sha256 checksum. The complete request must include the checksum for each part. It was missing for part 1 in the request."
    fails(400, "InvalidRequest", lambda: upload("SHA256", "COMPOSITE", told=False), message)
    message = "Value for x-amz-checksum-sha256 header is invalid."
    # ceph/s3-tests, test_multipart_checksum_sha256.
    for told in (True, False):
        fails(400, "BadDigest", lambda: upload("SHA256", "COMPOSITE", told=told, ChecksumSHA256="bad"), message)
    message = "Checksum Type mismatch occurred, expected checksum Type: sha256, actual checksum Type: crc32"
    fails(400, "InvalidRequest", lambda: upload("SHA256", "COMPOSITE", ChecksumCRC32=whole), message)
    for algorithm, kind, other in (("CRC32", "FULL_OBJECT", "COMPOSITE"), ("SHA256", "COMPOSITE", "FULL_OBJECT")):
        upload(algorithm, kind, ChecksumType=kind)
        message = f"The upload was created using the {kind} checksum mode. The complete request must use the same checksum mode."
        fails(400, "InvalidRequest", lambda: upload(algorithm, kind, ChecksumType=other), message)
    typed = lambda headers: ask("POST", f"/{bucket}/k?uploads", headers=headers)
    message = "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header."
    rejected(typed({"x-amz-checksum-type": "COMPOSITE"}), 400, "InvalidRequest", Message=message)
    rejected(typed({"x-amz-checksum-algorithm": "CRC32", "x-amz-checksum-type": "NO"}), 400, "InvalidRequest")
    message = "The FULL_OBJECT checksum type cannot be used with the sha256 checksum algorithm."
    fails(400, "InvalidRequest", lambda: upload("SHA256", "FULL_OBJECT"), message)
    message = "The COMPOSITE checksum type cannot be used with the crc64nvme checksum algorithm."
    fails(400, "InvalidRequest", lambda: upload("CRC64NVME", "COMPOSITE"), message)


@case
def parts_that_are_copied():
    bucket = new_bucket()
    s3.put_object(Bucket=bucket, Key="source", Body=b"0123456789")
    upload = {"Bucket": bucket, "Key": "k", "UploadId": s3.create_multipart_upload(Bucket=bucket, Key="k")["UploadId"]}
    copy = lambda text: lambda: s3.upload_part_copy(**upload, PartNumber=1, CopySource=f"{bucket}/source", CopySourceRange=text)
    tag = copy("bytes=2-4")()["CopyPartResult"]["ETag"]
    form = "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy"
    for text in ("0-2", "bytes=0", "bytes=hello-world", "bytes=0-", "bytes=4-2", "bytes=+0-+2"):
        wrong = {"ArgumentName": "x-amz-copy-source-range", "ArgumentValue": text}
        fails(400, "InvalidArgument", copy(text), form, **wrong)
    # ceph/s3-tests, test_multipart_copy_invalid_range.
    fails(416, "InvalidRange", copy("bytes=0-10"), RangeRequested="bytes=0-10", ActualObjectSize="10")
    s3.complete_multipart_upload(**upload, MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": tag}]})
    summed = s3.create_multipart_upload(Bucket=bucket, Key="s", ChecksumAlgorithm="CRC32")["UploadId"]
    part = s3.upload_part_copy(Bucket=bucket, Key="s", UploadId=summed, PartNumber=1, CopySource=f"{bucket}/source")["CopyPartResult"]
    same(part["ChecksumCRC32"], base64.b64encode(zlib.crc32(b"0123456789").to_bytes(4)).decode())
    same(s3.get_object(Bucket=bucket, Key="k")["Body"].read(), b"234")


@case
def large_files_go_up_in_parts():
    bucket = new_bucket()
    data = bytes(range(256)) * (9 * MIB // 256)
    s3.upload_fileobj(io.BytesIO(data), bucket, "k")
    assert s3.head_object(Bucket=bucket, Key="k")["ETag"].endswith('-2"')
    out = io.BytesIO()
    s3.download_fileobj(bucket, "k", out)
    assert out.getvalue() == data
