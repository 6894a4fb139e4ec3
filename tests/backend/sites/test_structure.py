"""Companies ask, accept, refuse and end; agreements answer at once; patterns are used again."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from backend.kit import database
from backend.kit.errors import NotFoundError, PassportError
from backend.sites import agreements, patterns, structure
from backend.sites.agreements import Pair
from backend.sites.patterns import Pattern, PatternTier
from backend.sites.structure import Ask
from tests.town import NOON
from tests.works import LOWERS_CLERK, PRIMES_CLERK, make_works

pytestmark = pytest.mark.usefixtures("rolled_back")

TODAY = date(2026, 11, 20)


async def test_asked_and_accepted_a_company_has_its_tier() -> None:
    works = await make_works()
    first = await works.below()
    second = await works.below(first)
    rows = await structure.list_tree(works.site_id)
    assert [(row["company_id"], row["tier"], row["accepted"]) for row in rows] == [
        (first.id, 1, True),
        (second.id, 2, True),
    ]
    assert [tier.first_tier_company_id for tier in await structure.read_tiers(works.site_id)] == [first.id, first.id]


async def test_an_ask_waits_for_the_lower_company_alone() -> None:
    works = await make_works()
    company, other = await works.company(), await works.company()
    asked = await works.ask(company)
    assert (asked.accepted, asked.error) == (False, None)
    assert [row["site"] for row in await structure.list_of_company(company.id)] == ["見本町第一現場"]
    assert await works.answer(other, asked.ask.id) == "not_found"
    assert await works.answer(company, asked.ask.id, by=PRIMES_CLERK) == "own_ask"
    assert await works.answer(company, asked.ask.id) is None
    assert await works.answer(company, asked.ask.id) is None, "the same again"
    assert await works.answer(company, asked.ask.id, accept=False, why="x") == "tier_decided"


async def test_a_refusal_says_why_and_can_be_asked_anew() -> None:
    works = await make_works()
    company = await works.company()
    asked = await works.ask(company)
    assert await works.answer(company, asked.ask.id, accept=False, why=" ") == "tier_why_missing"
    assert await works.answer(company, asked.ask.id, accept=False, why="人がたりません") is None
    (row,) = await structure.list_tree(works.site_id)
    assert (row["accepted"], row["decided_why"]) == (False, "人がたりません")
    assert (await works.ask(company)).error is None


async def test_what_cannot_stand_is_named_and_the_others_are_kept() -> None:
    works = await make_works()
    prime, first = await works.prime(), await works.below()
    over = await works.company("見本終了", expires_on=TODAY - timedelta(days=1))
    good = await works.company()
    asks = [
        (first.number, first.number),
        (over.number, None),
        (prime.number, first.number),
        (first.number, None),
        ("92000000009999", None),
        (good.number, over.number),
        (good.number, first.number),
        (first.number, good.number),
    ]
    sent = [Ask(uuid4(), company, upper, None, "") for company, upper in asks]
    asked = await structure.ask_all(works.site_id, sent, by=PRIMES_CLERK, at=NOON)
    assert [one.error and one.error.code for one in asked] == [
        "tier_self",
        "company_over",
        "tier_loop",
        "tier_twice",
        "company_unknown",
        "company_over",
        None,
        "upper_missing",
    ]
    again = await structure.ask_all(works.site_id, sent[6:7], by=PRIMES_CLERK, at=NOON)
    assert [one.error for one in again] == [None], "sent again, it is answered alike"
    assert len(await database.fetch("SELECT FROM site_tier WHERE company_id = $1", good.id)) == 1


async def test_a_company_that_has_ended_meanwhile_cannot_accept() -> None:
    works = await make_works()
    company = await works.company()
    asked = await works.ask(company)
    async with database.transaction() as db:
        await db.execute("UPDATE company SET expires_on = $2 WHERE id = $1", company.id, TODAY - timedelta(days=1))
    assert await works.answer(company, asked.ask.id) == "company_over"
    assert await works.answer(company, asked.ask.id, accept=False, why="更新しません") is None


async def test_a_standing_agreement_accepts_at_once_until_it_ends() -> None:
    works = await make_works()
    prime, company = await works.prime(), await works.company()
    pair = Pair(prime.id, company.id)
    assert not await agreements.ask_or_agree(pair, by_upper=False, by=LOWERS_CLERK, at=NOON)
    assert not await agreements.ask_or_agree(pair, by_upper=False, by=LOWERS_CLERK, at=NOON), "the same side again"
    with pytest.raises(PassportError, match="own_ask"):
        await agreements.ask_or_agree(pair, by_upper=True, by=LOWERS_CLERK, at=NOON)
    assert not (await works.ask(company)).accepted, "asked only, it does not hold yet"
    assert await agreements.ask_or_agree(pair, by_upper=True, by=PRIMES_CLERK, at=NOON)
    second = await works.company()
    await works.agree(prime, second)
    assert (await works.ask(second)).accepted
    await agreements.end(Pair(prime.id, second.id), NOON)
    with pytest.raises(NotFoundError):
        await agreements.end(Pair(prime.id, second.id), NOON)
    assert [tier.accepted for tier in await structure.read_tiers(works.site_id) if tier.company_id == second.id] == [
        True
    ]
    (row,) = await agreements.list_agreements(company.id)
    assert (row["by_upper"], row["agreed_at"] is not None) == (False, True)


async def test_nobody_agrees_with_itself() -> None:
    works = await make_works()
    company = await works.company()
    with pytest.raises(PassportError, match="tier_self"):
        await agreements.ask_or_agree(Pair(company.id, company.id), by_upper=True, by=PRIMES_CLERK, at=NOON)


async def test_ending_a_tier_ends_all_below_and_their_lines_with_today_and_none_in_the_past() -> None:
    works = await make_works()
    first, beside = await works.below(), await works.below()
    second = await works.below(first)
    workers = {one.id: await works.worker(one) for one in (first, second, beside)}
    for company in (first, second, beside):
        assert (await works.list(company, workers[company.id])).new
    (top,) = [tier.id for tier in await structure.read_tiers(works.site_id) if tier.company_id == first.id]
    assert len(await structure.end(works.site_id, [top], NOON)) == 2
    assert set(await works.lines(TODAY)) == set(workers.values()), "the day itself still counts"
    assert set(await works.lines(TODAY + timedelta(days=1))) == {workers[beside.id]}
    assert set(await works.lines(date(2026, 3, 1))) == set(workers.values())
    assert await structure.end(works.site_id, [top], NOON) == set(), "the same again"
    assert (await works.ask(first)).error is None, "what has ended can be asked anew"


async def test_a_company_that_keeps_another_place_loses_only_the_lines_of_the_one_that_ended() -> None:
    works = await make_works()
    first, other = await works.below(), await works.below()
    twice = await works.below(first)
    asked = await works.ask(twice, other)
    await works.answer(twice, asked.ask.id)
    here = await works.worker(twice)
    assert (await works.list(twice, here)).new
    tiers = [tier for tier in await structure.read_tiers(works.site_id) if tier.company_id == twice.id]
    listed = min(tiers, key=lambda tier: (tier.tier, tier.id))
    left = next(tier for tier in tiers if tier is not listed)
    await structure.end(works.site_id, [left.id], NOON)
    assert here in await works.lines(TODAY + timedelta(days=1))
    await structure.end(works.site_id, [listed.id], NOON)
    assert here not in await works.lines(TODAY + timedelta(days=1))


async def test_a_pattern_asks_for_each_tier_and_names_what_must_wait() -> None:
    works = await make_works()
    prime, first, second = await works.prime(), await works.company(), await works.company()
    tiers = [PatternTier(first.number), PatternTier(second.number, first.number)]
    pattern = Pattern(uuid4(), "見本の型", tiers, NOON)
    await patterns.keep(prime.id, pattern, PRIMES_CLERK)
    assert [one.name for one in await patterns.list_patterns(prime.id)] == ["見本の型"]
    asked = await patterns.apply(prime.id, pattern.id, works.site_id, by=PRIMES_CLERK, at=NOON)
    assert [(one.accepted, one.error and one.error.code) for one in asked] == [(False, None), (False, "upper_missing")]
    assert await works.answer(first, asked[0].ask.id) is None
    later = NOON + timedelta(days=1)
    asked = await patterns.apply(prime.id, pattern.id, works.site_id, by=PRIMES_CLERK, at=later)
    assert [one.error and one.error.code for one in asked] == ["tier_twice", None]
    with pytest.raises(NotFoundError):
        await patterns.apply(first.id, pattern.id, works.site_id, by=PRIMES_CLERK, at=NOON)
    with pytest.raises(NotFoundError):
        await patterns.keep(first.id, pattern, PRIMES_CLERK)
    await patterns.drop(prime.id, pattern.id)
    assert await patterns.list_patterns(prime.id) == []
