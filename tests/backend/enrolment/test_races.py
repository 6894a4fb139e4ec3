"""What holds when many ask at once, on connections of their own."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar
from uuid import UUID

import msgspec
import pytest

from backend.accounts import passkeys
from backend.accounts.errors import ChallengeOverError
from backend.accounts.messages import Credential, NewCredential
from backend.enrolment import codes, service
from backend.enrolment.codes import ENROLMENT, TRIES, Typed
from backend.enrolment.errors import CodeLockedError, EnrolmentWrongError
from backend.kit import clock, database
from backend.kit.errors import PassportError
from backend.workers import card_codes
from tests.authenticator import Authenticator
from tests.office import DIGITS, number_of
from tests.town import Town

pytestmark = pytest.mark.usefixtures("committed")

T = TypeVar("T")


async def outcome(asked: Awaitable[T]) -> T | type[PassportError]:
    try:
        return await asked
    except PassportError as error:
        return type(error)


async def known(town: Town) -> Typed:
    now = clock.now()
    await card_codes.keep(town.workers[0], DIGITS, now)
    given = await service.give_code(town.workers[0], now, by=None)
    return Typed(await number_of(town.workers[0]), DIGITS, given.code)


async def test_guesses_at_once_are_five_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []
    are_right = card_codes.are_right

    async def counted(worker_id: UUID, digits: str) -> bool:
        compared.append(digits)
        return await are_right(worker_id, digits)

    monkeypatch.setattr(card_codes, "are_right", counted)
    right = await known(await Town().build(1, 0, 0))
    wrong = msgspec.structs.replace(right, digits="0000")
    said = await asyncio.gather(*(outcome(codes.check(ENROLMENT, wrong, clock.now())) for _ in range(24)))
    assert set(said) <= {EnrolmentWrongError, CodeLockedError}
    assert len(compared) == TRIES
    (row,) = await database.fetch("SELECT tries_left FROM enrolment_code")
    assert row[0] == 0
    assert await outcome(codes.check(ENROLMENT, right, clock.now())) is CodeLockedError


async def test_one_answer_sent_many_times_at_once_signs_in_once() -> None:
    now, phone = clock.now(), Authenticator(synced=True)
    asked = await service.begin(await known(await Town().build(1, 0, 0)), now)
    answer = msgspec.convert(phone.create({"publicKey": asked.options}), NewCredential)
    finished = await asyncio.gather(*(outcome(service.finish(answer, asked.browser, None, now)) for _ in range(6)))
    assert sorted(isinstance(one, str) for one in finished) == [False] * 5 + [True]
    asked = await passkeys.ask_sign_in(now)
    signed = msgspec.convert(phone.get({"publicKey": asked.options}), Credential)
    said = await asyncio.gather(*(outcome(passkeys.sign_in(signed, asked.browser, now)) for _ in range(6)))
    assert said.count(ChallengeOverError) == 5


async def test_two_codes_given_at_once_leave_one_account() -> None:
    town = await Town().build(1, 0, 0)
    await asyncio.gather(*(service.give_code(town.workers[0], clock.now(), by=None) for _ in range(6)))
    (row,) = await database.fetch("SELECT count(*) FROM account")
    assert row[0] == 1
