"""As whom the server runs.

PostgreSQL refuses to run as root.  Root therefore starts it, through `setpriv`, as an account without rights that owns
nothing but the data.  Where a folder above is closed to others (a clone under `/root`), the server keeps the one
capability to pass through it: no folder's mode is ever changed.
"""

import os
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

from passport.postgres.errors import PostgresError

NOBODY = 65534
_THROUGH_FOLDERS = "-all,+dac_override"


@dataclass(frozen=True)
class Account:
    """The user id the server runs under, and the words to put before its command."""

    uid: int
    prefix: tuple[str, ...] = ()

    def owns(self, folder: Path) -> None:
        """Give a new folder to this account."""
        if folder.stat().st_uid != self.uid:
            os.chown(folder, self.uid, -1)


def account_for(cluster: Path, programs: Path) -> Account:
    """Choose the account for a data folder, which may not exist yet.

    Raises:
        PostgresError: the folder belongs to somebody else, or root cannot step down.
    """
    me, owner = os.geteuid(), _owner_of(cluster)
    if me != 0:
        if owner not in {None, me}:
            message = f"{cluster} belongs to user {owner}, not to you: start as that user, or set PASSPORT_DATA"
            raise PostgresError(message)
        return Account(me)
    uid = owner or NOBODY
    return Account(uid, _stepping_down_to(uid, closed=_is_closed(cluster) or _is_closed(programs)))


def _owner_of(folder: Path) -> int | None:
    return folder.stat().st_uid if folder.exists() else None


def _is_closed(path: Path) -> bool:
    """Tell whether others cannot pass through a folder above, or cannot enter the folder itself."""
    folders = [path, *path.resolve().parents] if path.name == "bin" else list(path.resolve().parents)
    return not all(folder.stat().st_mode & stat.S_IXOTH for folder in folders if folder.exists())


def _stepping_down_to(uid: int, *, closed: bool) -> tuple[str, ...]:
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        message = "PostgreSQL does not run as root, and `setpriv` is missing here: start as an ordinary user"
        raise PostgresError(message)
    words = (setpriv, f"--reuid={uid}", f"--regid={uid}", "--clear-groups")
    if not closed:
        return (*words, "--inh-caps=-all", "--bounding-set=-all")
    return (
        *words,
        f"--inh-caps={_THROUGH_FOLDERS}",
        f"--ambient-caps={_THROUGH_FOLDERS}",
        f"--bounding-set={_THROUGH_FOLDERS}",
        # Without it access(2), by which PostgreSQL looks for its own programs, leaves the capability out.
        "--securebits=+no_setuid_fixup",
    )
