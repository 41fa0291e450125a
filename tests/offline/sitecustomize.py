"""No test reaches the internet: on PYTHONPATH, this is imported by every Python that starts."""

import socket
from collections.abc import Callable
from typing import Any

HERE = {"", "localhost", "::", "::1", "0.0.0.0", "<broadcast>", socket.gethostname()}


def is_here(host: object) -> bool:
    """Say whether a connection to `host` stays on this machine."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    return host is None or (
        isinstance(host, str) and (host in HERE or host.startswith(("127.", "::ffff:127.")))
    )


def refuse(host: object) -> None:
    """Raise an error for a `host` that is another machine."""
    if not is_here(host):
        raise OSError(f"Tests work without the internet, and this one asks for {host!r}.")


def _guard_socket(name: str) -> None:
    original = getattr(socket.socket, name)

    def guarded(self: socket.socket, *args: Any) -> Any:
        # The address is the last argument of each, and a path for AF_UNIX.
        if self.family in (socket.AF_INET, socket.AF_INET6):
            refuse(args[-1][0])
        return original(self, *args)

    setattr(socket.socket, name, guarded)


def _guard_lookup(name: str) -> None:
    original: Callable[..., Any] = getattr(socket, name)

    def guarded(host: object, *args: Any, **kwargs: Any) -> Any:
        refuse(host)
        return original(host, *args, **kwargs)

    setattr(socket, name, guarded)


for _method in ("connect", "connect_ex", "sendto"):
    _guard_socket(_method)
for _function in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
    _guard_lookup(_function)
