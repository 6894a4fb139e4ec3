"""The forecast, by the cases that the phone runs too."""

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from backend.levels.forecast import Lane, forecast

CASES: list[dict[str, Any]] = msgspec.json.decode(
    (Path(__file__).parents[2] / "vectors/forecast.json").read_bytes()
)["cases"]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_server_and_phone_forecast_the_same(case: dict[str, Any]) -> None:
    lanes, pace, plan = case["lanes"], case["pace"], case["plan"]
    months, qualified_in = case["months"], None
    if plan is not None:
        months, qualified_in = 1, date.fromisoformat(f"{plan['qualifiedIn']}-01") if plan["qualifiedIn"] else None
        pace = {"days": plan["monthDays"], "foremanDays": min(plan["foremanDays"], plan["monthDays"])}
    made = forecast(
        date.fromisoformat(case["today"]),
        Lane(lanes["days"], pace["days"], months),
        Lane(lanes["foremanDays"], pace["foremanDays"], months),
        qualifications=lanes["qualifications"],
        qualified_in=qualified_in,
    )
    month = f"{made.month:%Y-%m}" if made.month else None
    assert (month, made.slowest) == (case["month"], case["slowest"])
