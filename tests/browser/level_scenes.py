"""What an office finds of levels and qualifications: evaluators, applications and papers that wait."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

import httpx

from backend.accounts.callers import COOKIE
from backend.accounts.rules import Role
from backend.kit import clock, database
from tests.backend.proofs import pictures
from tests.office import user

FIELD = "012"
ASKED = ("1級鉄筋施工技能士(組立て)", "玉掛け技能講習")
APPLY = """
INSERT INTO level_application (worker_id, id, field, level, version, days, foreman_days, qualifications, filed_at)
VALUES ($1, $2, $3, $4, 0, $5, $6, $7, $8)
"""
ENTER = """
INSERT INTO qualification
    (worker_id, id, key, name, issuer, issued_on, expires_on, proof_id, state, entered_at, entered_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $1)
"""


@dataclass
class Scene:
    """Tokens of people in offices, and a company with its workers' public numbers."""

    evaluators: tuple[str, str]
    clerk: str
    boss: str
    company: str
    workers: list[str]


async def make_scene(origin: str) -> Scene:
    """Two evaluators, counter staff, a responsible person, three applications and three qualifications that wait."""
    first, second = [(await user(Role.EVALUATION_BODY, 0, name))[1] for name in ("見本 評価", "例示 評価")]
    clerk = (await user(Role.COUNTER_STAFF, 0, "見本 窓口"))[1]
    (largest,) = await database.fetch(
        "SELECT c.id, c.company_number FROM employment e JOIN company c ON c.id = e.company_id "
        "WHERE e.until IS NULL GROUP BY c.id ORDER BY count(*) DESC LIMIT 1"
    )
    boss = (await user(Role.RESPONSIBLE, largest["id"], "見本 責任"))[1]
    workers = await database.fetch("SELECT id, worker_number FROM worker ORDER BY worker_number LIMIT 6")
    for at, worker in enumerate(workers[:3]):
        await _apply(worker["id"], at)
    for at, worker in enumerate(workers[3:]):
        await _enter(worker["id"], at, _paper(origin, clerk) if at != 1 else None)
    return Scene((first, second), clerk, boss, largest["company_number"], [row["worker_number"] for row in workers])


async def _apply(worker_id: UUID, at: int) -> None:
    filed = clock.now() - timedelta(days=9 - at)
    async with database.transaction() as db:
        await db.execute(APPLY, worker_id, uuid4(), FIELD, 2 + at, 700 + 800 * at, 300 * at, list(ASKED), filed)


async def _enter(worker_id: UUID, at: int, proof: UUID | None) -> None:
    issued = clock.japan_date(clock.now()) - timedelta(days=400 + at)
    what = (("Q001", "登録ウレタン断熱基幹技能者"), (None, "高所作業車運転技能講習"), ("Q002", "登録ダクト基幹技能者"))
    key, name = what[at]
    entered = clock.now() - timedelta(days=5 - at)
    row = (key, name, "見本技能講習センター", issued, None, proof, entered)
    async with database.transaction() as db:
        await db.execute(ENTER, worker_id, uuid4(), *row)


def _paper(origin: str, token: str) -> UUID:
    """Keep a picture of a paper, as the phone does."""
    proof = uuid4()
    content = pictures.written(pictures.card((1300, 1000)))
    kept = httpx.put(
        f"{origin}/v1/proofs/{proof}", params={"kind": "qualification"}, content=content, cookies={COOKIE: token}
    )
    assert kept.status_code == 200, kept.text
    return proof
