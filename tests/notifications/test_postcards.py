"""Companies that mail does not reach are written to by post, once for each notice."""

import csv
import io
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from backend.companies import service as companies
from backend.companies.classes import CompanyClass
from backend.kit import clock, database
from backend.kit.item_values import Given
from backend.kit.typesetting import has_fonts
from backend.settings import settings
from notifications import bounces, postcard_printing, postcards
from notifications.audiences import company as recipient_of
from notifications.bounces import Bounce
from notifications.kinds import ChannelKind, DeliveryState, NoticeKind, RecipientKind
from notifications.postcards import Postcard
from tests.notifications.people import address

pytestmark = pytest.mark.usefixtures("rolled_back")

END = clock.japan_date(clock.now()) + timedelta(days=50)
LONG = "特定非営利活動法人見本建設技能者育成支援総合研究開発機構北陸信越地方本部能登半島復興支援センター見本第二出張所"


async def a_company(
    *, name: str = "株式会社見本工務店", kind: CompanyClass = CompanyClass.CORPORATION, **items: str
) -> int:
    """A company that can be written to."""
    new = companies.NewCompany(name, "ミホン", kind, 17, licensed=False, registered_on=date(2024, 1, 1), expires_on=END)
    company_id = await companies.register(new)
    values = {"postcode": "920-0962", "address": "見本市見本町1-2-3"} | items
    given = [Given(item, value) for item, value in values.items() if value]
    await companies.keep_values(company_id, given, by=None, at=clock.now())
    return company_id


async def told(
    company_id: int, kind: NoticeKind = NoticeKind.COMPANY_EXPIRING, *, until: date = END, at: datetime | None = None
) -> UUID:
    """A notice to a company."""
    event_id = uuid4()
    await database.fetch(
        "INSERT INTO notice VALUES ($1, $2, $3, $4, '', $5, $6, $6) RETURNING 1",
        recipient_of(company_id),
        event_id,
        RecipientKind.COMPANY,
        kind,
        f'{{"companyId":{company_id},"months":2,"until":"{until}"}}',
        at or clock.now(),
    )
    return event_id


async def mailed(company_id: int, event_id: UUID, state: DeliveryState, address_id: UUID | None = None) -> None:
    await database.fetch(
        "INSERT INTO delivery (recipient, event_id, address_id, channel, state, urgent, digest, about, due_at, "
        "attempts, ended_at) VALUES ($1, $2, $3, 2, $4, false, false, '', now(), 1, now()) RETURNING 1",
        recipient_of(company_id),
        event_id,
        address_id or uuid4(),
        state,
    )


async def waiting() -> list[Postcard]:
    return await postcards.list_waiting(clock.now())


async def test_a_company_without_a_mail_address_gets_a_postcard_once() -> None:
    company_id = await a_company()
    event_id = await told(company_id)
    (card,) = await waiting()
    assert (card.name, card.title_of_address, card.postcode) == ("株式会社見本工務店", "御中", "9200962")
    assert card.address == "石川県見本市見本町1-2-3"
    assert "あと2か月" in card.title
    assert card.until == END
    assert card.notices == ((recipient_of(company_id), event_id),)
    for _ in range(2):
        await postcards.keep_printed([card], clock.now())
    assert await waiting() == []
    await told(company_id)
    assert len(await waiting()) == 1


@pytest.mark.parametrize(
    ("state", "is_written_to"),
    [
        (DeliveryState.WAITING, False),
        (DeliveryState.LEASED, False),
        (DeliveryState.DELIVERED, False),
        (DeliveryState.OVERTAKEN, False),
        (DeliveryState.GONE, True),
        (DeliveryState.FAILED, True),
    ],
)
async def test_whom_mail_reaches_or_may_yet_reach_gets_none(state: DeliveryState, is_written_to: bool) -> None:
    company_id = await a_company()
    await mailed(company_id, await told(company_id), state)
    assert bool(await waiting()) is is_written_to


async def test_whose_mail_came_back_gets_a_postcard() -> None:
    company_id = await a_company()
    address_id = await address(recipient_of(company_id), ChannelKind.MAIL, "mihon@example.jp")
    await mailed(company_id, await told(company_id), DeliveryState.DELIVERED, address_id)
    assert await waiting() == []
    await bounces.apply([Bounce(address_id, hard=True, gone=True, said="failed 5.1.1")], clock.now())
    assert len(await waiting()) == 1


async def test_of_several_notices_the_newest_is_said_and_all_are_told_by_it() -> None:
    company_id = await a_company()
    await told(company_id)
    await told(company_id, NoticeKind.COMPANY_RENEWED)
    (card,) = await waiting()
    assert len(card.notices) == 2
    await postcards.keep_printed([card], clock.now())
    assert await waiting() == []


async def test_what_is_true_no_longer_is_not_printed() -> None:
    await told(await a_company(), until=END - timedelta(days=365))
    await told(await a_company(), at=clock.now() - timedelta(days=300))
    over = await a_company()
    yesterday = clock.japan_date(clock.now()) - timedelta(days=1)
    await database.fetch("UPDATE company SET expires_on = $2 WHERE id = $1 RETURNING 1", over, yesterday)
    await told(over, until=yesterday)
    await told(await a_company(), NoticeKind.WORKER_UNREACHED)
    assert await waiting() == []


async def test_a_person_is_addressed_as_one_and_a_prefecture_stands_once() -> None:
    company_id = await a_company(kind=CompanyClass.SOLE_WORKER, name="見本 一郎", address="石川県見本市1")
    await told(company_id)
    (card,) = await waiting()
    assert (card.title_of_address, card.address) == ("様", "石川県見本市1")


@pytest.mark.parametrize("missing", ["postcode", "address"])
async def test_whose_address_is_not_known_stands_in_the_table_alone(missing: str) -> None:
    await told(await (a_company(postcode="") if missing == "postcode" else a_company(address="")))
    (card,) = await waiting()
    assert not card.can_be_sent
    assert read([card])[1][-1] == "住所なし"


def read(cards: list[Postcard]) -> list[list[str]]:
    table = b"".join(postcard_printing.write_table(cards)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(table)))


async def test_no_cell_of_the_table_is_a_formula() -> None:
    await told(await a_company(name="=HYPERLINK(1)", address="＝1"))
    head, row = read(await waiting())
    assert row[head.index("商号または名称")] == "'=HYPERLINK(1)"
    assert (row[head.index("郵便番号")], row[head.index("送れるか")]) == ("920-0962", "○")
    assert all(not cell.startswith(("=", "+", "-", "@", "＝")) for cell in row)


@pytest.mark.skipif(not has_fonts(settings().fonts), reason="the fonts are not installed: make pwa")
async def test_postcards_of_long_and_short_names_are_set_on_two_pages_each() -> None:
    await told(await a_company(name=LONG, address="見本" * 90))
    await told(await a_company(name="#let x = 1 *見本* $"))
    cards = await waiting()
    made = await postcard_printing.print_cards(cards, "見本運営\n〒100-0000")
    pages = PdfFileReader(io.BytesIO(made)).root["/Pages"]
    assert pages["/Count"] == 4
    sizes = {
        tuple(round(float(edge) / 72 * 25.4) for edge in page.get_object()["/MediaBox"]) for page in pages["/Kids"]
    }
    assert sizes == {(0, 0, 100, 148)}
