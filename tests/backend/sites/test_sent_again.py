"""A site whose registration was answered into nothing is registered once."""

import asyncio
from datetime import timedelta

import pytest

from backend.sites import registering
from backend.sites.rules import SiteKind
from backend.sites.service import NewSite
from tests.town import BEGINNING, END, NOON, Town


def site(town: Town, name: str = "見本町橋補修") -> NewSite:
    return NewSite(name, SiteKind.ORDINARY, town.company_id, 17, BEGINNING, END)


@pytest.mark.usefixtures("rolled_back")
async def test_the_same_again_within_minutes_is_the_same_site_and_another_is_another() -> None:
    town = await Town().build(0, 0, 0)
    first = await registering.register(site(town), NOON)
    assert await registering.register(site(town), NOON + timedelta(minutes=9)) == first
    assert await registering.register(site(town, "見本町橋補修その2"), NOON) != first
    assert await registering.register(site(town), NOON + timedelta(minutes=11)) != first


async def test_eight_at_once_register_one(committed: str) -> None:
    town = await Town().build(0, 0, 0)
    made = await asyncio.gather(*(registering.register(site(town), NOON) for _ in range(8)))
    assert len(set(made)) == 1
