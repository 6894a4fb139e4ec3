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
from backend.kit.refusals import Language

FAMILIES = {
    "noto-sans-jp": "Noto Sans JP",
    "noto-sans-sc": "Noto Sans SC",
    "noto-sans-myanmar": "Noto Sans Myanmar",
}
"""The font packages and their names.  The first also has every Latin letter, Vietnamese among them."""
WEIGHTS = ("400Regular", "700Bold")
"""The folders of a package that the templates use."""
_FIRST = {Language.ZH: "Noto Sans SC", Language.MY: "Noto Sans Myanmar"}
"""Han letters differ by language; what a family lacks, the next one has."""


async def typeset(template: Path, data: Mapping[str, object], fonts: Path) -> bytes:
    """Make a PDF, in a thread of its own.

    Raises:
        PapersUnavailableError: the fonts are not installed.
    """
    return await asyncio.to_thread(_typeset, template, data, fonts)


def has_fonts(fonts: Path) -> bool:
    """Tell whether the fonts are there."""
    return all(folder.is_dir() for folder in _folders(fonts))


def families(language: Language) -> list[str]:
    """Give the families in the order in which a paper of a language asks them for a letter."""
    first = _FIRST.get(language)
    return sorted(FAMILIES.values(), key=lambda family: family != first)


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
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=_folders(fonts))


def _folders(fonts: Path) -> list[Path]:
    return [fonts / package / weight for package in FAMILIES for weight in WEIGHTS]
