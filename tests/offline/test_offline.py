"""What tests/offline/sitecustomize.py lets through, and what not, here and in child processes."""

import contextlib
import socket
import subprocess
import sys

import pytest

# An address that is kept for documentation: nothing answers there.
ELSEWHERE = "192.0.2.1"
BLOCKED = "Tests work without the internet"


def test_a_connection_to_another_machine_is_refused_at_once():
    with pytest.raises(OSError, match=BLOCKED):
        socket.create_connection((ELSEWHERE, 80), timeout=5)
    with contextlib.closing(socket.socket()) as connection, pytest.raises(OSError, match=BLOCKED):
        connection.connect_ex((ELSEWHERE, 80))


def test_a_datagram_to_another_machine_is_refused():
    with contextlib.closing(socket.socket(type=socket.SOCK_DGRAM)) as sender:
        with pytest.raises(OSError, match=BLOCKED):
            sender.sendto(b"", (ELSEWHERE, 9))
        with pytest.raises(OSError, match=BLOCKED):
            sender.sendto(b"", 0, (ELSEWHERE, 9))


@pytest.mark.parametrize(
    "look_up", [socket.gethostbyname, lambda name: socket.getaddrinfo(name, 0)]
)
def test_the_name_of_another_machine_is_not_looked_up(look_up):
    with pytest.raises(OSError, match=r"example\.org"):
        look_up("example.org")


def test_a_child_process_is_blocked_too():
    child = subprocess.run(
        [sys.executable, "-c", "import urllib.request as u; u.urlopen('ht' 'tp://example.org')"],
        capture_output=True,
        encoding="utf-8",
    )
    assert child.returncode != 0
    assert BLOCKED in child.stderr


def test_this_machine_is_reached():
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]
        for host in ("127.0.0.1", "localhost"):
            with contextlib.closing(socket.create_connection((host, port), timeout=5)) as client:
                assert client.getpeername()[1] == port


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="Windows has no such sockets")
def test_a_socket_in_the_file_system_is_reached(tmp_path):
    with contextlib.closing(socket.socket(socket.AF_UNIX)) as server:
        server.bind(str(tmp_path / "s"))
        server.listen()
        with contextlib.closing(socket.socket(socket.AF_UNIX)) as client:
            client.connect(str(tmp_path / "s"))
