"""Bring a database to the schema of this code."""

import contextlib
import io
import os

APPS = ("backend", "notifications")
"""The register first, then the edges with tables of their own, as in backend/piccolo_conf.py."""


async def migrate(dsn: str) -> list[str]:
    """Run the migrations that this database has not seen, oldest first.

    Returns:
        what Piccolo said, a line each.
    """
    os.environ["PASSPORT_DSN"] = dsn
    os.environ.setdefault("PICCOLO_CONF", "backend.piccolo_conf")
    from piccolo.apps.migrations.commands.forwards import run_forwards  # noqa: PLC0415  # needs PICCOLO_CONF first

    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        for app in APPS:
            result = await run_forwards(app_name=app)
            if not result.success:
                raise RuntimeError(result.message)
    return said.getvalue().splitlines()
