"""Who one can be in sample mode, with an address each that signs in by one click."""

import json
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass

from passport import environment

WITHIN_S = 5


@dataclass(frozen=True)
class Person:
    """A sample person as `/v1/sample/people` tells."""

    id: str
    name: str
    trade: str
    level: int
    story: str


def tell_who_one_can_be(port: int) -> None:
    """Print where the product is, and the people, once it answers."""
    print(f"\n  Worker Passport is at {environment.origin()}   (Ctrl-C ends it)\n")
    people = sample_people(port)
    if people:
        print("  Be somebody, by one click:\n")
    for person in people:
        print(f"    {login_address(person)}")
        print(f"      {person.name} · {person.trade} · level {person.level} · {person.story}")
    print(flush=True)


def login_address(person: Person) -> str:
    """Give the address of the phone's app that signs in as this person."""
    return f"{environment.origin()}/door?person={urllib.parse.quote(person.id)}"


def sample_people(port: int) -> list[Person]:
    """Ask the running product; nobody outside sample mode."""
    address = f"http://127.0.0.1:{port}/v1/sample/people"
    asked = urllib.request.Request(address, headers={"Accept-Language": "ja"})
    try:
        with urllib.request.urlopen(asked, timeout=WITHIN_S) as answer:  # noqa: S310  our own server
            rows = json.load(answer)["people"]
    except (urllib.error.URLError, TimeoutError):
        return []
    return [
        Person(row["id"], row["name"], row.get("trade") or "", row.get("level") or 1, row.get("story") or "")
        for row in rows
    ]
