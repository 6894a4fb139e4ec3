"""Photos and papers over HTTP."""

from datetime import datetime
from uuid import UUID

import msgspec
from litestar import Response, Router, get, put
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, FromQuery
from litestar.response import Stream

from backend.accounts.callers import PRIVATE, AnyRequest, calling_account, slow_down
from backend.kit import clock
from backend.kit.openapi import bytes_body, problems
from backend.proofs import service
from backend.proofs.kinds import ProofKind
from backend.proofs.looking import MEDIA_TYPE

LARGEST_PICTURE = 12 * 1024 * 1024
"""Bytes: a phone's picture at its best quality is below."""
MOST_PICTURES = 400
"""An hour and account: a company's clerk files for many."""


class KeptProof(msgspec.Struct, frozen=True, rename="camel"):
    """A picture that is kept."""

    id: UUID
    kind: ProofKind
    width: int
    height: int
    size: int
    """Bytes."""
    taken_at: datetime


@put(
    "/v1/proofs/{proof:uuid}",
    summary="Keep a photo or paper",
    operation_class=bytes_body(),
    request_max_body_size=LARGEST_PICTURE,
    responses=problems(400, 401, 403, 404, 409, 413, 429),
)
async def keep_proof(
    request: AnyRequest, proof: FromPath[UUID], kind: FromQuery[ProofKind], anyway: FromQuery[bool | None] = None
) -> Response[KeptProof]:
    """Look at a JPEG, PNG or WebP and keep it without what the camera added; `anyway` keeps one that looks spoilt."""
    now, account = clock.now(), await calling_account(request)
    await slow_down(request, "proof", str(account.id), MOST_PICTURES)
    kept = await service.keep(account, proof, kind, await request.body(), now, anyway=anyway is True)
    taken_at = kept.taken_at.astimezone(clock.JAPAN)
    return Response(KeptProof(kept.id, kept.kind, kept.width, kept.height, kept.size, taken_at), headers=PRIVATE)


@get(
    "/v1/proofs/{proof:uuid}/picture",
    summary="See a photo or paper",
    media_type=MEDIA_TYPE,
    responses={
        200: ResponseSpec(bytes, generate_examples=False, media_type=MEDIA_TYPE, description="The picture"),
        **problems(400, 401, 403, 404),
    },
)
async def see_proof(request: AnyRequest, proof: FromPath[UUID]) -> Stream:
    """Give the picture to who took it, whose registration it proves, and who reviews."""
    found, pieces = await service.open_picture(await calling_account(request), proof, clock.now())
    headers = {"cache-control": "private, max-age=3600", "content-length": str(found.size)}
    return Stream(pieces, media_type=MEDIA_TYPE, headers=headers | {"x-content-type-options": "nosniff"})


router = Router("/", route_handlers=[keep_proof, see_proof], tags=["proofs"])
