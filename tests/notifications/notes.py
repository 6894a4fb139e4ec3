"""Messages and addresses for the tests of channels."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from backend.kit.refusals import Language
from notifications.channels import Address, Message

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


def a_message(
    title: str = "11月20日（金）の就業日が保留です",
    body: str = "見本現場：施工体制に登録がありません",
    language: Language = Language.JA,
    delivery: UUID | None = None,
) -> Message:
    return Message(
        id=uuid4(),
        delivery=delivery or uuid4(),
        title=title,
        body=body,
        language=language,
        about="day 2026-11-20",
        address="/history/2026-11-20",
        urgent=False,
        at=AT,
        expires_at=AT + timedelta(days=14),
        unread=1,
    )


def an_address(target: str) -> Address:
    return Address(uuid4(), target, "{}")
