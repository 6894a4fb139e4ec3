"""LINE takes a message over, shows it once, or fails in each of its ways."""

from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from backend.settings import settings
from notifications.channels import Again, Delivered, Failed, Gone, line
from notifications.channels.line import Line, configured, judge_answer, text_of
from played.line import LineServer, Mode, Shown
from tests.notifications.notes import a_message, an_address

USER = "U" + "0123456789abcdef" * 2


@pytest.fixture
async def server() -> AsyncIterator[LineServer]:
    async with LineServer() as made:
        yield made


@pytest.fixture
async def channel(server: LineServer, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Line]:
    monkeypatch.setattr(line, "PATIENCE_S", 0.5)
    made = Line(server.token, server.origin)
    yield made
    await made.close()


async def test_a_message_is_shown_with_its_link(server: LineServer, channel: Line) -> None:
    assert await channel.send(an_address(USER), a_message("題", "1\n2")) == Delivered("200 taken over")
    assert server.shown == [Shown(USER, f"題\n1\n2\n\n{settings().origin}/history/2026-11-20")]


@pytest.mark.parametrize(
    ("mode", "outcome", "pause"),
    [
        (Mode.WELL, Delivered, None),
        (Mode.NOBODY, Gone, None),
        (Mode.WRONG, Failed, None),
        (Mode.FORBIDDEN, Failed, None),
        (Mode.BUSY, Again, timedelta(minutes=1)),
        (Mode.MONTH, Again, timedelta(hours=24)),
        (Mode.TROUBLE, Again, None),
        (Mode.TROUBLE_AFTER, Again, None),
        (Mode.HANG, Again, None),
        (Mode.CUT, Again, None),
    ],
)
async def test_what_line_does_has_its_outcome(
    server: LineServer, channel: Line, mode: Mode, outcome: type, pause: timedelta | None
) -> None:
    server.modes[USER] = mode
    found = await channel.send(an_address(USER), a_message())
    assert type(found) is outcome
    if isinstance(found, Again):
        assert found.after == pause


async def test_what_was_taken_over_unheard_is_shown_once_when_it_is_sent_again(
    server: LineServer, channel: Line
) -> None:
    server.modes[USER] = Mode.TROUBLE_AFTER
    message, address = a_message(), an_address(USER)
    assert isinstance(await channel.send(address, message), Again)
    assert await channel.send(address, message) == Delivered("409 taken over before")
    assert (len(server.shown), server.asked[USER]) == (1, 2)


async def test_the_same_notice_is_shown_to_each_to_whom_it_goes(server: LineServer, channel: Line) -> None:
    message = a_message()
    for user in (USER, f"U{'0' * 32}"):
        await channel.send(an_address(user), structs.replace(message, delivery=uuid4()))
    assert len({shown.user for shown in server.shown}) == 2


async def test_a_token_that_is_not_accepted_is_said_so(server: LineServer) -> None:
    channel = Line("old", server.origin)
    found = await channel.send(an_address(USER), a_message())
    await channel.close()
    assert isinstance(found, Failed)
    assert "does not accept our token" in found.said


async def test_line_that_is_not_there_is_tried_again() -> None:
    async with LineServer() as server:
        channel = Line(server.token, server.origin)
    assert isinstance(await channel.send(an_address(USER), a_message()), Again)
    await channel.close()


async def test_what_is_no_user_is_gone_and_never_said_to_line(server: LineServer, channel: Line) -> None:
    assert isinstance(await channel.send(an_address("mihon@example.jp"), a_message()), Gone)
    assert not server.asked


@given(st.text(max_size=300), st.text(max_size=12_000))
def test_a_text_is_never_too_long_and_its_link_stays_whole(title: str, body: str) -> None:
    made = text_of(a_message(title, body))
    assert len(made.encode("utf-16-le")) <= 10_000
    assert made.endswith(f"\n\n{settings().origin}/history/2026-11-20")


def test_a_text_that_is_cut_is_cut_between_characters() -> None:
    made = text_of(a_message("", "👷" * 5000))
    assert 4990 <= len(made.encode("utf-16-le")) // 2 <= 5000
    assert "👷…\n\n" in made


@pytest.mark.parametrize(
    ("status", "retry_after", "said", "outcome"),
    [
        (503, "120", b"", Again("503 LINE has trouble", timedelta(seconds=120))),
        (429, "30", b"{}", Again("429 too many at once", timedelta(seconds=30))),
        (302, None, b"", Again("302 redirected, which is not followed")),
        (404, None, b"\xff<html>", Failed("404 refused")),
        (400, None, b'{"message":"Failed to send messages"}', Gone("400 LINE cannot take it: Failed to send messages")),
        (400, None, b'{"message":7}', Failed("400 LINE cannot take it")),
    ],
)
def test_every_answer_means_one_thing(status: int, retry_after: str | None, said: bytes, outcome: object) -> None:
    assert judge_answer(status, retry_after, said) == outcome


def test_line_is_off_until_it_is_set_up_and_never_half(monkeypatch: pytest.MonkeyPatch) -> None:
    def with_settings(token: str = "", secret: str = "") -> Line | None:
        settings.cache_clear()
        monkeypatch.setenv("PASSPORT_LINE_TOKEN", token)
        monkeypatch.setenv("PASSPORT_LINE_SECRET", secret)
        return configured()

    try:
        assert with_settings() is None
        with pytest.raises(ValueError, match="PASSPORT_LINE_SECRET"):
            with_settings("token")
        assert with_settings("token", "secret") is not None
    finally:
        settings.cache_clear()
