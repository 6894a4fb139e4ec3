"""The sockets that people reach; bound once, so that a child that dies loses no connection that waits."""

import socket
import sys

from passport.serve.web import BACKLOG


class PortTakenError(Exception):
    """Another program listens on the port."""


def bind(host: str, port: int, number: int) -> list[socket.socket]:
    """Listen on a port, with one socket for each of `number` processes; port 0 takes a free one.

    Linux spreads connections over sockets of their own more evenly than over a shared one, where who wakes first takes
    all that wait (64 connections on two processes: 35 and 29 against 45 and 19).
    Elsewhere the processes share one.

    Raises:
        PortTakenError: another program listens there.
    """
    alone = _bound(host, port, together=False)
    if not sys.platform.startswith("linux"):
        alone.listen(BACKLOG)
        return [alone] * number
    # Bound alone, it has shown that the port is free; sockets that share it would not notice another's.
    port = alone.getsockname()[1]
    alone.close()
    made = [_bound(host, port, together=True) for _ in range(number)]
    for each in made:
        each.listen(BACKLOG)
    return made


def _bound(host: str, port: int, *, together: bool) -> socket.socket:
    made = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if together:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        made.bind((host, port))
    except OSError as error:
        made.close()
        message = f"port {port} of {host} cannot be used ({error.strerror}): choose another, for example PORT=8001"
        raise PortTakenError(message) from error
    return made
