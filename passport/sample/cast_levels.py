"""What the cast holds for levels: qualifications, what was evaluated, the fields they aim at, certified experience."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

from backend.levels.experience import Certificate
from passport.sample.cast import CAST, FIRST_TIER
from passport.sample.levels import EvaluationRow, QualificationRow, qualification_row
from passport.sample.people import Worker
from passport.sample.plan import Plan

ISSUED = timedelta(days=900)


class Standing(NamedTuple):
    """What somebody brings along."""

    qualifications: tuple[str, ...] = ()
    evaluated: tuple[str, int] | None = None
    chosen: tuple[str, ...] = ()
    certified: Certificate | None = None


STANDINGS = {
    "taro": Standing(("玉掛け技能講習",), ("012", 2)),
    "kenichi": Standing(
        ("玉掛け技能講習", "職長・安全衛生責任者教育", "1級とび技能士", "足場の組立て等作業主任者技能講習"),
        ("016", 4),
        certified=Certificate(601, date(2010, 4, 1), date(2019, 3, 31), 1830, 620, 300),
    ),
    "makoto": Standing(("職長・安全衛生責任者教育",), ("008", 3), ("008",)),
    "jiro": Standing((), ("035", 2), ("035",)),
    "naomi": Standing(("第二種電気工事士免状取得者",)),
    "tadashi": Standing(("丸のこ等取扱作業者安全衛生教育", "足場の組立て等作業従事者特別教育"), ("032", 2)),
    "noboru": Standing(("第二種電気工事士免状取得者",)),
}


def cast_levels(plan: Plan, workers: Sequence[Worker]) -> dict[str, list[tuple[object, ...]]]:
    """Give the rows of everything that levels are made of."""
    rng = plan.stream("cast levels")
    issued_on = plan.until - ISSUED
    at = datetime.combine(issued_on, time(0), UTC)
    qualifications: list[QualificationRow] = []
    evaluations: list[EvaluationRow] = []
    chosen: list[tuple[object, ...]] = []
    experience: list[tuple[object, ...]] = []
    for person, worker in zip(CAST, workers, strict=True):
        standing = STANDINGS.get(person.slug, Standing())
        qualifications += [qualification_row(rng, worker.id, name, issued_on) for name in standing.qualifications]
        if standing.evaluated:
            evaluations.append(EvaluationRow(worker.id, *standing.evaluated, issued_on, at))
        chosen += [(worker.id, field, at) for field in standing.chosen]
        if standing.certified:
            row = (worker.id, _id(rng.getrandbits(128)), FIRST_TIER, *standing.certified, at, worker.id)
            experience.append(row)
    return {
        "qualification": list(qualifications),
        "evaluation": list(evaluations),
        "chosen_field": chosen,
        "experience": experience,
    }


def _id(bits: int) -> UUID:
    return UUID(int=bits, version=4)
