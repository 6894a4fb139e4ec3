"""The face of a card as it is printed: in the level's colour and shape, so that it is told without colours too."""

import asyncio
from datetime import date
from pathlib import Path
from uuid import UUID

import msgspec

from backend.cards import statements
from backend.kit import database
from backend.kit.errors import NotFoundError
from backend.kit.refusals import Language
from backend.kit.typesetting import families, typeset
from backend.proofs import service as proofs
from backend.proofs.looking import shrink
from backend.settings import Mode, settings
from backend.workers import trades

TEMPLATE = Path(__file__).with_name("card.typ")
PHOTO_PIXELS = 400


class Face(msgspec.Struct, frozen=True):
    """What stands on a card."""

    level: int
    name: str
    kana: str
    latin: str
    number: str
    birth: str
    trade: str
    issued: str
    until: str
    photo: list[int]
    """The bytes of a JPEG; none where there is no photo."""
    sample: bool


async def face_of(order_id: UUID) -> Face:
    """Gather what stands on the card of an order that is issued.

    Raises:
        NotFoundError: no such order, or it is not issued yet.
    """
    rows = await database.fetch(statements.FACE, order_id)
    if not rows:
        raise NotFoundError
    row = rows[0]
    return Face(
        level=row["level"],
        name=row["alias"] or row["name"],
        kana=row["name_kana"],
        latin=row["name_latin"] or "",
        number=row["worker_number"],
        birth=_day(row["birth_date"]),
        trade=trades.name_of(row["main_trade"]) or "",
        issued=_day(row["issued_on"]),
        until=_day(row["expires_on"]),
        photo=await _photo(row["photo"]),
        sample=settings().mode is Mode.SAMPLE,
    )


async def print_face(face: Face) -> bytes:
    """Set the face as a PDF of a card's size, 85.6 × 54 mm.

    Raises:
        PapersUnavailableError: the fonts are not installed.
    """
    data: dict[str, object] = msgspec.to_builtins(face)
    return await typeset(TEMPLATE, data | {"fonts": families(Language.JA)}, settings().fonts)


async def _photo(kept: str | None) -> list[int]:
    content = None if kept is None else await proofs.read_picture(UUID(msgspec.json.decode(kept)))
    return [] if content is None else list(await asyncio.to_thread(shrink, content, PHOTO_PIXELS))


def _day(day: date) -> str:
    return f"{day:%Y-%m-%d}"
