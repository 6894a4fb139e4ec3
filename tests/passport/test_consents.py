"""The phone has the words of what the server wants accepted."""

import re
from pathlib import Path

from backend.accounts.consents import NEEDED

PWA = Path(__file__).parents[2] / "pwa" / "src" / "features" / "enrolment"


def test_the_phone_shows_the_versions_that_are_in_force() -> None:
    said = (PWA / "consents.ts").read_text(encoding="utf-8")
    shown = {name: int(version) for name, version in re.findall(r"(\w+): (\d+)[,} ]", said)}
    assert shown == {str(kind): version for kind, version in NEEDED.items()}


def test_every_language_has_the_whole_of_each_paper() -> None:
    counted = {
        file.stem: [text.count("head: ") for text in file.read_text(encoding="utf-8").partition("papers: {")[2:]]
        for file in (PWA / "words").glob("*.ts")
    }
    assert len(counted) == 7
    assert len({tuple(heads) for heads in counted.values()}) == 1
