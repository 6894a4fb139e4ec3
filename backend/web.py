"""Hand out the built phone app: hashed files for ever, its page and service worker fresh each time."""

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from backend.kit.errors import NotFoundError
from backend.settings import settings

FOR_EVER = "public, max-age=31536000, immutable"
FRESH = "no-cache"
SQUEEZED = {"br": ".br", "gzip": ".gz"}
POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; "
    "script-src 'self'{script}; style-src 'self'{style}"
)
IN_THE_PAGE = re.compile(rb"<(script|style)>(.*?)</\1>", re.DOTALL)


def handlers() -> list[HTTPRouteHandler]:
    """Give the handlers of everything outside /v1."""
    return [page, file]


@get("/", include_in_schema=False)
async def page(request: Request[object, object, State]) -> Response[bytes]:
    """Hand out the app's page."""
    return _answer(request, settings().pwa / "index.html")


@get("/{wanted:path}", include_in_schema=False)
async def file(request: Request[object, object, State], wanted: FromPath[str]) -> Response[bytes]:
    """Hand out a file of the app, or its page for the app's own addresses."""
    if wanted.startswith(("/v1/", "/schema")):
        raise NotFoundError
    base = settings().pwa.resolve()
    path = (base / wanted.lstrip("/")).resolve()
    if path.is_relative_to(base) and path.is_file():
        return _answer(request, path)
    if "." in Path(wanted).name:
        raise NotFoundError
    return _answer(request, base / ("office.html" if f"{wanted}/".startswith("/office/") else "index.html"))


def policy_of(page: bytes) -> str:
    """Allow a page our own files, and of scripts and styles inside it those that stand there, by their hashes."""
    hashes = {"script": "", "style": ""}
    for kind, content in IN_THE_PAGE.findall(page):
        hashes[kind.decode()] += f" 'sha256-{b64encode(sha256(content).digest()).decode()}'"
    return POLICY.format_map(hashes)


@lru_cache(maxsize=100)
def _policy(path: Path, _changed: int) -> str:
    """Read a page's policy once for each of its versions."""
    return policy_of(path.read_bytes() if path.suffix == ".html" else b"")


def _answer(request: Request[object, object, State], path: Path) -> Response[bytes]:
    if not path.is_file():
        raise NotFoundError
    headers = {
        "cache-control": FOR_EVER if path.parent.name == "assets" else FRESH,
        "vary": "accept-encoding",
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "content-security-policy": _policy(path, path.stat().st_mtime_ns),
    }
    accepted = request.headers.get("accept-encoding", "")
    media_type = guess_type(path.name)[0] or "application/octet-stream"
    for name, ending in SQUEEZED.items():
        squeezed = path.with_name(path.name + ending)
        if name in accepted and squeezed.is_file():
            return Response(squeezed.read_bytes(), media_type=media_type, headers=headers | {"content-encoding": name})
    return Response(path.read_bytes(), media_type=media_type, headers=headers)
