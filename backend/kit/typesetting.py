"""Put things on paper: a typst template and plain data make a PDF.

What people wrote reaches the template as data only, never as its source.
"""

import asyncio
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
import typst

from backend.kit.errors import PapersUnavailableError

WEIGHTS = ("400Regular", "700Bold")
"""The folders of the font package that the templates use."""


async def typeset(template: Path, data: Mapping[str, object], fonts: Path) -> bytes:
    """Make a PDF, in a thread of its own.

    Raises:
        PapersUnavailableError: the fonts are not installed.
    """
    return await asyncio.to_thread(_typeset, template, data, fonts)


def has_fonts(fonts: Path) -> bool:
    """Tell whether the fonts are there."""
    return all((fonts / weight).is_dir() for weight in WEIGHTS)


def _typeset(template: Path, data: Mapping[str, object], fonts: Path) -> bytes:
    if not has_fonts(fonts):
        raise PapersUnavailableError
    made = typst.compile(
        template.read_bytes(),
        format="pdf",
        font_paths=_fonts(fonts),
        ignore_system_fonts=True,
        sys_inputs={"data": msgspec.json.encode(data).decode()},
    )
    assert isinstance(made, bytes)  # noqa: S101  # a PDF is one file
    return made


@cache
def _fonts(fonts: Path) -> typst.Fonts:
    paths = [fonts / weight for weight in WEIGHTS]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)
