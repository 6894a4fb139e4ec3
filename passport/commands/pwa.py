"""`passport pwa`: the phone's app, built, checked or tested."""

import argparse
import os
import sys

from passport import pwa


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("--script", help="run this script of pwa/package.json instead of building")
    parser.add_argument("--packages", action="store_true", help="only fetch the packages")


def run(arguments: argparse.Namespace) -> int:
    """Build, or what was asked for."""
    try:
        if arguments.packages:
            pwa.packages()
        elif arguments.script:
            pwa.script(arguments.script)
        else:
            pwa.build()
    except pwa.BuildError as error:
        print(error, file=sys.stderr)
        return os.EX_SOFTWARE
    return os.EX_OK
