"""How I am told, and what I was told; for workers and office users alike."""

from uuid import UUID

from litestar import Request, Response, Router, delete, get, post, put
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, JSONBody

from backend.accounts.callers import PRIVATE, calling_account, device, slow_down
from backend.accounts.service import Account
from backend.kit import clock, ids
from backend.kit.errors import NotFoundError
from backend.kit.openapi import body_of, problems
from backend.passport.answering import language_of
from backend.settings import settings as chosen
from notifications import addresses, devices, settings, showing, telling
from notifications.audiences import Wish
from notifications.errors import NothingReachesError
from notifications.kinds import ChannelKind, NoticeKind, RecipientKind
from notifications.messages import (
    DeviceAnswer,
    MailAnswer,
    NewDevice,
    NewSettings,
    NoticesAnswer,
    NoticeSettings,
    PushKey,
    answer_topics,
    read_setting,
    time_of_day,
)
from notifications.rules import Setting

TRIALS_AN_HOUR = 10

AnyRequest = Request[object, object, State]


def recipient_of(account: Account) -> UUID:
    """Tell as whom an account is told: as its worker, or as itself."""
    return account.worker_id or account.id


@get("/v1/notices", summary="What I was told", responses=problems(401))
async def my_notices(request: AnyRequest, me: NamedDependency[Account]) -> Response[NoticesAnswer]:
    """List the newest notices of the last 30 days, 30 at most, each with where it went and what became of it."""
    found = await showing.list_notices(recipient_of(me), language_of(request), clock.now())
    return Response(found, headers=PRIVATE)


@get("/v1/notices/settings", summary="How I am told", responses=problems(401))
async def my_settings(request: AnyRequest, me: NamedDependency[Account]) -> Response[NoticeSettings]:
    """Tell language, quiet hours, digest, topics, and all addresses; a language that was never set is the caller's."""
    return Response(await _settings(request, me), headers=PRIVATE)


@put(
    "/v1/notices/settings",
    summary="Tell me so",
    operation_class=body_of(NewSettings),
    responses=problems(400, 401, 413),
)
async def set_settings(
    request: AnyRequest, data: JSONBody[NewSettings], me: NamedDependency[Account]
) -> Response[NoticeSettings]:
    """Set language, quiet hours, digest and topics; what is about the account's safety stays on."""
    await settings.keep(recipient_of(me), read_setting(data), clock.now())
    return Response(await _settings(request, me), headers=PRIVATE)


@put(
    "/v1/notices/devices/{device_id:uuid}",
    summary="Tell this device",
    operation_class=body_of(NewDevice),
    responses=problems(400, 401, 404, 409, 413),
)
async def keep_device(
    request: AnyRequest, device_id: FromPath[UUID], data: JSONBody[NewDevice], me: NamedDependency[Account]
) -> Response[NoticeSettings]:
    """Keep a browser's subscription; safe to send again.  Whoever was told there before is told there no more."""
    who, at = recipient_of(me), clock.now()
    await devices.keep(who, device_id, data, by=me, name=device(request), at=at)
    await settings.keep_language(who, data.language, at)
    return Response(await _settings(request, me), headers=PRIVATE)


@delete("/v1/notices/devices/{device_id:uuid}", summary="Tell this device no more", responses=problems(401, 404))
async def end_device(device_id: FromPath[UUID], me: NamedDependency[Account]) -> None:
    """End a device of one's own."""
    if not await addresses.end(recipient_of(me), device_id, "asked for", clock.now()):
        raise NotFoundError


@post("/v1/notices/trial", summary="Tell me something now", status_code=204, responses=problems(401, 409, 429))
async def trial(request: AnyRequest, me: NamedDependency[Account]) -> None:
    """Send a notice to every address of one's own, to see that it arrives."""
    await slow_down(request, "trial notice", str(me.id), TRIALS_AN_HOUR)
    who = recipient_of(me)
    if not any(one.confirmed_at for one in await addresses.list_of(who)):
        raise NothingReachesError
    kind = RecipientKind.WORKER if me.worker_id else RecipientKind.USER
    await telling.make([Wish(who, kind, ids.new_event_id(), NoticeKind.TRIAL, "trial", "{}")], clock.now())


async def _settings(request: AnyRequest, me: Account) -> NoticeSettings:
    who = recipient_of(me)
    setting = (await settings.of([who])).get(who) or Setting(language=language_of(request))
    kept = await addresses.list_of(who)
    newest = devices.push_key()
    mail = next((one for one in kept if one.channel is ChannelKind.MAIL), None)
    return NoticeSettings(
        language=setting.language,
        quiet_from=time_of_day(setting.quiet_from),
        quiet_until=time_of_day(setting.quiet_until),
        digest_at=time_of_day(setting.digest_at),
        topics=answer_topics(setting),
        push=PushKey(newest.id, newest.key),
        devices=[
            DeviceAnswer(one.id, one.name, one.made_at, one.reached_at)
            for one in kept
            if one.channel is ChannelKind.PUSH
        ],
        mail=MailAnswer(mail.target, mail.confirmed_at is not None) if mail else None,
        mail_offered=chosen().smtp is not None,
        line_linked=any(one.channel is ChannelKind.LINE for one in kept),
        line_offered=chosen().line_token is not None,
    )


router = Router(
    "/",
    route_handlers=[my_notices, my_settings, set_settings, keep_device, end_device, trial],
    dependencies={"me": Provide(calling_account)},
    tags=["notices"],
)
