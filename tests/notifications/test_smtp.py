"""What SMTP itself asks of whoever hands a message over."""

import ssl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifications.smtp import Connection, Encryption, Envelope, _stuffed, read_server
from played.mail_server import HOST, MailServer


async def test_lines_that_begin_with_a_dot_arrive_as_they_were() -> None:
    content = b".\r\n..\r\n.a\r\n\r\n.\r\nend\r\n"
    async with MailServer() as server:
        read = read_server(f"smtp://{HOST}:{server.port}")
        connection = await Connection.open(read, "example.jp", ssl.create_default_context())
        await connection.hand_over(Envelope("a@example.jp", "b@example.jp", content))
        connection.close()
        assert [kept.content for kept in server.kept] == [content]


@given(st.lists(st.text("ab.", max_size=5), max_size=5))
def test_no_line_of_a_message_ends_it(lines: list[str]) -> None:
    content = "".join(f"{line}\r\n" for line in lines).encode()
    assert b"." not in _stuffed(content).split(b"\r\n")


@pytest.mark.parametrize(
    ("address", "port", "encryption", "user"),
    [
        ("smtps://a%40b.example:s%2Fs@mail.example.jp", 465, Encryption.AT_ONCE, "a@b.example"),
        ("smtp+starttls://u:s@mail.example.jp", 587, Encryption.STARTTLS, "u"),
        ("smtp://mail.example.jp", 25, Encryption.NONE, None),
        ("smtp://u:s@127.0.0.1:2525", 2525, Encryption.NONE, "u"),
        ("smtp://u:s@[::1]", 25, Encryption.NONE, "u"),
    ],
)
def test_a_server_is_read_from_its_address(address: str, port: int, encryption: Encryption, user: str | None) -> None:
    read = read_server(address)
    assert (read.port, read.encryption, read.user) == (port, encryption, user)
