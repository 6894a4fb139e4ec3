"""Find the companies that stand in a structure, by number or id."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from backend.kit import database
from backend.kit.numbers import is_number
from backend.sites import statements
from backend.sites.errors import CompanyUnknownError


class Company(NamedTuple):
    """A registered business, as far as a site needs it."""

    id: int
    number: str
    name: str
    stands_until: date
    """The last day of its registration, or of relief for renewing it."""


async def by_number(numbers: Sequence[str]) -> dict[str, Company]:
    """Find companies by number; those that nobody has are left out."""
    asked = sorted({number for number in numbers if is_number(number)})
    rows = await database.fetch(statements.COMPANIES, asked, []) if asked else []
    return {row[1]: Company(*row) for row in rows}


async def by_id(company_ids: Sequence[int]) -> list[Company]:
    """Read companies by id, in the order of their ids."""
    rows = await database.fetch(statements.COMPANIES, [], sorted(set(company_ids)))
    return sorted(Company(*row) for row in rows)


async def get(number: str) -> Company:
    """Give the company of a number.

    Raises:
        CompanyUnknownError: nobody has it.
    """
    found = (await by_number([number])).get(number)
    if found is None:
        raise CompanyUnknownError
    return found
