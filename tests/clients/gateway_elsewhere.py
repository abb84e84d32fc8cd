"""Holds the gateway example to what S3 does in a region that is not its first."""

import uuid

from checks import case, group, same
from gateway_checks.harness import client, fails

REGION = "eu-central-1"
s3 = client(region=REGION)


@case
def a_bucket_is_created_where_the_endpoint_is():
    name = f"check-{uuid.uuid4().hex[:12]}"
    create = lambda **how: lambda: s3.create_bucket(Bucket=name, **how)
    at = lambda region: create(CreateBucketConfiguration={"LocationConstraint": region})
    # LocalStack, as recorded from AWS.
    for operation, said in ((create(), "unspecified"), (at("eu-west-1"), "eu-west-1")):
        message = f"The {said} location constraint is incompatible for the region specific endpoint this request was sent to."
        fails(400, "IllegalLocationConstraintException", operation, message)
    at(REGION)()
    same(s3.get_bucket_location(Bucket=name)["LocationConstraint"], REGION)
    same(s3.head_bucket(Bucket=name)["BucketRegion"], REGION)
    message = "Your previous request to create the named bucket succeeded and you already own it."
    fails(409, "BucketAlreadyOwnedByYou", at(REGION), message, BucketName=name)


@case
def a_signature_for_another_region():
    message = f"The authorization header is malformed; the region 'us-east-1' is wrong; expecting '{REGION}'"
    fails(400, "AuthorizationHeaderMalformed", client().list_buckets, message, Region=REGION)
    old = client(region=REGION, version="s3")
    message = "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256."
    fails(400, "InvalidRequest", old.list_buckets, message)


group()
