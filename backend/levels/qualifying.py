"""Whether qualifications fill a list of a standard, and what is missing.  Pure.

A list asks for so many of its entries; an entry names one qualification, or several of which one is enough.  A
certificate fills one entry only, whatever grades of it are held, so who fills what is a matching.
"""

from collections.abc import Sequence

from backend.qualifications.grades import Grades

Entry = tuple[str, ...]
"""Keys of qualifications, of which one is enough."""


def filled(entries: Sequence[Entry], held: frozenset[str], grades: Grades) -> int:
    """Tell how many entries of a list can be filled by different certificates.

    Args:
        entries: the list.
        held: what is held, lower grades included.
        grades: which qualifications are grades of one certificate.
    """
    offers = [{grades.ladder(key) for key in entry if key in held} for entry in entries]
    fills: dict[str, int] = {}
    return sum(_place(at, offers, fills, set()) for at in range(len(offers)))


def _place(at: int, offers: Sequence[set[str]], fills: dict[str, int], tried: set[str]) -> bool:
    """Fill an entry, if need be by letting another take a different certificate."""
    for ladder in sorted(offers[at] - tried):
        tried.add(ladder)
        if ladder not in fills or _place(fills[ladder], offers, fills, tried):
            fills[ladder] = at
            return True
    return False
