"""Who hears of what: once, at the right time, by the right way."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from backend.accounts.rules import Role
from backend.events import service as events
from backend.events.kinds import EventKind
from backend.kit import clock, database, ids
from backend.kit.refusals import Language
from notifications import settings, telling
from notifications.audiences import TELLING, company
from notifications.kinds import DeliveryState, NoticeKind, Topic
from notifications.rules import Setting
from tests.notifications.people import NO_QUIET, Notifier, address, happens, on, states
from tests.office import number_of, user
from tests.town import Town

pytestmark = pytest.mark.usefixtures("rolled_back")


async def one_worker() -> tuple[Notifier, Town]:
    town = await Town().build(1)
    await settings.keep(town.workers[0], NO_QUIET, clock.now())
    await address(town.workers[0])
    return await Notifier().begin(), town


async def test_what_happens_is_told_once_however_often_it_is_read() -> None:
    notifier, town = await one_worker()
    await happens(EventKind.DAY_CORRECTED, town.workers[0], on())
    await notifier.step()
    again = Notifier()
    await again.step()
    await again.step()
    assert len(notifier.push.sent) == 1
    assert not again.push.sent
    assert await states() == [(NoticeKind.DAY_CORRECTED, DeliveryState.DELIVERED)]


async def test_what_was_before_the_first_start_is_told_to_nobody() -> None:
    town = await Town().build(1)
    await address(town.workers[0])
    await happens(EventKind.DAY_CORRECTED, town.workers[0], on())
    notifier = Notifier()
    await notifier.step()
    await notifier.step()
    assert not notifier.push.sent


async def test_an_event_of_a_slow_transaction_is_told_though_newer_ones_were_read() -> None:
    early = events.id_at(clock.now() - timedelta(seconds=20))
    await events.begin_cursor(telling.BEGAN, early)
    notifier, town = await one_worker()
    await happens(EventKind.CLAIM_APPROVED, town.workers[0], on(1))
    await notifier.step()
    late = UUID(int=early.int + 1)
    await events.record_all([events.Event(town.workers[0], late, EventKind.CLAIM_REFUSED, on(2))])
    notifier.teller._looked_back = -telling.LOOK_FAR_EVERY_S
    await notifier.step()
    assert len(notifier.push.sent) == 2


async def test_nothing_is_told_of_a_counted_touch() -> None:
    notifier, town = await one_worker()
    await happens(EventKind.DAY_COUNTED, town.workers[0], on())
    await happens(EventKind.DAY_CHANGED, town.workers[0], on())
    await notifier.step()
    assert not await states()


async def test_a_held_day_is_told_once_until_something_else_is_said_of_it() -> None:
    notifier, town = await one_worker()
    for kind in (EventKind.DAY_HELD, EventKind.DAY_HELD, EventKind.DAY_CORRECTED, EventKind.DAY_HELD):
        await happens(kind, town.workers[0], on())
        await notifier.teller.step()
    await happens(EventKind.DAY_HELD, town.workers[0], on(1))
    await happens(EventKind.DAY_HELD, town.workers[0], on(1))
    await notifier.teller.step()
    assert [kind for kind, _ in await states()] == [
        NoticeKind.DAY_HELD,
        NoticeKind.DAY_CORRECTED,
        NoticeKind.DAY_HELD,
        NoticeKind.DAY_HELD,
    ]


async def test_what_waits_gives_way_to_what_is_newer_about_the_same() -> None:
    notifier, town = await one_worker()
    await happens(EventKind.DAY_HELD, town.workers[0], on())
    await happens(EventKind.DAY_HEALED, town.workers[0], on())
    await happens(EventKind.DAY_HELD, town.workers[0], on(3))
    await notifier.step()
    assert len(notifier.push.sent) == 2
    assert (NoticeKind.DAY_HELD, DeliveryState.OVERTAKEN) in await states()


async def test_a_topic_that_is_off_is_kept_as_a_notice_and_goes_nowhere() -> None:
    notifier, town = await one_worker()
    await settings.keep(town.workers[0], Setting(off=frozenset({Topic.CLAIMS})), clock.now())
    await happens(EventKind.CLAIM_APPROVED, town.workers[0], on())
    await notifier.step()
    assert not await states()
    assert await database.fetch("SELECT FROM notice WHERE recipient = $1", town.workers[0])


async def test_the_worker_that_remains_is_told_and_one_that_was_removed_is_not() -> None:
    town = await Town().build(3)
    merged, remains, removed = town.workers
    for worker in town.workers:
        await settings.keep(worker, NO_QUIET, clock.now())
        await address(worker)
    notifier = await Notifier().begin()
    async with database.transaction() as db:
        await db.execute("INSERT INTO worker_merge VALUES ($1, $2, $3)", merged, remains, clock.now())
        await db.execute("INSERT INTO worker_removal VALUES ($1, $2)", removed, clock.now())
    await happens(EventKind.CLAIM_APPROVED, merged, on())
    await happens(EventKind.CLAIM_APPROVED, removed, on())
    await notifier.step()
    rows = await database.fetch("SELECT recipient FROM notice")
    assert [row[0] for row in rows] == [remains]


async def test_a_company_is_told_by_the_mail_its_registration_names_and_its_responsible_persons_on_their_devices() -> (
    None
):
    town = await Town().build(1)
    account, _ = await user(Role.RESPONSIBLE, town.company_id)
    device = await address(account)
    await settings.keep(account, NO_QUIET, clock.now())
    await settings.keep(company(town.company_id), NO_QUIET, clock.now())
    await _name_mail(town.company_id, "old@example.jp")
    notifier = await Notifier().begin()
    body = f'{{"companyId":{town.company_id},"months":2,"until":"2027-01-31"}}'
    await happens(EventKind.COMPANY_EXPIRING, body=body)
    await notifier.step()
    await _name_mail(town.company_id, "new@example.jp")
    await happens(EventKind.COMPANY_EXPIRING, body=body.replace("2,", "1,", 1))
    await notifier.step()
    assert [address.target for address, _ in notifier.mail.sent] == ["old@example.jp", "new@example.jp"]
    assert {address.id for address, _ in notifier.push.sent} == {device}
    (first, *_) = notifier.mail.sent
    assert first[1].title == "事業者登録の期限まで、あと2か月です"
    assert "2027年1月31日（日）までに" in first[1].body


async def _name_mail(company_id: int, mail: str) -> None:
    async with database.transaction() as db:
        await db.execute(
            "INSERT INTO company_item (company_id, item, id, value, state, kept_at) VALUES ($1, 'mail', $2, $3, 1, $4)",
            company_id,
            events.id_at(clock.now() + timedelta(seconds=len(mail) % 7)),
            f'"{mail}"',
            clock.now(),
        )


async def test_a_responsible_person_who_works_too_is_told_on_the_worker_s_devices() -> None:
    town = await Town().build(1)
    account, _ = await user(Role.RESPONSIBLE, town.company_id)
    async with database.transaction() as db:
        await db.execute("UPDATE account SET worker_id = $2 WHERE id = $1", account, town.workers[0])
    await settings.keep(town.workers[0], NO_QUIET, clock.now())
    device = await address(town.workers[0])
    notifier = await Notifier().begin()
    await happens(EventKind.COMPANY_RENEWED, body=f'{{"companyId":{town.company_id},"until":"2032-01-31"}}')
    await notifier.step()
    assert [where.id for where, _ in notifier.push.sent] == [device]


async def test_whoever_runs_the_site_hears_of_its_reader() -> None:
    town = await Town().build(1)
    reader = town.readers[0]
    account, _ = await user(Role.SITE_MANAGER, town.sites[0][0])
    other, _ = await user(Role.SITE_MANAGER, town.sites[1][0])
    for one in (account, other):
        await address(one)
    async with database.transaction() as db:
        await db.execute("UPDATE reader SET site_id = $2 WHERE id = $1", reader.known.id, town.sites[0][0])
    notifier = await Notifier().begin()
    await happens(EventKind.READER_CONFLICT, body=f'{{"readerId":{reader.known.id},"epoch":1,"sequences":[1]}}')
    await notifier.step()
    (sent,) = notifier.push.sent
    assert sent[1].title == "見本町第一現場：入口リーダー1号が、同じ番号で違う内容を送りました"
    assert await database.fetch("SELECT FROM notice WHERE recipient = $1", account)


async def test_the_employer_hears_once_a_month_of_a_worker_whom_nothing_reaches() -> None:
    town = await Town().build(1)
    worker = town.workers[0]
    notifier = await Notifier().begin()
    await happens(EventKind.CLAIM_APPROVED, worker, on())
    await happens(EventKind.CLAIM_APPROVED, worker, on(1))
    await notifier.step()
    rows = await database.fetch("SELECT facts FROM notice WHERE recipient = $1", company(town.company_id))
    assert len(rows) == 1
    assert "見本 太郎" in rows[0][0]
    assert await number_of(worker) in rows[0][0]


async def test_nobody_is_told_of_what_was_rolled_back() -> None:
    notifier, town = await one_worker()
    async with database.transaction() as db:
        change = db.transaction()
        await change.start()
        await happens(EventKind.CLAIM_APPROVED, town.workers[0], on())
        await change.rollback()
    await notifier.step()
    assert not await states()


async def test_in_the_readers_language() -> None:
    notifier, town = await one_worker()
    await settings.keep_language(town.workers[0], Language.VI, clock.now())
    await happens(EventKind.CLAIM_APPROVED, town.workers[0], on())
    await notifier.step()
    assert "khai báo của bạn đã được duyệt" in notifier.titles()[0]


async def test_ten_thousand_events_at_once_are_told_once_each() -> None:
    notifier, town = await one_worker()
    made = [
        events.Event(town.workers[0], one, EventKind.APPLICATION_APPROVED, f'{{"applicationId":"{uuid4()}"}}')
        for one in ids.new_event_ids(10_000)
    ]
    await events.record_all(made)
    await notifier.teller.step()
    await notifier.teller.step()
    assert len(await states()) == 10_000


def test_every_event_that_is_told_has_a_notice_of_its_name() -> None:
    assert {kind.name for kind in TELLING} == {kind.name for kind in TELLING.values()}
    of_their_own = {NoticeKind.WORKER_UNREACHED, NoticeKind.LETTER, NoticeKind.TRIAL, NoticeKind.MAIL_TO_CONFIRM}
    assert set(TELLING.values()) == set(NoticeKind) - of_their_own
