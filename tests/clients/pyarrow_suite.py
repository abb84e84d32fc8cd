"""pyarrow, which has the AWS SDK for C++: the type and the message of an OSError; ranges; uploads in parts; regions."""

from pyarrow import fs

from checks import ACCESS_KEY, HOST, REGION, SECRET_KEY, Flaky, caught, check, contains, group, recovering

ATTEMPTS = 3


def client(region=REGION):
    return fs.S3FileSystem(
        access_key=ACCESS_KEY,
        secret_key=SECRET_KEY,
        region=region,
        endpoint_override=HOST,
        scheme="http",
        retry_strategy=fs.AwsStandardS3RetryStrategy(max_attempts=ATTEMPTS),
    )


def read(path, region=REGION):
    return client(region).open_input_stream(path).read()


def write(path, size=1):
    with client().open_output_stream(path) as out:
        out.write(b"a" * size)


# What the SDK calls them in a message (arrow's s3_internal.h, `S3ErrorToString`), by an operation that has a document.
NAMES = {
    "AccessDenied": "ACCESS_DENIED",
    "InvalidAccessKeyId": "INVALID_ACCESS_KEY_ID",
    "NoSuchUpload": "NO_SUCH_UPLOAD",
    "SignatureDoesNotMatch": "SIGNATURE_DOES_NOT_MATCH",
}


def messages():
    for code, name in NAMES.items():
        error = caught(write, f"s3err/{code}/x")
        check(f"{code}: type", type(error), OSError)
        check(f"{code}: name", error, contains(f"AWS Error {name} during CreateMultipartUpload operation"))
        check(f"{code}: request id", error, contains("Request ID: "))
    check("NoSuchKey", type(caught(read, "s3err/NoSuchKey/x")), FileNotFoundError)
    check("a HEAD has no document", caught(read, "s3err/AccessDenied/x"), contains("ACCESS_DENIED during HeadObject operation: No response body"))
    error = caught(client().get_file_info, fs.FileSelector("s3err-nosuchbucket"))
    check("NoSuchBucket", error, contains("AWS Error NO_SUCH_BUCKET during ListObjectsV2 operation: The specified bucket does not exist"))


def information():
    found = client().get_file_info(["s3err/ok/x", "s3err/NoSuchKey/x", "s3err"])
    check("types", [one.type for one in found], [fs.FileType.File, fs.FileType.NotFound, fs.FileType.Directory])
    check("size", found[0].size, 3)
    check("listing", client().get_file_info(fs.FileSelector("s3err")), [])


def ranges():
    check("a stream", read("s3err/ok/x"), b"ok\n")
    check("a range", client().open_input_file("s3err/ok/x").read_at(2, 1), b"k\n")


def attempts():
    for code in ("InternalError", "SlowDown"):
        check(f"{code} and then the object", read(f"s3err/{recovering(code, 1)}"), b"ok\n")
        flaky = Flaky(code)
        check(f"{code}: type", type(caught(read, f"s3err/{flaky.key}")), OSError)
        check(f"{code}: attempts", flaky.attempts(), ATTEMPTS)


def writing():
    check("written", caught(write, "s3err/ok/x"), None)
    check("in parts", caught(write, "s3err/ok/x", 11 << 20), None)
    check("copied", caught(client().copy_file, "s3err/ok/a", "s3err/ok/b"), None)
    check("deleted", caught(client().delete_file, "s3err/ok/a"), None)
    inside = "AWS Error INTERNAL_FAILURE during {} operation: We encountered an internal error. Please try again."
    failed = caught(write, "s3err/embedded/InternalError/x")
    check("an error inside the 200 of a completion", failed, contains(inside.format("CompleteMultipartUpload")))
    failed = caught(client().copy_file, "s3err/ok/a", "s3err/embedded/InternalError/x")
    check("an error inside the 200 of a copy", failed, contains(inside.format("CopyObject")))


def regions():
    error = caught(client().get_file_info, "s3err-redirect")
    check("the region of a HEAD", error, contains("the bucket is located in 'eu-west-1'"))
    for bucket in ("s3err-redirect", "s3err-wrongregion"):
        check(f"{bucket}, signed for it", read(f"{bucket}/x", "eu-west-1"), b"ok\n")


group(messages, information, ranges, attempts, writing, regions)
