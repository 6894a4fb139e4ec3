"""Readers and their keys.

A sample reader's private key follows from the seed, so that tests and `passport taps` can sign for it.  For that very
reason no such reader may ever stand in a register that is not a sample.
"""

import hashlib
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from backend.devices.kinds import Device
from backend.kit.numbers import NumberKind, make_number
from passport.sample.plan import Plan
from passport.sample.sites import Places

FIRST_EPOCH = 1


class Reader(NamedTuple):
    """A row of reader, its columns in the order of the table."""

    id: int
    number: str
    name: str
    kind: int
    company_id: int
    site_id: int | None
    public_key: bytes
    epoch: int
    enrolled_at: datetime
    revoked_at: datetime | None


def private_key(seed: int, reader_id: int) -> Ed25519PrivateKey:
    """Give a sample reader's private key."""
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(f"sample reader {seed}/{reader_id}".encode()).digest())


def make_reader(plan: Plan, reader_id: int, company_id: int, site_id: int, device: Device, since: date) -> Reader:
    """Make an enrolled reader that stands at a site."""
    return Reader(
        reader_id,
        make_number(NumberKind.READER, reader_id),
        f"見本リーダー{reader_id}",
        device,
        company_id,
        site_id,
        private_key(plan.seed, reader_id).public_key().public_bytes_raw(),
        FIRST_EPOCH,
        datetime.combine(since, time(0), UTC),
        None,
    )


def draw_readers(plan: Plan, places: Places, first_id: int) -> list[Reader]:
    """Place one reader at each present site that records by reader; it belongs to the site's prime."""
    offset = places.sites[0].id
    readers: list[Reader] = []
    for lane in (lane for lanes in places.lanes for lane in lanes if lane.device is not Device.VENDOR):
        site = places.sites[lane.site_of_month[-1] - offset]
        reader_id = first_id + len(readers)
        readers.append(make_reader(plan, reader_id, site.prime_company_id, site.id, lane.device, site.first_on))
    return readers
