"""boto3 as a client of the services beside S3: STS and IAM (query), S3 Tables and S3 Vectors (REST JSON), S3 Control (REST XML)."""

import boto3
import botocore.config
import botocore.exceptions

from checks import ACCESS_KEY, REGION, SECRET_KEY, URL, caught, check, facts, group

ACCOUNT = "123456789012"
CONFIG = botocore.config.Config(retries={"total_max_attempts": 1})

# Each service: the path that names its format, the family of its codes, an operation, and classes of its model with
# their codes.
SERVICES = {
    "sts": (
        "sts",
        "sts",
        lambda sts: sts.assume_role(RoleArn=f"arn:aws:iam::{ACCOUNT}:role/reader", RoleSessionName="s3err"),
        {"IDPCommunicationErrorException": "IDPCommunicationError", "ExpiredTokenException": "ExpiredTokenException"},
    ),
    "iam": ("iam", "sts", lambda iam: iam.get_role(RoleName="reader"), {}),
    "s3tables": (
        "json",
        "json",
        lambda tables: tables.list_table_buckets(),
        {"ConflictException": "ConflictException", "NotFoundException": "NotFoundException"},
    ),
    "s3vectors": (
        "json",
        "json",
        lambda vectors: vectors.list_vector_buckets(),
        {"KmsNotFoundException": "KmsNotFoundException", "ServiceUnavailableException": "ServiceUnavailableException"},
    ),
    "s3control": (
        "control",
        "control",
        lambda control: control.get_public_access_block(AccountId=ACCOUNT),
        {"TooManyRequestsException": "TooManyRequestsException"},
    ),
}


def to_this_server(request, **_):
    """S3 Control puts the account before the host, and nobody resolves that name."""
    request.url = request.url.replace(f"//{ACCOUNT}.", "//")


def fail(service, code):
    """The exception that an operation ends in where the server answers with `code`."""
    path, _, operation, _ = SERVICES[service]
    client = boto3.client(
        service,
        endpoint_url=f"{URL}/{path}/{code}",
        region_name=REGION,
        aws_access_key_id=ACCESS_KEY,
        aws_secret_access_key=SECRET_KEY,
        config=CONFIG,
    )
    client.meta.events.register("before-sign", to_this_server)
    return caught(operation, client)


def every_code():
    for service, (_, family, _, _) in SERVICES.items():
        for code, (status, _) in facts(family).items():
            error = fail(service, code)
            check(f"{service} {code}: an error of the service", isinstance(error, botocore.exceptions.ClientError), True)
            seen, metadata = error.response["Error"], error.response["ResponseMetadata"]
            check(f"{service} {code}: Code", seen["Code"], code)
            check(f"{service} {code}: Message", " " in seen["Message"], True)
            check(f"{service} {code}: status", metadata["HTTPStatusCode"], status)
            check(f"{service} {code}: RequestId", len(metadata["RequestId"]), 16)


def fault_of_the_query_protocol():
    for service in ("sts", "iam"):
        for code, side in {"MalformedPolicyDocument": "Sender", "ServiceUnavailable": "Receiver"}.items():
            check(f"{service} {code}: Type", fail(service, code).response["Error"]["Type"], side)


def typed_exceptions():
    for service, (_, _, _, classes) in SERVICES.items():
        for name, code in classes.items():
            check(f"{service} {code}: class", type(fail(service, code)).__name__, name)


group(every_code, fault_of_the_query_protocol, typed_exceptions)
