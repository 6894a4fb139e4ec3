"""What becomes of a delivery: once delivered it rests, else it is tried again, given up, or its address ends."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.events.kinds import EventKind
from backend.history.rules import work_date
from backend.jobs import healing
from backend.kit import clock, database, ids
from backend.passport import inbox
from backend.taps.intake import arrive
from backend.taps.service import receive
from notifications import addresses, queue, settings
from notifications.channels import Address, Again, Delivered, Failed, Gone, Message, Outcome
from notifications.kinds import ChannelKind, DeliveryState, NoticeKind, Topic
from notifications.rules import PAUSES, Setting
from notifications.sending import FAILURES_IN_A_ROW, Resting, Sender, Wall
from tests.notifications.people import NO_QUIET, Notifier, address, happens, on, states
from tests.town import Town, report, tap

pytestmark = pytest.mark.usefixtures("rolled_back")


async def one_worker(setting: Setting = NO_QUIET) -> tuple[Notifier, UUID]:
    town = await Town().build(1)
    await settings.keep(town.workers[0], setting, clock.now())
    await address(town.workers[0])
    return await Notifier().begin(), town.workers[0]


async def row() -> database.Row:
    (found,) = await database.fetch("SELECT * FROM delivery")
    return found


async def let_pass(minutes: float) -> None:
    """Let time pass for what is in the queue."""
    await database.run_script(f"UPDATE delivery SET due_at = due_at - interval '{minutes} minutes'")


async def test_what_was_delivered_is_never_sent_again() -> None:
    notifier, worker = await one_worker()
    await happens(EventKind.CLAIM_APPROVED, worker, on())
    for _ in range(3):
        await notifier.step()
        await let_pass(10_000)
    assert len(notifier.push.sent) == 1
    assert (await row())["ended_at"] is not None
    (kept,) = await addresses.list_of(worker)
    assert kept.reached_at is not None


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ([Again("503")], DeliveryState.WAITING),
        ([Again("503"), Delivered("201")], DeliveryState.DELIVERED),
        ([Gone("410")], DeliveryState.GONE),
        ([Failed("400")], DeliveryState.FAILED),
    ],
)
async def test_an_outcome_is_kept(answers: list[Outcome], state: DeliveryState) -> None:
    notifier, worker = await one_worker()
    notifier.push.answers = list(answers)
    await happens(EventKind.CLAIM_APPROVED, worker, on())
    for _ in answers:
        await notifier.step()
        await let_pass(1)
    assert await states() == [(NoticeKind.CLAIM_APPROVED, state)]
    assert (await row())["said"] == answers[-1].said
    assert len(await addresses.list_of(worker)) == (0 if state is DeliveryState.GONE else 1)


async def test_it_is_tried_again_after_a_growing_pause_and_what_the_service_asks_for() -> None:
    notifier, worker = await one_worker()
    notifier.push.answers = [Again("500"), Again("429", timedelta(hours=2))]
    await happens(EventKind.CLAIM_APPROVED, worker, on())
    await notifier.step()
    assert PAUSES[0] - timedelta(seconds=5) < (await row())["due_at"] - clock.now() <= PAUSES[0]
    await notifier.step()
    assert len(notifier.push.sent) == 1
    await let_pass(1)
    await notifier.step()
    assert timedelta(minutes=119) < (await row())["due_at"] - clock.now() <= timedelta(hours=2)


async def test_what_is_no_longer_worth_telling_is_given_up() -> None:
    notifier, worker = await one_worker()
    notifier.push.answers = [Again("500")]
    await happens(EventKind.CLAIM_APPROVED, worker, on())
    await notifier.step()
    await database.run_script("UPDATE notice SET expires_at = made_at")
    await let_pass(1)
    await notifier.step()
    assert await states() == [(NoticeKind.CLAIM_APPROVED, DeliveryState.FAILED)]
    assert (await row())["said"] == "too late"


async def test_a_retry_waits_for_the_end_of_the_quiet_hours() -> None:
    notifier, worker = await one_worker()
    notifier.push.answers = [Again("500")]
    await happens(EventKind.CLAIM_APPROVED, worker, on())
    await notifier.step()
    local = clock.now().astimezone(clock.JAPAN)
    minute = local.hour * 60 + local.minute
    now_quiet = Setting(quiet_from=(minute - 60) % 1440, quiet_until=(minute + 60) % 1440)
    await settings.keep(worker, now_quiet, clock.now())
    await let_pass(1)
    await notifier.step()
    assert len(notifier.push.sent) == 1
    assert (await row())["due_at"] - clock.now() > timedelta(minutes=58)


async def test_a_lease_whose_process_died_is_taken_by_another_and_one_that_lives_is_not() -> None:
    notifier, worker = await one_worker()
    await happens(EventKind.CLAIM_APPROVED, worker, on())
    await notifier.teller.step()
    assert len(await queue.lease(clock.now(), 10)) == 1
    await notifier.sender.step()
    assert not notifier.push.sent
    await let_pass(2)
    await notifier.sender.step()
    assert len(notifier.push.sent) == 1
    assert await states() == [(NoticeKind.CLAIM_APPROVED, DeliveryState.DELIVERED)]


class Held:
    """A service that answers when it is let, and counts."""

    def __init__(self) -> None:
        self.let, self.came = asyncio.Event(), 0

    async def send(self, address: Address, message: Message) -> Outcome:
        assert address
        assert message
        self.came += 1
        await self.let.wait()
        return Delivered("201")

    async def close(self) -> None:
        """Nothing to let go of."""


async def test_what_is_on_its_way_is_not_sent_again_though_its_lease_ended() -> None:
    notifier, worker = await one_worker()
    await happens(EventKind.CLAIM_APPROVED, worker, on())
    await notifier.teller.step()
    service = Held()
    sender = Sender({ChannelKind.PUSH: service}, readers=1)
    await sender._take()
    await asyncio.sleep(0.05)
    await let_pass(2)
    await sender._take()
    service.let.set()
    await sender.step()
    assert service.came == 1
    assert await states() == [(NoticeKind.CLAIM_APPROVED, DeliveryState.DELIVERED)]


async def test_what_was_acknowledged_while_the_database_was_away_is_not_sent_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notifier, worker = await one_worker()
    await happens(EventKind.CLAIM_APPROVED, worker, on())
    await notifier.teller.step()
    away = True
    kept = queue.keep

    async def keep(*given: Any) -> None:
        if away:
            message = "away"
            raise OSError(message)
        await kept(*given)

    monkeypatch.setattr(queue, "keep", keep)
    with pytest.raises(OSError, match="away"):
        await notifier.sender.step()
    await let_pass(2)
    away = False
    await notifier.sender.step()
    assert len(notifier.push.sent) == 1
    assert await states() == [(NoticeKind.CLAIM_APPROVED, DeliveryState.DELIVERED)]


async def test_what_was_not_even_tried_is_no_failed_attempt() -> None:
    notifier, worker = await one_worker()
    for day in range(3):
        await happens(EventKind.CLAIM_APPROVED, worker, on(day))
    notifier.sender._resting._until["push.example.jp"] = float("inf")
    await notifier.step()
    rows = await database.fetch("SELECT attempts, said FROM delivery")
    assert {tuple(one) for one in rows} == {(0, "the service rests")}
    assert not notifier.push.sent


async def test_the_same_delivery_names_itself_the_same_again() -> None:
    notifier, worker = await one_worker()
    notifier.push.answers = [Again("cut")]
    await happens(EventKind.CLAIM_APPROVED, worker, on())
    await notifier.step()
    await let_pass(1)
    await notifier.step()
    first, second = (message for _, message in notifier.push.sent)
    assert (first.id, first.delivery) == (second.id, second.delivery)


async def test_what_waits_for_the_digest_goes_out_as_one_message() -> None:
    notifier, worker = await one_worker(Setting(daily=frozenset({Topic.CLAIMS}), quiet_from=0, quiet_until=0))
    for day in range(7):
        await happens(EventKind.CLAIM_APPROVED, worker, on(day))
    await notifier.step()
    assert not notifier.push.sent
    await let_pass(24 * 60)
    await notifier.step()
    ((_, message),) = notifier.push.sent
    assert message.title == "お知らせが7件あります"
    assert message.body.count("\n") == 5
    assert message.body.endswith("ほか2件")
    assert {state for _, state in await states()} == {DeliveryState.DELIVERED}


async def test_a_digest_is_sent_whole_though_the_queue_is_read_in_pages() -> None:
    notifier, worker = await one_worker(Setting(daily=frozenset({Topic.CLAIMS}), quiet_from=0, quiet_until=0))
    for day in range(5):
        await happens(EventKind.CLAIM_APPROVED, worker, on(day))
    await notifier.teller.step()
    await let_pass(24 * 60)
    (delivery,) = await queue.lease(clock.now(), 2)
    assert len(delivery.notices) == 5


async def touched(town: Town) -> None:
    """Somebody touches a reader, just now."""
    now = clock.now()
    await receive([arrive(town.readers[0].known, report([tap(town, 1, now)], now), now)])


async def test_a_held_day_says_where_why_and_who_can_mend_it() -> None:
    town = await Town().build(1, assigned=False)
    await settings.keep(town.workers[0], NO_QUIET, clock.now())
    await address(town.workers[0])
    notifier = await Notifier().begin()
    await touched(town)
    await notifier.step()
    ((_, message),) = notifier.push.sent
    day = work_date(clock.now())
    assert message.title.startswith(f"{day.month}月{day.day}日")
    assert message.body.startswith("見本町第一現場: ")
    assert "直せる人：" in message.body
    assert message.address == f"/history/{day}"
    assert message.urgent


async def test_a_held_day_that_was_mended_meanwhile_is_not_told() -> None:
    town = await Town().build(1, assigned=False)
    await settings.keep(town.workers[0], NO_QUIET, clock.now())
    await address(town.workers[0])
    notifier = await Notifier().begin()
    await touched(town)
    await notifier.teller.step()
    await town.assign(town.workers[0], town.sites[0][0])
    await healing().step()
    await notifier.sender.step()
    assert not notifier.push.sent
    assert await states() == [(NoticeKind.DAY_HELD, DeliveryState.OVERTAKEN)]
    await notifier.step()
    assert "直り" in notifier.titles()[0]


async def test_a_way_that_is_not_set_up_says_so() -> None:
    notifier, worker = await one_worker()
    await happens(EventKind.CLAIM_APPROVED, worker, on())
    await notifier.teller.step()
    await Sender({}).step()
    assert (await row())["said"] == "this way is not set up"


class Slow:
    """A service that never answers."""

    async def send(self, address: Address, message: Message) -> Outcome:
        assert address
        assert message
        await asyncio.sleep(3600)
        return Delivered("never")

    async def close(self) -> None:
        """Nothing to let go of."""


async def test_a_service_that_never_answers_is_left_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notifications.sending.AT_MOST_S", 0.05)
    notifier, worker = await one_worker()
    await happens(EventKind.CLAIM_APPROVED, worker, on())
    await notifier.teller.step()
    await Sender({ChannelKind.PUSH: Slow()}, readers=1).step()
    found = await row()
    assert (found["state"], found["said"]) == (DeliveryState.WAITING, "no answer")


def test_a_service_that_keeps_failing_rests_and_one_good_answer_makes_up_for_it() -> None:
    resting = Resting()
    for _ in range(FAILURES_IN_A_ROW - 1):
        resting.note("push.example.jp", bad=True)
    assert not resting.rests("push.example.jp")
    resting.note("push.example.jp", bad=False)
    for _ in range(FAILURES_IN_A_ROW):
        assert not resting.rests("push.example.jp")
        resting.note("push.example.jp", bad=True)
    assert resting.rests("push.example.jp")
    assert not resting.rests("other.example.jp")


def test_what_was_due_stays_due_when_the_clock_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    now = clock.now()
    wall = Wall()
    monkeypatch.setattr(clock, "now", lambda: now - timedelta(hours=1))
    assert abs(wall.now() - now) < timedelta(seconds=5)
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(hours=1))
    assert abs(wall.now() - now - timedelta(hours=1)) < timedelta(seconds=5)


async def test_the_badge_says_how_much_was_not_read() -> None:
    notifier, worker = await one_worker()
    await inbox.mark_read(worker, ids.new_event_id())
    await happens(EventKind.CLAIM_APPROVED, worker, on())
    await happens(EventKind.CLAIM_APPROVED, worker, on(1))
    await notifier.step()
    assert {message.unread for _, message in notifier.push.sent} == {2}
