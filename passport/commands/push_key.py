"""`passport push-key`: list the keys by which push messages are signed, or make a new one for new subscriptions."""

import argparse
import os

from passport import environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("--new", action="store_true", help="make a further key; subscriptions of those before go on")


def run(arguments: argparse.Namespace) -> int:
    """List the keys, newest first; running processes take a new one at once."""
    from backend.kit import clock  # noqa: PLC0415  only this command needs it
    from notifications import vapid  # noqa: PLC0415  as above

    folder = environment.data() / "keys"
    if arguments.new:
        vapid.key_files(folder).rotate(clock.now())
    for place, key in enumerate(vapid.published(folder)):
        print(
            f"{key.id}  since {key.since:%Y-%m-%d %H:%M} UTC  {'old subscriptions' if place else 'new subscriptions'}"
        )
    return os.EX_OK
