"""Gets the clients: Python's and JavaScript's into folders under `target/clients`, rclone by apt, Rust's by cargo."""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).absolute()
FOLDER = TARGET / "clients"

# In folders of their own: the AWS CLI pins a botocore of its own.
PYTHON = ["boto3~=1.43.0", "minio~=7.2.20", "s3cmd==2.4.0"]
# Each of them its own network code, in C++, C and Rust.
NATIVE = ["awscrt~=0.38.1", "obstore~=0.12.1", "pyarrow~=26.0.0"]
AWS_CLI = ["awscli~=1.46.0"]
JAVASCRIPT = ["@aws-sdk/client-s3@~3.1169.0"]

# The longest that one installation or build may take, in seconds.
PATIENCE = 1200


class Missing(Exception):
    """A client that cannot be had here."""


def command(*arguments, **keywords):
    """Runs what installs; its output is of interest only where it fails."""
    arguments = [str(argument) for argument in arguments]
    try:
        done = subprocess.run(arguments, capture_output=True, text=True, timeout=PATIENCE, check=False, **keywords)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Missing(str(error)) from error
    if done.returncode:
        # All of it: what matters is at the top with one program and at the end with another.
        said = done.stderr.strip() or done.stdout.strip()
        raise Missing(f"{' '.join(arguments[:4])} ... ended with {done.returncode}:\n{said}")
    return done.stdout


def once(name, wanted, install):
    """The folder `name`, in which `install` put what is wanted; a second time it is there already."""
    folder = FOLDER / name
    stamp = folder / "installed"
    wanted = hashlib.sha256("\n".join(wanted).encode()).hexdigest()
    if not stamp.exists() or stamp.read_text() != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        install(folder)
        stamp.write_text(wanted)
    return folder


def environment(name, packages):
    """The folder with the programs of a virtual environment."""

    def install(folder):
        command(sys.executable, "-m", "venv", folder)
        command(folder / "bin" / "pip", "install", "--quiet", *packages)

    return once(name, packages, install) / "bin"


def python():
    return environment("python", PYTHON)


def native():
    return environment("native", NATIVE)


def aws_cli():
    return environment("aws-cli", AWS_CLI)


def javascript():
    """The folder from which the packages are found."""

    def install(folder):
        (folder / "package.json").write_text(json.dumps({"private": True}))
        command("npm", "install", "--silent", "--no-audit", "--no-fund", *JAVASCRIPT, cwd=folder)

    if not shutil.which("node"):
        raise Missing("there is no node")
    return once("javascript", JAVASCRIPT, install)


def rclone():
    if not shutil.which("rclone"):
        if os.geteuid() != 0 or not shutil.which("apt-get"):
            raise Missing("there is no rclone: apt-get install rclone")
        command("apt-get", "update", "--quiet=2")
        command("apt-get", "install", "--quiet=2", "--yes", "rclone")
    return shutil.which("rclone")


def rust():
    """The folder with the programs of `rust/`."""
    manifest = ROOT / "tests" / "clients" / "rust" / "Cargo.toml"
    target = FOLDER / "rust"
    command("cargo", "build", "--quiet", "--bins", "--manifest-path", manifest, "--target-dir", target)
    return target / "debug"


def nothing():
    return None


def example(name):
    """An example of ours, built."""
    command("cargo", "build", "--quiet", "-p", "s3err-tests", "--example", name, cwd=ROOT)
    return TARGET / "debug" / "examples" / name
