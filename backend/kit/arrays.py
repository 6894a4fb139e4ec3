"""Rows as columns, the shape that unnest() takes.

Numbers, days, instants and ids go as PostgreSQL array literals, which JSON's arrays nearly are: asyncpg's own way looks
at each element several times and takes longer than everything else about a touch.  Texts go as asyncpg sends them,
because their quoting is not JSON's.  In the statements: `$1::text::uuid[]`, but `$2::text[]`.
"""

from collections.abc import Collection, Iterable, Sequence

import msgspec

_encode = msgspec.json.Encoder().encode


def literal(values: Sequence[object]) -> str:
    """Write values without texts among them as an array literal.

    >>> literal([1, None, 3])
    '{1,null,3}'
    """
    return "{" + _encode(values)[1:-1].decode() + "}"


def columns(rows: Iterable[Sequence[object]], width: int, texts: Collection[int] = ()) -> list[object]:
    """Turn rows into the parameters of a statement over arrays.

    Args:
        rows: equally long rows.
        width: their length, needed where there are none.
        texts: the places of the columns that hold text.
    """
    turned: list[Sequence[object]] = list(zip(*rows, strict=True)) or [()] * width
    return [column if place in texts else literal(column) for place, column in enumerate(turned)]
