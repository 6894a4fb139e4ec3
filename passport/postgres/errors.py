"""What goes wrong with the embedded PostgreSQL, said so that somebody can act on it."""


class PostgresError(Exception):
    """The database cannot be started or stopped; the message says why and what to do."""
