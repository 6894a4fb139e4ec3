"""`passport pass-key`: list the keys by which the register signs passes, or make a new one that signs from now on."""

import argparse
import os

from passport import environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("--new", action="store_true", help="make a further key; those before stay published")


def run(arguments: argparse.Namespace) -> int:
    """List the public keys, newest first; running processes take a new one at once."""
    from backend.kit import clock  # noqa: PLC0415  only this command needs it
    from backend.passes import keys  # noqa: PLC0415  as above

    folder = environment.data() / "keys"
    if arguments.new:
        keys.rotate(folder, clock.now())
    for place, key in enumerate(keys.published(folder)):
        print(f"{key.id.hex()}  since {key.since:%Y-%m-%d %H:%M} UTC  {'published' if place else 'signs'}")
    return os.EX_OK
