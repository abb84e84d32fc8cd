"""Every input of every operation that the gateway has, as botocore's model of S3's API knows them: done or rejected."""

from checks import case, same
from gateway_checks.harness import MODEL, ask, new_bucket, rejected, s3

OPERATIONS = """AbortMultipartUpload CompleteMultipartUpload CopyObject CreateBucket CreateMultipartUpload DeleteBucket DeleteObject
DeleteObjects GetBucketAcl GetBucketLocation GetBucketOwnershipControls GetBucketVersioning GetObject GetObjectAcl
GetObjectTagging HeadBucket HeadObject ListBuckets ListMultipartUploads ListObjectVersions ListObjects ListObjectsV2 ListParts
PutBucketAcl PutObject PutObjectAcl UploadPart UploadPartCopy""".split()

# The headers that are done, most of them with a case of their own, and those that ask for nothing that is not so
# anyway.
HEADERS = """Cache-Control Content-Disposition Content-Encoding Content-Language Content-Length Content-MD5 Content-Type Expires
If-Match If-Modified-Since If-None-Match If-Unmodified-Since Range x-amz-acl x-amz-bypass-governance-retention
x-amz-checksum-algorithm x-amz-checksum-crc32 x-amz-checksum-crc32c x-amz-checksum-crc64nvme x-amz-checksum-mode
x-amz-checksum-sha1 x-amz-checksum-sha256 x-amz-checksum-type x-amz-copy-source x-amz-copy-source-if-match
x-amz-copy-source-if-modified-since x-amz-copy-source-if-none-match x-amz-copy-source-if-unmodified-since
x-amz-copy-source-range x-amz-expected-bucket-owner x-amz-metadata-directive x-amz-mp-object-size
x-amz-object-annotation-directive x-amz-optional-object-attributes x-amz-request-payer x-amz-sdk-checksum-algorithm
x-amz-source-expected-bucket-owner x-amz-tagging-directive""".split()

# A value that is done is another matter with these.
REJECTED_VALUES = {
    "x-amz-bucket-namespace": "account-regional",
    "x-amz-object-ownership": "ObjectWriter",
    "x-amz-storage-class": "GLACIER",
}

# Checksums that S3 has got since, and that are not verified here.
CHECKSUMS = "md5 sha512 xxhash64 xxhash3 xxhash128".split()

ARGUMENTS = """bucket-region continuation-token delimiter encoding-type fetch-owner key-marker list-type marker max-buckets
max-keys max-parts max-uploads part-number-marker partNumber prefix response-cache-control response-content-disposition
response-content-encoding response-content-language response-content-type response-expires start-after upload-id-marker uploadId
version-id-marker versionId""".split()


def inputs(operation, *locations):
    shape = MODEL.operation_model(operation).input_shape
    placed = [member.serialization for member in shape.members.values()] if shape else []
    return [place["name"] for place in placed if place.get("location") in locations]


@case
def every_header_of_the_reference():
    bucket = new_bucket()
    s3.put_object(Bucket=bucket, Key="k", Body=b"mine")
    upload = s3.create_multipart_upload(Bucket=bucket, Key="k")["UploadId"]
    asked = 0
    for operation in OPERATIONS:
        how = MODEL.operation_model(operation).http
        path = how["requestUri"].replace("{Bucket}", bucket).replace("{Key+}", "k")
        if "uploadId" in (arguments := inputs(operation, "querystring")):
            path += f"?uploadId={upload}" + ("&partNumber=1" if "partNumber" in arguments else "")
        base = {"x-amz-copy-source": f"{bucket}/k"} if "x-amz-copy-source" in inputs(operation, "header") else {}
        for header in inputs(operation, "header"):
            value = REJECTED_VALUES.get(header, "anything")
            if header in HEADERS:
                continue
            answer = ask(how["method"], path, headers={**base, header: value})
            asked += 1
            if how["method"] == "HEAD":
                same(answer[0], 501, (operation, header))
            elif header.removeprefix("x-amz-checksum-") in CHECKSUMS:
                rejected(answer, 400, "InvalidRequest")
            else:
                rejected(answer, 501, "NotImplemented", Header=header.lower())
    assert asked > 100, asked
    same(s3.get_object(Bucket=bucket, Key="k")["Body"].read(), b"mine")


@case
def every_argument_of_the_reference():
    """A new one would be ignored, and nobody would know."""
    known = {name for operation in OPERATIONS for name in inputs(operation, "querystring")}
    same(known - set(ARGUMENTS), set())
