"""`passport help-code H4T 9WR`: what stands behind six characters that somebody reads out."""

import argparse
import asyncio
import os
import sys
from typing import TYPE_CHECKING

from passport import environment, postgres

if TYPE_CHECKING:
    from backend.kit.help_codes import Helped


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("said", nargs="+", metavar="CODE", help="six characters, in one piece or in two")


def run(arguments: argparse.Namespace) -> int:
    """Look it up, in the database that PASSPORT_DSN names, or the embedded one."""
    from backend.kit.help_codes import read_help_code  # noqa: PLC0415  only this command needs it

    help_code = read_help_code(" ".join(arguments.said))
    if help_code is None:
        print("A help code has six characters, without I, O, 0 and 1.", file=sys.stderr)
        return os.EX_USAGE
    with postgres.given_or_embedded(environment.data()) as dsn:
        os.environ["PASSPORT_DSN"] = dsn
        lines = asyncio.run(_look_up(help_code))
    if not lines:
        print("Nothing stands behind this code: misheard, or more than 30 days old.", file=sys.stderr)
        return os.EX_DATAERR
    print("\n\n".join(lines))
    return os.EX_OK


async def _look_up(help_code: str) -> list[str]:
    from backend.kit import database, help_codes  # noqa: PLC0415  needs PASSPORT_DSN first

    await database.open_pool(2)
    try:
        asked = await help_codes.look_up(help_code)
    finally:
        await database.close_pool()
    shown = [
        f"Shown as the reason of a day, a touch or a card.\n{_words(kind)}" for kind in help_codes.kinds_of(help_code)
    ]
    return [*shown, *(f"{_asked(one)}\n{_words(one.code)}" for one in asked)]


def _asked(helped: "Helped") -> str:
    from backend.kit.clock import JAPAN  # noqa: PLC0415  only this command needs it

    at = helped.at.astimezone(JAPAN)
    return f"{at:%Y-%m-%d %H:%M:%S} in Japan: {helped.method} {helped.path or 'an address that is not there'}"


def _words(code: str) -> str:
    from backend.kit.refusals import Language, give_reason  # noqa: PLC0415  only this command needs it

    lines = []
    for language in (Language.JA, Language.EN):
        said = give_reason(code, language)
        lines.append(f"  {said.why}\n    → {said.who}: {said.what} ({said.where})")
    return f"{code}\n" + "\n".join(lines)
