"""Listings."""

from checks import ACCESS_KEY, case, same
from gateway_checks.harness import OTHER, fails, new_bucket, s3


@case
def listings_page_by_page():
    bucket = new_bucket()
    keys = ["a/1", "a/2", "b", "c/1", "d e+f", "é"]
    for key in keys:
        s3.put_object(Bucket=bucket, Key=key)
    first = s3.get_paginator("list_objects").paginate(Bucket=bucket, PaginationConfig={"PageSize": 1})
    same([entry["Key"] for page in first for entry in page["Contents"]], keys)
    second = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Delimiter="/", PaginationConfig={"PageSize": 2})
    pages = list(second)
    same([entry["Key"] for page in pages for entry in page.get("Contents", [])], ["b", "d e+f", "é"])
    same([entry["Prefix"] for page in pages for entry in page.get("CommonPrefixes", [])], ["a/", "c/"])
    same([page["KeyCount"] for page in pages], [2, 2, 1])
    single = s3.get_paginator("list_objects").paginate(Bucket=bucket, Delimiter="/", PaginationConfig={"PageSize": 1})
    found = [(page.get("Contents") or page["CommonPrefixes"])[0] for page in single]
    same([entry.get("Key") or entry["Prefix"] for entry in found], ["a/", "b", "c/", "d e+f", "é"])
    versions = s3.get_paginator("list_object_versions").paginate(Bucket=bucket, PaginationConfig={"PageSize": 4})
    same([entry["Key"] for page in versions for entry in page["Versions"]], keys)
    page = s3.list_objects_v2(Bucket=bucket, Prefix="a/", StartAfter="a/1", FetchOwner=True)
    same([(entry["Key"], entry["Owner"]["ID"]) for entry in page["Contents"]], [("a/2", ACCESS_KEY if OTHER else "anonymous")])
    empty = s3.list_objects_v2(Bucket=bucket, MaxKeys=0)
    same((empty["KeyCount"], empty["IsTruncated"]), (0, False))
    # ceph/s3-tests, test_bucket_list_encoding_basic.
    for operation in (s3.list_objects, s3.list_objects_v2):
        page = operation(Bucket=bucket, Prefix="d", EncodingType="url")
        same([entry["Key"] for entry in page["Contents"]], ["d%20e%2Bf"])
    # ceph/s3-tests, test_bucket_listv2_continuationtoken_empty.
    page = s3.list_objects_v2(Bucket=bucket, ContinuationToken="")
    same((page["ContinuationToken"], page["KeyCount"], page["IsTruncated"]), ("", len(keys), False))


@case
def listings_that_are_asked_for_wrongly():
    bucket = new_bucket()
    for operation in (s3.list_objects, s3.list_objects_v2, s3.list_object_versions):
        for value, message in (("blah", "Provided max-keys not an integer or within integer range"),
                               ("-1", "Argument max-keys must be an integer between 0 and 2147483647")):
            wrong = {"ArgumentName": "max-keys", "ArgumentValue": value}
            fails(400, "InvalidArgument", lambda: operation(Bucket=bucket, MaxKeys=value), message, **wrong)
        wrong = {"ArgumentName": "encoding-type", "ArgumentValue": "hex"}
        encoded = lambda: operation(Bucket=bucket, EncodingType="hex")
        fails(400, "InvalidArgument", encoded, "Invalid Encoding Method specified in Request", **wrong)
    page = lambda: s3.list_objects_v2(Bucket=bucket, ContinuationToken="!")
    fails(400, "InvalidArgument", page, "The continuation token provided is incorrect", ArgumentName="continuation-token")
    wrong = {"ArgumentName": "version-id-marker", "ArgumentValue": "null"}
    marker = lambda: s3.list_object_versions(Bucket=bucket, VersionIdMarker="null")
    fails(400, "InvalidArgument", marker, "A version-id marker cannot be specified without a key marker.", **wrong)
