"""For suites of clients that are programs."""

import os
import pathlib
import subprocess
import tempfile

# It goes when the suite ends.
TEMPORARY = tempfile.TemporaryDirectory(prefix="s3err-client-")
FOLDER = pathlib.Path(TEMPORARY.name)


def run(*arguments, **environment):
    """Exit status, standard output and standard error of a program, which may take a minute."""
    env = dict(os.environ, HOME=str(FOLDER), **environment)
    done = subprocess.run(
        arguments, env=env, cwd=FOLDER, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL
    )
    return done.returncode, done.stdout, done.stderr


def file(name, text):
    """The path of a new file with that text."""
    path = FOLDER / name
    path.write_text(text)
    return str(path)
