"""What every answer about one worker has in common."""

from datetime import date
from typing import Any, TypeVar

from litestar import Request, Response

from backend.kit.errors import NotFoundError
from backend.kit.refusals import Language, choose_language

T = TypeVar("T")

PRIVATE = {"cache-control": "private, no-store", "vary": "accept-language, cookie"}
"""What is about one worker is kept by nobody in between."""


def language_of(request: Request[Any, Any, Any]) -> Language:
    """Tell in which language to answer."""
    return choose_language(request.headers.get("accept-language", ""))


def private(answer: T) -> Response[T]:
    """Answer one worker."""
    return Response(answer, headers=PRIVATE)


def there(day: date | None) -> date:
    """Give a day that an address names.

    Raises:
        NotFoundError: it names none.
    """
    if day is None:
        raise NotFoundError
    return day
