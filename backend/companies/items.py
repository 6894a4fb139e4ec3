"""The items of a company's registration, read from `items.toml`; a form for each class."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from backend.kit.items import Fault, ItemFault, Items, Value, judge_all, load
from backend.kit.items import judge as judge_value

LICENCE = frozenset({"licensed", "licence_number", "licence_expires_on"})
FILE = Path(__file__).with_name("items.toml")


def items() -> Items:
    """Give the items, their blocks and the version of the forms."""
    return load(FILE)


def judge(key: str, value: object, today: date) -> Value | Fault:
    """Write a value in the one way it is kept, or say why it cannot stand."""
    item = items().item.get(key)
    return Fault(key, ItemFault.UNKNOWN) if item is None else judge_value(key, item, value, today)


def judge_form(form: str, given: Mapping[str, object], today: date) -> tuple[dict[str, Value], list[Fault]]:
    """Judge everything a form asks for; every reason at once."""
    return judge_all(items(), form, given, lambda key, value: judge(key, value, today))


def judge_licence(values: Mapping[str, Value], today: date) -> list[Fault]:
    """Say what does not go together: a licence is named with its last day, and holds."""
    if values.get("licensed") is not True:
        return []
    faults = [
        Fault(key, ItemFault.MISSING) for key in ("licence_number", "licence_expires_on") if values.get(key) is None
    ]
    end = values.get("licence_expires_on")
    if end is not None and date.fromisoformat(str(end)) < today:
        faults.append(Fault("licence_expires_on", ItemFault.LICENCE_LAPSED))
    return faults
