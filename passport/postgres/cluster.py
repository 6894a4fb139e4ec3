"""The data folder: made once, whole or not at all, and never opened by another version."""

import shutil
import subprocess
from pathlib import Path

from passport.postgres.account import Account
from passport.postgres.errors import PostgresError
from passport.postgres.programs import Programs

OWNER = "passport"
"""The name of the database and of its owner."""


def prepare(cluster: Path, programs: Programs, account: Account) -> None:
    """Make the data folder where it is missing, else see that its version is ours.

    Raises:
        PostgresError: it was made by another version, or cannot be made.
    """
    if cluster.exists():
        made_by = int((cluster / "PG_VERSION").read_text(encoding="ascii"))
        if made_by != programs.major:
            message = (
                f"{cluster} was made by PostgreSQL {made_by}, this is {programs.major}: "
                f"move the folder away to begin anew, or dump it with version {made_by} first"
            )
            raise PostgresError(message)
        return
    _make(cluster, programs, account)


def _make(cluster: Path, programs: Programs, account: Account) -> None:
    # Made beside and then renamed: an interrupted first start leaves nothing half done.
    new = cluster.with_name(cluster.name + ".new")
    if new.exists():
        shutil.rmtree(new)
    new.mkdir(mode=0o700, parents=True)
    account.owns(new)
    options = ["--username", OWNER, "--auth=trust", "--no-instructions", *programs.locale_options()]
    _run([*account.prefix, programs.path("initdb"), "-D", new, *options])
    _run(
        [*account.prefix, programs.path("postgres"), "--single", "-D", new, "postgres"],
        said=f"CREATE DATABASE {OWNER}\n",
    )
    new.rename(cluster)


def _run(command: list[str | Path], said: str = "") -> None:
    done = subprocess.run(command, input=said, check=False, capture_output=True, text=True, cwd="/")
    if done.returncode:
        message = f"the database could not be made: {done.stderr.strip() or done.stdout.strip()}"
        raise PostgresError(message)
