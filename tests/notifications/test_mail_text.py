"""A notice as a mail: whole, in the reader's language, and nothing that people wrote breaks it."""

import re
from collections import Counter
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.kit.refusals import Language
from backend.settings import settings
from notifications.channels import Address, Message
from notifications.mail_text import STOP_PAGE, clean, make_mail, sender_of, subject_of
from notifications.mail_tokens import LENGTH, Purpose, make_token, read_token
from notifications.words import all_words
from tests.notifications.notes import AT, a_message, an_address
from tests.saying import faults, texts_of

FROM = "notice@passport.example.jp"
OURS = sorted(key for key in all_words() if key.startswith(("mail_", "postcard_")))
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=300)
"""Also control characters, directions, and halves of characters."""


class Page(HTMLParser):
    """What a mail program shows, and where it leads."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        self.shown.append(data)


def read(message: Message, address: Address | None = None) -> EmailMessage:
    made = make_mail(message, address or an_address("mihon@example.jp"), FROM, AT)
    read = message_from_bytes(made, policy=policy.default)
    assert isinstance(read, EmailMessage)
    return read


def parts(mail: EmailMessage) -> tuple[str, str]:
    text, page = mail.iter_parts()
    assert (text.get_content_type(), page.get_content_type()) == ("text/plain", "text/html")
    return text.get_content(), page.get_content()


@pytest.mark.parametrize("language", Language)
def test_both_parts_say_everything_in_the_readers_language(language: Language) -> None:
    mail = read(a_message(language=language))
    text, page = parts(mail)
    shown = "".join(Page(page).shown)
    assert mail["Content-Language"] == language
    assert f'<html lang="{language}">' in page
    for said in (text, shown):
        assert "11月20日（金）の就業日が保留です" in said
        assert "見本現場：施工体制に登録がありません" in said
        for key in ("sender", "open", "why", "never", "settings", "stop"):
            words = re.sub("《[^》]*》|｜", "", all_words()[f"mail_{key}"].to(language))
            assert words in said
    assert "《" not in text + page


def test_both_parts_lead_to_the_page_the_settings_and_the_way_to_stop() -> None:
    address = an_address("mihon@example.jp")
    text, page = parts(read(a_message(), address))
    origin = settings().origin
    token = make_token(Purpose.STOP, address.id)
    links = [f"{origin}/history/2026-11-20", f"{origin}/settings/notices", f"{origin}{STOP_PAGE}{token}"]
    assert Page(page).links == links
    assert [line for line in text.splitlines() if line.startswith("http")] == links


def test_nothing_is_fetched_when_a_mail_is_opened() -> None:
    _, page = parts(read(a_message()))
    assert not {"img", "link", "script", "iframe", "object", "video"} & set(Page(page).tags)
    assert "url(" not in page
    assert "@import" not in page


def test_a_mail_program_can_stop_it_by_one_click() -> None:
    address = an_address("mihon@example.jp")
    mail = read(a_message(), address)
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    token = mail["List-Unsubscribe"].strip("<>").rpartition("/")[2]
    assert read_token(Purpose.STOP, token) == address.id


def test_no_machine_answers_it_and_a_retry_is_known_by_its_id() -> None:
    message = a_message(delivery=uuid4())
    first, second = read(message), read(message)
    assert first["Auto-Submitted"] == "auto-generated"
    assert first["Message-ID"] == second["Message-ID"] == f"<{message.delivery}@passport.example.jp>"
    assert first["Message-ID"] != read(a_message())["Message-ID"]
    assert first["Date"].datetime == AT


@given(ANY_TEXT, ANY_TEXT)
def test_whatever_people_wrote_arrives_and_breaks_nothing(title: str, body: str) -> None:
    made = make_mail(a_message(title, body), an_address("mihon@example.jp"), FROM, AT)
    mail = message_from_bytes(made, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert not mail.defects
    assert mail["Subject"] == subject_of(title)
    assert mail.keys() == read(a_message()).keys()
    text, page = parts(mail)
    assert text.startswith(clean(title) + "\n\n")
    assert clean(body) in text
    shown = Page(page)
    assert shown.tags["h1"] == 1
    assert shown.tags["a"] == 3
    assert all(line in shown.shown for line in clean(body).split("\n") if line)
    assert all(len(word) <= 75 for word in re.findall(rb"=\?utf-8\?B\?[^?]*\?=", made))
    lines = made.split(b"\r\n")
    assert all(len(line) <= 998 and b"\r" not in line and b"\n" not in line for line in lines)


@given(ANY_TEXT)
def test_a_title_is_one_line_of_at_most_so_much(title: str) -> None:
    made = subject_of(title)
    assert len(made) <= 200
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", made)


@pytest.mark.parametrize("key", OURS)
def test_words_around_a_notice_are_said_in_every_language(key: str) -> None:
    assert len(OURS) >= 7
    assert faults(texts_of(all_words()[key])) == []


@given(st.uuids(), st.sampled_from(Purpose))
def test_a_token_names_its_address_for_its_purpose_alone(address_id: UUID, purpose: Purpose) -> None:
    token = make_token(purpose, address_id)
    assert re.fullmatch(rf"[a-z2-7]{{{LENGTH}}}", token)
    assert read_token(purpose, token) == read_token(purpose, token.upper()) == address_id
    other = Purpose.STOP if purpose is Purpose.BOUNCE else Purpose.BOUNCE
    assert read_token(other, token) is None


@given(st.uuids(), st.integers(0, LENGTH - 2), st.sampled_from("abcdefgh234567"))
def test_a_token_that_somebody_changed_is_none(address_id: UUID, place: int, letter: str) -> None:
    token = make_token(Purpose.STOP, address_id)
    changed = token[:place] + letter + token[place + 1 :]
    assert read_token(Purpose.STOP, changed) == (address_id if changed == token else None)


@pytest.mark.parametrize("token", ["", "a", "é" * 42, "1" * 42, "a" * 42, "a" * 43])
def test_what_is_no_token_is_none(token: str) -> None:
    assert read_token(Purpose.STOP, token) is None


def test_mail_comes_back_to_a_place_of_its_address_that_a_mail_server_takes() -> None:
    address_id = uuid4()
    token = make_token(Purpose.BOUNCE, address_id)
    assert sender_of(address_id, "back.example.jp") == f"{token}@back.example.jp"
    assert sender_of(address_id, "bounces@example.jp") == f"bounces+{token}@example.jp"
    assert len(f"bounces+{token}") <= 64
