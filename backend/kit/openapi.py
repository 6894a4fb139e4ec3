"""Describe in OpenAPI what a handler reads by itself: a signed body, and the headers around it."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

import msgspec
from litestar.openapi.spec import OpenAPIMediaType, Operation, Parameter, Reference, RequestBody, Schema
from litestar.openapi.spec.enums import OpenAPIType

_described: dict[str, dict[str, Any]] = {}


def body_of(body: type[msgspec.Struct], *headers: str) -> type[Operation]:
    """Make an operation class whose request body is a Struct and whose headers are named."""
    (reference,), components = msgspec.json.schema_components([body], ref_template="#/components/schemas/{name}")
    _described.update(components)
    content = {"application/json": OpenAPIMediaType(schema=Reference(ref=reference["$ref"]))}

    @dataclass
    class Described(Operation):
        request_body: RequestBody | Reference | None = field(
            default_factory=lambda: RequestBody(content=content, required=True)
        )

        def __post_init__(self) -> None:
            self.parameters = [*(self.parameters or []), *map(_header, headers)]

    return Described


def _header(name: str) -> Parameter:
    return Parameter(name=name, param_in="header", schema=Schema(type=OpenAPIType.STRING), required=False)


@cache
def described_schemas() -> dict[str, dict[str, Any]]:
    """Give the schemas of all bodies described so far, by name."""
    return dict(_described)
