"""The items of a worker's registration, read from `items.toml`."""

from collections.abc import Mapping
from datetime import date
from enum import IntEnum
from pathlib import Path

from backend.kit.items import Fault, ItemFault, Items, Value, judge_all, load
from backend.kit.items import judge as judge_value
from backend.workers.trades import name_of, number_of

FILE = Path(__file__).with_name("items.toml")


class Form(IntEnum):
    """The two forms of registration (二段階申請); only the detailed one can be evaluated."""

    SIMPLIFIED = 1
    DETAILED = 2

    @property
    def key(self) -> str:
        """Name it as the items do."""
        return self.name.lower()


def items() -> Items:
    """Give the items, their blocks and the version of the forms."""
    return load(FILE)


def judge(key: str, value: object, today: date) -> Value | Fault:
    """Write a value in the one way it is kept, or say why it cannot stand."""
    item = items().item.get(key)
    if item is None:
        return Fault(key, ItemFault.UNKNOWN)
    made = judge_value(key, item, value, today)
    if key == "trades" and isinstance(made, list) and not all(name_of(number_of(code) or 0) for code in made):
        return Fault(key, ItemFault.NOT_OFFERED)
    return made


def judge_form(form: str, given: Mapping[str, object], today: date) -> tuple[dict[str, Value], list[Fault]]:
    """Judge everything a form asks for; every reason at once."""
    return judge_all(items(), form, given, lambda key, value: judge(key, value, today))
