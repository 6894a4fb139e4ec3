"""`passport api`: the OpenAPI of the server, and the phone's types made of it."""

import argparse
import importlib
import json
from pathlib import Path

from passport import environment, pwa


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("--to", type=Path, default=environment.ROOT / ".cache" / "openapi.json")


def run(arguments: argparse.Namespace) -> int:
    """Write the contract; the script `api` of pwa/package.json reads it."""
    app = importlib.import_module("backend.app").create_app()
    arguments.to.parent.mkdir(parents=True, exist_ok=True)
    arguments.to.write_text(json.dumps(app.openapi_schema.to_schema(), ensure_ascii=False, indent=2), encoding="utf-8")
    print(f"Wrote {arguments.to}.")
    pwa.script("api")
    return 0
