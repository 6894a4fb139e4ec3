"""What the journeys type into the forms of applications, as people do."""

from playwright.async_api import FilePayload, Page, expect

from tests.backend.proofs import pictures

WORKER = {
    "name": "見本 花子",
    "name_kana": "みほん はなこ",
    "birth_date": "1995-04-01",
    "nationality": "日本",
    "identity_number": "SAMPLE 77-001",
    "postcode": "9280001",
    "address": "見本市見本町1-2",
    "phone": "090-0000-0001",
}
JOINED = {"health_insurance": "加入", "pension": "加入", "employment_insurance": "加入"}
WORKER_CHOICES = {"sex": "女", "card_to": "自宅", **JOINED}
WORKER_YES_NO = {"sole_worker": "いいえ", "kentaikyo": "はい", "data_consent": "はい"}
COMPANY = {
    "name": "見本工務店",
    "name_kana": "ミホンコウムテン",
    "representative": "見本 一郎",
    "representative_kana": "ミホン イチロウ",
    "capital_yen": "５，０００，０００",
    "postcode": "9280001",
    "address": "見本市見本町1-2",
    "phone": "076-000-0001",
    "mail": "office@example.jp",
}
COMPANY_YES_NO = {"licensed": "いいえ", "kentaikyo": "はい", "data_consent": "はい"}


def picture(*, spoilt: bool = False) -> FilePayload:
    """A sample picture of a paper, as the camera gives it."""
    content = pictures.written(pictures.blurred() if spoilt else pictures.card((1300, 1000)))
    return {"name": "IMG_0001.jpg", "mimeType": "image/jpeg", "buffer": content}


async def type_all(page: Page, lines: dict[str, str], choices: dict[str, str], yes_no: dict[str, str]) -> None:
    """Fill in lines, choose answers; the prefecture is Ishikawa."""
    for item, text in lines.items():
        await page.locator(f"#item-{item}").fill(text)
    for item, answer in (choices | yes_no).items():
        await page.locator(f"#item-{item}").get_by_text(answer, exact=True).click()
    await page.locator("#item-prefecture").select_option("17")


async def lay(page: Page, item: str, kind: str | None = None) -> None:
    """Lay a picture beside an item, and wait until it is kept."""
    field = page.locator(f"#item-{item}")
    if kind is not None:
        await field.get_by_label("書類の種類").select_option(kind)
    await field.locator("input[type=file]").set_input_files(picture())
    await expect(field.locator("img")).to_be_visible(timeout=15_000)


async def fill_in_worker(page: Page) -> None:
    """Everything that the simplified form must have."""
    await type_all(page, WORKER, WORKER_CHOICES, WORKER_YES_NO)
    await page.locator("#item-trades select").first.select_option("10-01")
    await lay(page, "photo")
    await lay(page, "identity", "driving_licence")


async def fill_in_company(page: Page) -> None:
    """Everything that a corporation's form must have."""
    await type_all(page, COMPANY, JOINED, COMPANY_YES_NO)
    await lay(page, "existence", "register_extract")
