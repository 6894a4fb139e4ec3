"""Register businesses."""

from datetime import date
from enum import IntEnum

import msgspec

from backend.kit import database, ids
from backend.kit.numbers import NumberKind, make_number


class CompanyClass(IntEnum):
    """The three classes of business (事業者区分)."""

    CORPORATION = 1
    INDIVIDUAL = 2
    SOLE_WORKER = 3


class NewCompany(msgspec.Struct, frozen=True):
    """What a registration says of a business."""

    name: str
    name_kana: str
    kind: CompanyClass
    prefecture: int
    licensed: bool
    registered_on: date
    expires_on: date


async def register(new: NewCompany) -> int:
    """Register a business and give its id."""
    async with database.transaction() as db:
        (company_id,) = await ids.take("company")
        await db.execute(
            "INSERT INTO company VALUES ($1, $2, $3, $4, $5, $6, NULL, NULL, $7, $8, $9)",
            company_id,
            make_number(NumberKind.COMPANY, company_id),
            new.name,
            new.name_kana,
            new.kind,
            new.prefecture,
            new.licensed,
            new.registered_on,
            new.expires_on,
        )
    return company_id
