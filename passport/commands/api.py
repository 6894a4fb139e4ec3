"""`passport api`: the OpenAPI of the server, and the phone's types made of it."""

import argparse
import importlib
import json
import os
import sys

from passport import environment, pwa

CONTRACT = environment.ROOT / ".cache" / "openapi.json"
"""Where the script `api` of pwa/package.json looks for it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("--check", action="store_true", help="write no types; fail where they would be others")


def run(arguments: argparse.Namespace) -> int:
    """Write the contract, and the types by the script `api` of pwa/package.json."""
    contract = importlib.import_module("backend.app").create_app().openapi_schema.to_schema()
    CONTRACT.parent.mkdir(parents=True, exist_ok=True)
    CONTRACT.write_text(json.dumps(contract, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    try:
        pwa.script("api", *(["--check"] if arguments.check else []))
    except pwa.BuildError as error:
        print(f"{error}. Where the contract has changed: `make api`.", file=sys.stderr)
        return os.EX_SOFTWARE
    return os.EX_OK
