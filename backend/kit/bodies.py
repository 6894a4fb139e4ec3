"""Read a request's JSON body as its Struct, strictly: a number is no instant, and "1" is no number."""

import re
from functools import cache
from typing import Any

import msgspec
from litestar import Request
from litestar.exceptions import ValidationException

_PLACE = re.compile(r"at `(\$[^`]*)`")


class StrictRequest(Request[Any, Any, Any]):
    """A request whose JSON is decoded at once as what its handler asks for.

    Litestar by itself converts bodies as loosely as it does the parts of an address, which are all text.
    """

    async def json(self) -> object:
        """Decode the body.

        Raises:
            ValidationException: it is no JSON, or not what the handler asks for; says where.
        """
        asked = self.route_handler.parsed_data_field
        assert asked is not None  # noqa: S101  # only for handlers with a body
        try:
            return read(await self.body(), asked.annotation)
        except msgspec.MsgspecError as error:
            place = _PLACE.search(str(error))
            raise ValidationException(place[1] if place else "$") from error


def read(body: bytes, kind: object) -> object:
    """Decode JSON as one type.

    In JSON 17.0 is a whole number, to msgspec it is none; such a body is read a second time, with 17 in its place.

    Raises:
        msgspec.MsgspecError: it is no JSON, or not of the type.
    """
    try:
        return _decoder(kind).decode(body)
    except msgspec.ValidationError:
        if b"." not in body and b"e" not in body.lower():
            raise
        return msgspec.convert(_without_points(msgspec.json.decode(body)), kind)


@cache
def _decoder(kind: object) -> msgspec.json.Decoder[object]:
    return msgspec.json.Decoder(kind)


def _without_points(value: object) -> object:
    match value:
        case float() if value.is_integer():
            return int(value)
        case list():
            return [_without_points(one) for one in value]
        case dict():
            return {key: _without_points(one) for key, one in value.items()}
        case _:
            return value
