"""Our own 14-digit public numbers: they begin with 9, say their kind, and end in a Damm check digit.

A real number of another register is kept only as an outside number, never made here.
The Damm code finds every wrong digit and every swap of neighbours (H. M. Damm, 2004).
"""

from enum import IntEnum
from functools import lru_cache
from typing import Annotated

import msgspec

LENGTH = 14
Number = Annotated[str, msgspec.Meta(pattern="^9[0-9]{13}$")]
"""A public number as it is sent to us; whether its last digit fits is another question."""
_TABLE = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)


class NumberKind(IntEnum):
    """The second digit: what the number names."""

    WORKER = 1
    COMPANY = 2
    SITE = 3
    READER = 4


def check_digit(digits: str) -> str:
    """Give the Damm check digit of a row of digits.

    >>> check_digit("572")
    '4'
    """
    interim = "0"
    for digit in digits:
        interim = _TABLE[int(interim)][int(digit)]
    return interim


def make_number(kind: NumberKind, n: int) -> str:
    """Make the public number of the n-th of a kind.

    >>> make_number(NumberKind.SITE, 1)
    '93000000000016'
    """
    body = f"9{kind.value}{n:011d}"
    return body + check_digit(body)


@lru_cache(maxsize=10_000)
def is_number(text: str) -> bool:
    """Tell whether a text is one of our numbers: form and check digit."""
    return len(text) == LENGTH and text.isascii() and text.isdigit() and check_digit(text) == "0"
