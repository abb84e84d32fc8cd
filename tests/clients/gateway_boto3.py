#!/usr/bin/env python3
"""Holds the gateway example against what S3 documents, by boto3 and by plain HTTP.

    python3 gateway_boto3.py http://127.0.0.1:PORT [ACCESS_KEY_ID SECRET_ACCESS_KEY [ANOTHER_ID ANOTHER_KEY]]

With the keys the server was started with, signatures are checked as well; with a second pair, what belongs to whom. Prints every failure; exits with 1 if there is one.
"""

import sys
import traceback

from gateway_checks import bodies, buckets, hostile, listings, multipart, objects, signatures  # noqa: F401 (they add their checks)
from gateway_checks.harness import checks


def main():
    failed = 0
    for function in checks:
        try:
            function()
        except Exception as error:
            failed += 1
            line = traceback.extract_tb(error.__traceback__)
            where = next((frame.lineno for frame in line if frame.name == function.__name__), 0)
            print(f"FAILED {function.__name__} (line {where}): {type(error).__name__}: {error}")
    print(f"{len(checks) - failed} of {len(checks)} checks passed")
    sys.exit(failed > 0)


main()
