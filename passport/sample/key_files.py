"""The cast's readers as files (`sample/reader-1.json` and on), so that `passport taps` and tests can sign for them."""

import base64
from pathlib import Path

import msgspec

from passport.sample.cast import CAST, cast_readers, cast_sites, cast_workers
from passport.sample.plan import Plan
from passport.sample.readers import private_key


class KeyFile(msgspec.Struct, frozen=True, rename="camel"):
    """A sample reader, its site, its raw Ed25519 keys in base64, and the cards of the cast by their slugs."""

    reader_number: str
    reader_id: int
    epoch: int
    site_number: str
    site_name: str
    private_key: str
    public_key: str
    cards: dict[str, str]


def key_files(plan: Plan) -> list[KeyFile]:
    """Give the files' contents."""
    cards = {person.slug: worker.cards[-1].serial for person, worker in zip(CAST, cast_workers(plan), strict=True)}
    sites = {site.id: site for site in cast_sites(plan)}
    return [
        KeyFile(
            reader.number,
            reader.id,
            reader.epoch,
            sites[reader.site_id or 0].number,
            sites[reader.site_id or 0].name,
            _text(private_key(plan.seed, reader.id).private_bytes_raw()),
            _text(reader.public_key),
            cards,
        )
        for reader in cast_readers(plan)
    ]


def write_key_files(folder: Path, plan: Plan) -> None:
    """Write the files, for the owner's eyes only."""
    folder.mkdir(parents=True, exist_ok=True)
    for content in key_files(plan):
        file = folder / f"reader-{content.reader_id}.json"
        file.touch(mode=0o600)
        file.write_bytes(msgspec.json.format(msgspec.json.encode(content), indent=2))


def _text(key: bytes) -> str:
    return base64.b64encode(key).decode()
