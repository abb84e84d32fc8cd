"""How many responses to rejected uploads arrive, by framework, client and size.

    cargo build -p s3err-tests --features actix-web --example rejected_uploads
    python3 tests/clients/rejected_uploads/run.py [--close-at-once]

Node and Go are used where they are installed. The raw socket writes its whole request before it reads.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from urllib.parse import urlsplit

HERE = os.path.dirname(os.path.abspath(__file__))
SERVER = os.path.join(HERE, "../../../target/debug/examples/rejected_uploads")
ROUNDS = 20
MEBIBYTES = (1, 8, 64)


def raw(url, length):
    """Counts as the other clients do, over sockets of its own."""
    address = urlsplit(url)
    head = f"PUT /photos/new.jpg HTTP/1.1\r\nHost: {address.netloc}\r\nContent-Length: {length}\r\n\r\n"
    body = b"a" * length
    seen = 0
    for _ in range(ROUNDS):
        with socket.create_connection((address.hostname, address.port)) as connection:
            received = b""
            try:
                connection.sendall(head.encode() + body)
                while chunk := connection.recv(65536):
                    received += chunk
            except OSError:
                pass  # reset
            seen += received.startswith(b"HTTP/1.1 404 ") and received.endswith(b"</Error>")
    return seen


def run(*command):
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def clients(directory):
    """The clients that are there, as functions of a URL and a length."""
    yield "raw socket", raw
    if node := shutil.which("node"):
        yield "Node fetch", lambda url, length: run(node, f"{HERE}/fetch.mjs", url, str(length), str(ROUNDS))
    if go := shutil.which("go"):
        program = f"{directory}/net_http"
        subprocess.run([go, "build", "-o", program, f"{HERE}/net_http.go"], check=True)
        yield "Go net/http", lambda url, length: run(program, url, str(length), str(ROUNDS))


def main():
    server = subprocess.Popen([SERVER, *sys.argv[1:]], stdout=subprocess.PIPE, text=True)
    try:
        urls = {}
        while "axum" not in urls:  # printed last
            name, url = server.stdout.readline().split()
            urls[name] = url
        print(f"of {ROUNDS}", *(f"{size} MiB" for size in MEBIBYTES), sep="\t")
        lost = 0
        with tempfile.TemporaryDirectory() as directory:
            for client, upload in clients(directory):
                for name, url in urls.items():
                    seen = [upload(url, size << 20) for size in MEBIBYTES]
                    lost += sum(ROUNDS - count for count in seen)
                    print(f"{client}, {name}", *seen, sep="\t", flush=True)
        return lost > 0
    finally:
        server.kill()


if __name__ == "__main__":
    sys.exit(main())
