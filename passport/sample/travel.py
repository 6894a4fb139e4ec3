"""From home to site: in which prefecture somebody works who lives in another.

The figures give both ends: workers by home and records by site.  The way between is assumed: most work at home, some
in the same part of the country, few far away (`NEARNESS`); it is then balanced until both ends are as printed.
"""

from functools import cache

from backend.statistics import figures
from passport.sample.shares import Shares

SAME_PREFECTURE, SAME_PART, FAR = 1.0, 0.08, 0.004
_PARTS_END_AT = (1, 7, 14, 23, 30, 35, 39, 47)
_ROUNDS = 60


@cache
def site_prefectures() -> tuple[Shares, ...]:
    """Give, for each home prefecture, the weights of the 47 prefectures of sites."""
    homes = [float(row.workers) for row in figures.prefectures().row]
    sites = [float(row.records) for row in figures.prefectures().row]
    scale = sum(homes) / sum(sites)
    ways = [[_nearness(i, j) * site for j, site in enumerate(sites)] for i in range(len(homes))]
    for _ in range(_ROUNDS):
        ways = [_scaled_to(row, home) for row, home in zip(ways, homes, strict=True)]
        turned = [
            _scaled_to(list(column), site * scale) for column, site in zip(zip(*ways, strict=True), sites, strict=True)
        ]
        ways = [list(row) for row in zip(*turned, strict=True)]
    return tuple(Shares(row) for row in ways)


def _scaled_to(row: list[float], total: float) -> list[float]:
    factor = total / sum(row)
    return [value * factor for value in row]


def _nearness(home: int, site: int) -> float:
    if home == site:
        return SAME_PREFECTURE
    return SAME_PART if _part(home) == _part(site) else FAR


def _part(place: int) -> int:
    return next(part for part, end in enumerate(_PARTS_END_AT) if place < end)
