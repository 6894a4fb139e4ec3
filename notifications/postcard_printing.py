"""Postcards as a PDF for the printer, two pages each, and as a table for whoever prints them otherwise."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from backend.kit.refusals import Language
from backend.kit.sheets import Cell, write_csv
from backend.kit.typesetting import families, typeset
from backend.passport.words import plain
from backend.settings import Mode, settings
from notifications.postcards import Postcard
from notifications.words import all_words

TEMPLATE = Path(__file__).with_name("postcard.typ")
HEAD = ("事業者ID", "郵便番号", "所在地", "商号または名称", "敬称", "題", "本文", "期限", "送れるか")


async def print_cards(cards: Sequence[Postcard], sender: str) -> bytes:
    """Set postcards as a PDF of 100 × 148 mm: a page with the address, then a page with the text.

    Args:
        cards: those whose address is known.
        sender: who sends them, in lines: where a postcard goes that cannot be delivered.

    Raises:
        PapersUnavailableError: the fonts are not installed.
    """
    data = {
        "cards": [_page(card) for card in cards],
        "sender": sender,
        "by": plain(all_words()["mail_sender"].to(Language.JA)),
        "origin": settings().origin,
        "fonts": families(Language.JA),
        "sample": settings().mode is Mode.SAMPLE,
    }
    return await typeset(TEMPLATE, data, settings().fonts)


def write_table(cards: Sequence[Postcard]) -> Iterator[bytes]:
    """Write postcards as CSV, those that lack an address too; no cell becomes a formula."""
    rows: list[Sequence[Cell]] = [HEAD, *(_row(card) for card in cards)]
    return write_csv(rows)


def _row(card: Postcard) -> Sequence[Cell]:
    postcode = f"{card.postcode[:3]}-{card.postcode[3:]}" if card.postcode else ""
    can_be_sent = "○" if card.can_be_sent else "住所なし"
    return (
        card.company_number,
        postcode,
        card.address,
        card.name,
        card.title_of_address,
        card.title,
        f"{card.body}\n{_say('why', card)}",
        f"{card.until}",
        can_be_sent,
    )


def _page(card: Postcard) -> dict[str, object]:
    return {
        "number": card.company_number,
        "postcode": card.postcode,
        "address": card.address,
        "name": card.name,
        "to": card.title_of_address,
        "lang": card.language.partition("-")[0],
        "fonts": families(card.language),
        "title": card.title,
        "body": card.body.split("\n"),
        "until": _say("until", card).format(until=card.until),
        "why": _say("why", card),
        "page": settings().origin + card.page,
    }


def _say(key: str, card: Postcard) -> str:
    return plain(all_words()[f"postcard_{key}"].to(card.language))
