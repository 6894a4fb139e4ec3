"""`passport taps FILE`: replay what a reader kept, through the real pipeline of a running server.

The file holds a JSON text a line.  The first is the reader's clocks when the file was taken: `{"epoch", "at", "boot",
"uptimeMs"}`; every other line is a touch as `backend.taps.messages.Tap` says.  A broken line is named and
spoils no other.  Handed in twice, every touch is kept once.
"""

import argparse
import base64
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import httpx
import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from backend.taps.messages import MOST_TAPS
from passport import environment


class Key(msgspec.Struct, rename="camel"):
    """The reader that signs: its number and its raw Ed25519 key in base64."""

    reader_number: str
    private_key: str


class Reason(msgspec.Struct):
    """Why a touch does not count, or not yet."""

    code: str
    why: str
    who: str
    what: str
    until: str | None


class Answer(msgspec.Struct, rename="camel"):
    """One touch's answer."""

    sequence: int | None
    state: str
    reason: Reason | None = None


class Answers(msgspec.Struct):
    """A report's answer."""

    kept: int
    answers: list[Answer]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file, who signs, and where to."""
    parser.add_argument("file", type=Path, help="a reader's file, a JSON text a line")
    parser.add_argument("--key", type=Path, help="the reader's key file (the sample site's entrance reader)")
    parser.add_argument("--to", default=environment.origin(), help="the running server")


def run(arguments: argparse.Namespace) -> int:
    """Hand the file in and tell what became of each touch."""
    key_file = arguments.key or next(iter(sorted((environment.data() / "sample").glob("reader-*.json"))), None)
    if key_file is None or not key_file.exists():
        print("No key to sign with: say --key FILE (sample readers' keys lie in .data/sample).", file=sys.stderr)
        return os.EX_NOINPUT
    key = msgspec.json.decode(key_file.read_bytes(), type=Key)
    lines = [line for line in arguments.file.read_text("utf-8").splitlines() if line.strip()]
    if not lines:
        print(f"{arguments.file} is empty.", file=sys.stderr)
        return os.EX_DATAERR
    unread = [number for number, line in enumerate(lines, start=1) if not _is_json(line)]
    for number in unread:
        print(f"Line {number} is no JSON and was left out; the others are handed in.", file=sys.stderr)
    if 1 in unread:
        return os.EX_DATAERR
    taps = [line for number, line in enumerate(lines, start=1) if number > 1 and number not in unread]
    try:
        handed_in = _hand_in(key, lines[0], taps, arguments.to)
    except httpx.TransportError as error:
        print(f"{arguments.to} does not answer ({error}). Nothing is lost: run it again.", file=sys.stderr)
        return os.EX_TEMPFAIL
    return handed_in or (os.EX_DATAERR if unread else os.EX_OK)


def _is_json(line: str) -> bool:
    try:
        msgspec.json.decode(line)
    except msgspec.DecodeError:
        return False
    return True


def _hand_in(key: Key, head: str, taps: list[str], to: str) -> int:
    tally: Counter[str] = Counter()
    reasons: dict[str, Reason] = {}
    with httpx.Client(base_url=to, timeout=60) as client:
        for part in _parts(taps):
            answered = _send(client, key, head, part)
            if answered is None:
                return os.EX_DATAERR
            for one in answered.answers:
                tally[one.state if one.reason is None else f"{one.state}: {one.reason.code}"] += 1
                if one.reason is not None:
                    reasons[one.reason.code] = one.reason
    for word, count in tally.most_common():
        print(f"{count:>8,}  {word}")
    for reason in reasons.values():
        print(f"  {reason.code}: {reason.why}。{reason.who} — {reason.what}（{reason.until or '期限なし'}）")
    return os.EX_OK


def _send(client: httpx.Client, key: Key, head: str, taps: list[str]) -> Answers | None:
    clocks = head.strip().removesuffix("}").rstrip()
    body = f'{clocks}, "taps": [{", ".join(taps)}]}}'.encode()
    signature = Ed25519PrivateKey.from_private_bytes(base64.b64decode(key.private_key)).sign(body)
    headers = {
        "passport-reader": key.reader_number,
        "passport-signature": base64.b64encode(signature).decode(),
        "content-type": "application/json",
    }
    answer = client.post("/v1/taps", content=body, headers=headers)
    if answer.status_code != httpx.codes.OK:
        print(json.dumps(answer.json(), ensure_ascii=False, indent=2), file=sys.stderr)
        return None
    return msgspec.json.decode(answer.content, type=Answers)


def _parts(taps: list[str]) -> Iterator[list[str]]:
    left = iter(taps)
    while part := list(islice(left, MOST_TAPS)):
        yield part
