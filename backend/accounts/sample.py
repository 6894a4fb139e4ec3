"""Who one can be in sample mode.  Their accounts are labelled; nobody else's is."""

import msgspec

from backend.kit import database
from backend.kit.refusals import Language, Said


class SamplePerson(msgspec.Struct, frozen=True, rename="camel"):
    """An invented person, marked as a sample."""

    id: str
    name: str
    level: int
    trade: str
    story: str


async def list_people(language: Language) -> list[SamplePerson]:
    """List the sample people in their order."""
    rows = await database.fetch("SELECT label, name, level, trade, story FROM sample_person ORDER BY place")
    return [SamplePerson(*row[:3], *(say(text, language) for text in row[3:])) for row in rows]


def say(text: str, language: Language) -> str:
    """Say what is kept in every language; older samples are in Japanese alone."""
    try:
        return msgspec.json.decode(text, type=Said[str]).to(language)
    except msgspec.DecodeError:
        return text
