"""`passport postcards --pdf FILE --csv FILE`: print what companies must be told by post, each notice once."""

import argparse
import asyncio
import os
import sys
from pathlib import Path

from passport import environment, postgres


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("--pdf", type=Path, help="where the print file goes: two pages of 100 × 148 mm a postcard")
    parser.add_argument("--csv", type=Path, help="where the table goes, with those whose address is not known too")
    parser.add_argument("--sender", default="", help="who sends them, with a postal address, for what comes back")
    parser.add_argument("--look", action="store_true", help="print again next time what is printed now")


def run(arguments: argparse.Namespace) -> int:
    """List and print, from the database that PASSPORT_DSN names, or the embedded one."""
    if arguments.pdf is None and arguments.csv is None:
        print("Say where the postcards go: --pdf FILE, --csv FILE, or both.", file=sys.stderr)
        return os.EX_USAGE
    with postgres.given_or_embedded(environment.data()) as dsn:
        os.environ["PASSPORT_DSN"] = dsn
        return asyncio.run(_connected(arguments))


async def _connected(arguments: argparse.Namespace) -> int:
    from backend.kit import database  # noqa: PLC0415  needs PASSPORT_DSN first
    from backend.kit.errors import PapersUnavailableError  # noqa: PLC0415  as above

    await database.open_pool(2)
    try:
        return await _print(arguments.pdf, arguments.csv, arguments.sender, look=arguments.look)
    except PapersUnavailableError:
        print("The fonts of the papers are not installed: make pwa, or PASSPORT_FONTS.", file=sys.stderr)
        return os.EX_UNAVAILABLE
    finally:
        await database.close_pool()


async def _print(pdf: Path | None, csv: Path | None, sender: str, *, look: bool) -> int:
    """Write the files first and keep then that they were printed: what fails in between is printed again."""
    from backend.kit import clock  # noqa: PLC0415  needs PASSPORT_DSN first
    from notifications import postcard_printing, postcards  # noqa: PLC0415  as above

    waiting = await postcards.list_waiting(clock.now())
    ready = [card for card in waiting if card.can_be_sent]
    if pdf is not None and ready:
        _write(pdf, await postcard_printing.print_cards(ready, sender))
    if csv is not None:
        _write(csv, b"".join(postcard_printing.write_table(waiting)))
    if not look:
        await postcards.keep_printed(ready, clock.now())
    print(f"{len(ready)} postcards.")
    if len(waiting) > len(ready):
        print(f"{len(waiting) - len(ready)} companies have no postal address in the register.", file=sys.stderr)
        return os.EX_DATAERR
    return os.EX_OK


def _write(path: Path, content: bytes) -> None:
    """Write a file as a whole, never half."""
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(content)
    part.replace(path)
