"""More days, qualifications or certificates never lower a level; order makes no difference; a day counts once."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from backend.levels.days import mark
from backend.levels.experience import Certificate, Stretch, with_certified
from backend.levels.rules import Counted, count, judge, next_look, reached_level
from backend.levels.standards import Standard
from backend.levels.versions import compiled_standards
from backend.qualifications import catalogue

DECIDING = [compiled_standards()[code] for code in ("001", "004", "012", "015", "016", "032", "036", "038")]
FIELDS = st.sampled_from(DECIDING)
KEYS = st.frozensets(st.sampled_from(sorted(catalogue.load())), max_size=25)
AMOUNTS = st.tuples(st.integers(0, 3000), st.integers(0, 1200), st.integers(0, 1200))
DAYS = st.integers(0, 900).map(lambda n: date(2018, 1, 1) + timedelta(days=n))
RECORDS = st.lists(st.tuples(st.sampled_from((901, 910, 900, 1001)), st.integers(0, 2), DAYS), max_size=60)


def stretches() -> st.SearchStrategy[Stretch]:
    return st.tuples(DAYS, st.integers(0, 200), st.integers(0, 200)).map(
        lambda drawn: Stretch(drawn[0], drawn[0] + timedelta(days=drawn[1]), min(drawn[2], drawn[1] + 1))
    )


def counted(amounts: tuple[int, int, int]) -> Counted:
    days, foreman, leader = amounts
    return Counted(days, min(foreman, days), min(foreman + leader, days), 0, 0)


def lay(records: list[tuple[int, int, date]]) -> dict[tuple[int, int], int]:
    history: dict[tuple[int, int], int] = {}
    for trade, position, day in records:
        history[trade, position] = history.get((trade, position), 0) | mark(day)
    return history


@given(FIELDS, AMOUNTS, AMOUNTS, KEYS, KEYS)
def test_more_never_lowers_a_level(
    standard: Standard,
    some: tuple[int, int, int],
    more: tuple[int, int, int],
    held: frozenset[str],
    new: frozenset[str],
) -> None:
    least, most = counted(some), counted(some)
    grown = counted(more)
    most = Counted(*(max(pair) for pair in zip(most, grown, strict=True)))
    before = reached_level(judge(standard, least, held))
    assert reached_level(judge(standard, most, held)) >= before
    assert reached_level(judge(standard, least, held | new)) >= before


@given(RECORDS, st.randoms(use_true_random=False))
def test_the_order_of_days_makes_no_difference(records: list[tuple[int, int, date]], random: object) -> None:
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert lay(shuffled) == lay(records)
    assert count(DECIDING[0], lay(records)).days == len({day for trade, _, day in records if trade in (901, 910)})


@given(RECORDS, stretches(), st.lists(stretches(), max_size=5), DAYS)
def test_a_further_day_or_certificate_never_lowers_a_sum(
    records: list[tuple[int, int, date]], one: Stretch, others: list[Stretch], day: date
) -> None:
    bits = lay([(901, 0, of) for _, _, of in records]).get((901, 0), 0)
    before, _ = with_certified(bits, others)
    assert with_certified(bits, [one, *others])[0] >= before
    assert before <= with_certified(bits | mark(day), others)[0] <= before + 1
    assert with_certified(bits, others[::-1])[0] == before
    assert with_certified(bits, [*others, *others])[0] == before


@given(FIELDS, AMOUNTS, KEYS, st.integers(0, 60))
def test_nothing_changes_before_the_next_look(
    standard: Standard, amounts: tuple[int, int, int], held: frozenset[str], records: int
) -> None:
    now = counted(amounts)
    verdicts = judge(standard, now, held)
    look = next_look(verdicts)
    if look is not None and records >= look:
        return
    later = Counted(now.days + records, now.foreman_days + records, now.foreman_or_leader_days + records, 0, 0)
    after = judge(standard, later, held)
    assert reached_level(after) == reached_level(verdicts)
    assert [one.near for one in after] == [one.near for one in verdicts]


@given(RECORDS)
def test_a_certificate_of_nothing_changes_nothing(records: list[tuple[int, int, date]]) -> None:
    none = Certificate(901, date(2018, 1, 1), date(2018, 12, 31), 0, 0, 0)
    assert count(DECIDING[0], lay(records), [none]) == count(DECIDING[0], lay(records))
