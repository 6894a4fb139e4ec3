"""The documents name what the code has: settings, codes, events, folders, tables, addresses, and each other."""

import importlib
import re
from functools import cache
from pathlib import Path

import pytest

from backend.events.kinds import EventKind
from backend.kit.errors import PassportError
from backend.kit.refusals import Language, catalogue
from backend.taps.rules import Verdict, state_of

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])
DECISIONS = sorted((DOCS / "decisions").glob("*.md"))
HEADINGS = ["Context", "Decision", "Consequences", "Alternatives"]
PROGRAM = ("backend", "passport", "notifications", "perks", "nfc_bridge", "played")

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
SETTING = re.compile(r"[\"'](PASSPORT_[A-Z_]+|REDIS_URL|PICCOLO_CONF)[\"']")
WRITTEN_CODE = re.compile(r"[\"']code[\"']: [\"']([a-z_]+)[\"']")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


@cache
def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@cache
def sources() -> dict[str, str]:
    files = [file for folder in PROGRAM for file in (ROOT / folder).rglob("*.py")]
    return {str(file.relative_to(ROOT)): file.read_text(encoding="utf-8") for file in files}


def rows(name: str) -> dict[str, str]:
    """The table rows of a page by the name in their first code span."""
    lines = [line for line in page(name).splitlines() if line.startswith("|")]
    return {found[1]: line for line in lines if (found := re.search(r"`([^`]+)`", line))}


def settings_read() -> set[str]:
    texts = [*sources().values(), (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")]
    return {name for text in texts for name in SETTING.findall(text)}


def error_kinds(kind: type[PassportError] = PassportError) -> list[type[PassportError]]:
    importlib.import_module("backend.app")
    return [found for child in kind.__subclasses__() for found in (child, *error_kinds(child))]


def codes_written_by_hand() -> set[str]:
    """Codes that are answered without the catalogue."""
    return {code for text in sources().values() for code in WRITTEN_CODE.findall(text)}


def refusal_rows() -> list[str]:
    """The table of docs/refusals.md, as the catalogue would have it."""
    statuses = {error.code: str(error.status) for error in error_kinds()}
    made = []
    for code, refusal in sorted(catalogue().items()):
        words = refusal.to(Language.EN)
        cells = [f"`{code}`", statuses.get(code, "–"), words.why, refusal.party, words.who, words.what, words.where]
        made.append(f"| {' | '.join(cells)} |")
    return made


def anchors(file: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", file.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links(file: Path) -> list[str]:
    targets = LINK.findall(FENCED.sub("", file.read_text(encoding="utf-8")))
    return [target for target in targets if not target.startswith(("http://", "https://", "mailto:"))]


def resolves(file: Path, target: str) -> bool:
    name, _, anchor = target.partition("#")
    found = (file.parent / name).resolve() if name else file
    return found.exists() and (not anchor or anchor in anchors(found))


def test_every_setting_is_named_and_every_named_setting_is_read() -> None:
    named = {name for name in rows("settings.md") if SETTING.fullmatch(f'"{name}"')}
    assert named == settings_read()


def test_every_field_of_the_settings_says_its_variable() -> None:
    source = sources()["backend/settings.py"]
    fields = re.findall(r"^    (\w+): [^\n]+\n    \"\"\"([A-Z_]+):", source, re.MULTILINE)
    assert fields
    assert len(fields) == len(importlib.import_module("backend.settings").Settings.__struct_fields__)
    assert [name for _, name in fields if f"`{name}`" not in page("settings.md")] == []


def test_every_refusal_has_its_row_as_the_catalogue_says() -> None:
    wanted = refusal_rows()
    found = [line for line in page("refusals.md").splitlines() if line in wanted or line.startswith("| `")]
    hint = "The table of docs/refusals.md should be:\n" + "\n".join(wanted)
    assert [line for line in found if line not in wanted and line.split("`")[1] not in codes_written_by_hand()] == [], (
        hint
    )
    assert [line for line in wanted if line not in found] == [], hint


def test_every_error_code_is_named_with_its_status() -> None:
    unnamed = [
        error.code for error in error_kinds() if f"| `{error.code}` | {error.status} |" not in page("refusals.md")
    ]
    assert unnamed == []
    assert [code for code in codes_written_by_hand() if f"`{code}`" not in page("refusals.md")] == []


def test_every_event_kind_is_named_with_its_number() -> None:
    table = rows("events.md")
    assert [
        kind.name for kind in EventKind if f"| `{kind.name}` | {kind.value} |" not in table.get(kind.name, "")
    ] == []
    assert {name for name in table if name.isupper()} == {kind.name for kind in EventKind}


def test_every_verdict_is_named_with_its_number_and_state() -> None:
    table = rows("decisions/0006-verdicts.md")
    wanted = {v.name.lower(): f"| `{v.name.lower()}` | {v.value} | {state_of(v)} |" for v in Verdict}
    assert [line for code, line in wanted.items() if line not in table.get(code, "")] == []


def test_every_domain_folder_is_named() -> None:
    folders = {file.parent.name for file in (ROOT / "backend").glob("*/__init__.py")}
    assert len(folders) > 10
    assert [name for name in folders if f"`{name}`" not in page("architecture.md")] == []


def test_every_table_is_named() -> None:
    scripts = [file for part in ("backend", "notifications") for file in (ROOT / part / "migrations").glob("*.py")]
    tables = {name for file in scripts for name in re.findall(r"CREATE TABLE (\w+)", file.read_text(encoding="utf-8"))}
    assert "work_day" in tables
    assert [name for name in sorted(tables) if f"`{name}`" not in page("architecture.md")] == []


def test_every_address_of_the_api_is_named() -> None:
    schema = importlib.import_module("backend.app").create_app().openapi_schema.to_schema()
    asked = {f"{method.upper()} {path}" for path, methods in schema["paths"].items() for method in methods}
    assert "POST /v1/taps" in asked
    assert {name for name in rows("api.md") if " /v1/" in name} == asked


@pytest.mark.parametrize("file", PAGES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_link_leads_somewhere(file: Path) -> None:
    assert [target for target in links(file) if not resolves(file, target)] == []


@pytest.mark.parametrize("file", DECISIONS, ids=lambda file: str(file.stem))
def test_every_decision_has_its_four_headings(file: Path) -> None:
    headings = re.findall(r"^## (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == HEADINGS


def test_decisions_are_numbered_without_gaps() -> None:
    assert [file.name[:4] for file in DECISIONS] == [f"{n:04}" for n in range(1, len(DECISIONS) + 1)]


def test_every_document_that_code_points_to_exists() -> None:
    pointed = {(name, target) for name, text in sources().items() for target in re.findall(r"docs/[\w/-]+\.md", text)}
    assert len(pointed) > 5
    assert sorted((name, target) for name, target in pointed if not (ROOT / target).is_file()) == []
