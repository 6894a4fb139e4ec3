"""Who may stand below whom, and that no row of asks, accepts and ends makes a loop or a wrong tier number."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.sites import structure_rules
from backend.sites.structure_rules import Place, Tier, TierRefusal, Wanted

PRIME = 0


class Site:
    """A structure in memory, changed only as the service changes it."""

    def __init__(self) -> None:
        self.tiers: list[Tier] = []

    def ask(self, company: int, upper: int, *, accepted: bool = True) -> Place | TierRefusal:
        found = structure_rules.judge_tier(Wanted(company, upper), self.tiers, PRIME, {99})
        if isinstance(found, Place):
            self.tiers.append(Tier(uuid4(), found.upper_id, company, upper, *found[1:], accepted))
        return found

    def accept(self, place: int) -> None:
        self.tiers[place] = self.tiers[place]._replace(accepted=True)

    def end(self, place: int) -> None:
        gone = structure_rules.falling({self.tiers[place].id}, self.tiers)
        self.tiers = [tier for tier in self.tiers if tier.id not in gone]


def test_tiers_count_from_the_prime_and_name_the_first() -> None:
    site = Site()
    assert site.ask(1, PRIME) == Place(None, 1, 1)
    assert site.ask(2, 1) == Place(site.tiers[0].id, 1, 2)
    assert site.ask(3, 2) == Place(site.tiers[1].id, 1, 3)


@pytest.mark.parametrize(
    ("company", "upper", "refusal"),
    [
        (1, 1, TierRefusal.SELF),
        (PRIME, PRIME, TierRefusal.SELF),
        (99, PRIME, TierRefusal.COMPANY_OVER),
        (5, 99, TierRefusal.COMPANY_OVER),
        (5, 4, TierRefusal.UPPER_MISSING),
        (5, 3, TierRefusal.UPPER_MISSING),
        (PRIME, 2, TierRefusal.LOOP),
        (1, 2, TierRefusal.LOOP),
        (2, 1, TierRefusal.TWICE),
        (3, 2, TierRefusal.TWICE),
    ],
)
def test_what_cannot_stand_is_refused(company: int, upper: int, refusal: TierRefusal) -> None:
    site = Site()
    site.ask(1, PRIME)
    site.ask(2, 1)
    site.ask(3, 2, accepted=False)
    assert site.ask(company, upper) is refusal


def test_a_company_may_stand_in_two_places_and_the_nearer_speaks_unless_one_is_named() -> None:
    site = Site()
    for company, upper in ((1, PRIME), (2, 1), (3, 2), (3, PRIME)):
        assert isinstance(site.ask(company, upper), Place)
    assert site.ask(4, 3) == Place(site.tiers[3].id, 3, 2)
    named = structure_rules.judge_tier(Wanted(5, 3, site.tiers[2].id), site.tiers, PRIME, ())
    assert named == Place(site.tiers[2].id, 1, 4)
    elsewhere = structure_rules.judge_tier(Wanted(5, 3, site.tiers[0].id), site.tiers, PRIME, ())
    assert elsewhere is TierRefusal.UPPER_MISSING


def test_what_ends_takes_with_it_all_below_and_nothing_beside() -> None:
    site = Site()
    for company, upper in ((1, PRIME), (2, 1), (3, 2), (4, PRIME), (3, 4)):
        site.ask(company, upper)
    site.end(0)
    assert [(tier.company_id, tier.upper_company_id) for tier in site.tiers] == [(4, PRIME), (3, 4)]


def way_up(tier: Tier, tiers: list[Tier]) -> list[int]:
    """The companies from one place to the prime, walked place by place."""
    above: dict[UUID, Tier] = {one.id: one for one in tiers}
    way, here = [tier.company_id], tier
    while here.upper_id is not None:
        assert len(way) < 100, "the way goes in a circle"
        assert above[here.upper_id].company_id == here.upper_company_id
        here = above[here.upper_id]
        way.append(here.company_id)
    assert here.upper_company_id == PRIME
    return way


steps = st.lists(
    st.one_of(
        st.tuples(st.just("ask"), st.integers(0, 6), st.integers(0, 6), st.booleans()),
        st.tuples(st.just("accept"), st.integers(0, 20), st.just(0), st.just(True)),
        st.tuples(st.just("end"), st.integers(0, 20), st.just(0), st.just(True)),
    ),
    max_size=40,
)


@given(steps)
def test_no_row_of_asks_accepts_and_ends_makes_a_loop_or_a_wrong_tier(
    said: list[tuple[str, int, int, bool]],
) -> None:
    site = Site()
    for what, one, other, accepted in said:
        if what == "ask":
            site.ask(one, other, accepted=accepted)
        elif one < len(site.tiers):
            getattr(site, what)(one)
        pairs = [(tier.company_id, tier.upper_company_id) for tier in site.tiers]
        assert len(pairs) == len(set(pairs))
        for tier in site.tiers:
            way = way_up(tier, site.tiers)
            assert tier.tier == len(way)
            assert tier.first_tier_company_id == way[-1]
            assert len(way) == len(set(way))
            assert PRIME not in way
        for company in range(7):
            below = {one for one, upper in pairs if upper == company}
            assert company not in below
            for _ in range(7):
                below |= {one for one, upper in pairs if upper in below}
            assert company not in below, "a company stands below itself"
