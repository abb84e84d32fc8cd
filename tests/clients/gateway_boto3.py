"""Holds the gateway example against what S3 documents, by boto3 and by plain HTTP."""

from checks import group
from gateway_checks import access, bodies, buckets, hostile, listings, multipart, objects, reference, signatures  # noqa: F401 (they add their cases)

group()
