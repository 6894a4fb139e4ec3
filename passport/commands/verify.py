"""`passport verify FILE`: is this paper sealed by the register, and as it was?  Asks no server."""

import argparse
import os
import sys
from pathlib import Path

from passport import environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("file", type=Path, help="a PDF that a worker took away")
    parser.add_argument(
        "--certificate",
        type=Path,
        help="the published certificate, from /v1/certificate (else that of this machine's register)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Check, and say what was found; the exit code is 0 only for what is genuine."""
    from backend.kit.sealing import CERTIFICATE, Finding, check  # noqa: PLC0415  only this command needs it

    said = {
        Finding.GENUINE: "Genuine: sealed by the register, and not changed since.",
        Finding.UNSIGNED: "Not sealed: nothing can be said of it.",
        Finding.UNREADABLE: "Cannot be read: it is no PDF, or damaged.",
        Finding.OTHER_KEY: "Not ours: it is sealed with another key than this certificate's.",
        Finding.CHANGED: "Changed: it is not as it was when it was sealed.",
    }
    published = arguments.certificate or environment.data() / "keys" / CERTIFICATE
    try:
        paper, certificate = arguments.file.read_bytes(), published.read_bytes()
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return os.EX_NOINPUT
    finding, at = check(paper, certificate)
    print(said[finding] + (f" Sealed at {at:%Y-%m-%d %H:%M %Z}." if at else ""))
    return os.EX_OK if finding is Finding.GENUINE else os.EX_DATAERR
