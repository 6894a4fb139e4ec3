"""Who one can be in sample mode.  Their accounts are labelled; nobody else's is."""

import msgspec

from backend.kit import database


class SamplePerson(msgspec.Struct, frozen=True, rename="camel"):
    """An invented person, marked as a sample."""

    id: str
    name: str
    level: int
    trade: str
    story: str


async def list_people() -> list[SamplePerson]:
    """List the sample people in their order."""
    rows = await database.fetch("SELECT label, name, level, trade, story FROM sample_person ORDER BY place")
    return [SamplePerson(*row) for row in rows]
