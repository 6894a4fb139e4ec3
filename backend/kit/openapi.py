"""Describe in OpenAPI what a handler reads by itself: a signed body, and the headers around it."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import msgspec
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.spec import (
    OpenAPI,
    OpenAPIMediaType,
    OpenAPIResponse,
    Operation,
    Parameter,
    Reference,
    RequestBody,
    Schema,
)
from litestar.openapi.spec.enums import OpenAPIFormat, OpenAPIType

from backend.kit.errors import Problem

PROBLEM = "application/problem+json"
ANY_BYTES = "application/octet-stream"

_described: dict[str, Any] = {}


def body_of(body: type[msgspec.Struct], *headers: str) -> type[Operation]:
    """Make an operation class whose request body is a Struct and whose headers are named."""
    (reference,), components = msgspec.json.schema_components([body], ref_template="#/components/schemas/{name}")
    for name, schema in components.items():
        assert _described.setdefault(name, schema) == schema, f"two bodies are called {name}"  # noqa: S101  # at start
    content = {"application/json": OpenAPIMediaType(schema=Reference(ref=reference["$ref"]))}

    @dataclass
    class Described(Operation):
        def __post_init__(self) -> None:
            self.request_body = RequestBody(content=content, required=True)
            self.parameters = [*(self.parameters or []), *map(_header, headers)]

    return Described


def bytes_body() -> type[Operation]:
    """Make an operation class whose request body is a file as it is."""
    schema = Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY)
    content = {ANY_BYTES: OpenAPIMediaType(schema=schema)}

    @dataclass
    class Described(Operation):
        def __post_init__(self) -> None:
            self.request_body = RequestBody(content=content, required=True)

    return Described


def problems(*statuses: int) -> dict[int, ResponseSpec]:
    """Describe the refusals that an operation may answer with, besides being busy."""
    return {
        status: ResponseSpec(
            Problem, generate_examples=False, media_type=PROBLEM, description="Why not, and who mends it"
        )
        for status in (*statuses, 503)
    }


def _header(name: str) -> Parameter:
    return Parameter(name=name, param_in="header", schema=Schema(type=OpenAPIType.STRING), required=False)


def complete(contract: OpenAPI) -> None:
    """Put in what Litestar leaves out: the bodies described here, and that an answer without content has none."""
    assert contract.components is not None  # noqa: S101  # Litestar always makes them
    contract.components.schemas = {**(contract.components.schemas or {}), **_described}
    for path in (contract.paths or {}).values():
        for operation in (path.get, path.post, path.put, path.delete):
            empty = (operation.responses or {}).get(str(HTTPStatus.NO_CONTENT.value)) if operation else None
            if isinstance(empty, OpenAPIResponse):
                empty.content = None
