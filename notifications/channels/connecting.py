"""Connections to the outside alone: what a name resolves to is judged when the connection is opened, not before."""

import socket
from collections.abc import Collection

from aiohttp import TCPConnector, ThreadedResolver
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from notifications.channels.endpoints import is_outside

CONNECTIONS = 256
"""Open at once in one process; there are few push services, so most go to the same."""


class InsideError(OSError):
    """A name that resolves to addresses inside our own network alone."""


class OutsideResolver(AbstractResolver):
    """Resolves names, and leaves out every address inside; so nobody's name leads to our own servers."""

    def __init__(self, inside: Collection[str] = (), resolver: AbstractResolver | None = None) -> None:
        """Allow the origins of `inside` all the same."""
        self._resolver = resolver or ThreadedResolver()
        self._inside = {(url.raw_host, url.port) for url in map(URL, inside)}

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Give a name's addresses outside.

        Raises:
            InsideError: it has none.
            OSError: the name cannot be resolved.
        """
        found = await self._resolver.resolve(host, port, family)
        if (host, port) in self._inside:
            return found
        outside = [one for one in found if is_outside(one["host"])]
        if not outside:
            raise InsideError(host)
        return outside

    async def close(self) -> None:
        """Let go of the resolver."""
        await self._resolver.close()


def open_connector(inside: Collection[str] = (), connections: int = CONNECTIONS) -> TCPConnector:
    """Make a pool of connections to the outside; needs a running loop."""
    return TCPConnector(resolver=OutsideResolver(inside), limit=connections, ttl_dns_cache=60)
