"""Put the parts together.  The only module that knows them all."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator

from litestar import Litestar, get
from litestar.datastructures import State
from litestar.openapi import OpenAPIConfig

os.environ.setdefault("PICCOLO_CONF", "backend.piccolo_conf")

from backend import problems as refusals
from backend import web
from backend.accounts import api as accounts
from backend.applications import api as applications
from backend.cards import api as cards
from backend.cards import orders_api as card_orders
from backend.companies import api as companies
from backend.documents import api as documents
from backend.documents import grids_api as grids
from backend.employment import api as employment
from backend.enrolment import api as enrolment
from backend.history import api as history
from backend.history import deciding_api as deciding
from backend.history import merging_api as merging
from backend.history import site_api as site_days
from backend.kit import database
from backend.kit.bodies import StrictRequest
from backend.kit.help_codes import HelpCodes
from backend.kit.limits import make_limits
from backend.kit.openapi import complete, problems
from backend.kit.refusals import catalogue
from backend.kit.signals import make_signals
from backend.levels import api as levels
from backend.passes import api as passes
from backend.passport import api as passport
from backend.passport import exports
from backend.passport.live import Watching
from backend.proofs import api as proofs
from backend.qualifications import api as qualifications
from backend.settings import settings
from backend.sites import api as sites
from backend.sites import company_api, list_api, readers_api, structure_api
from backend.taps import api as taps
from backend.taps import confirming_api as confirming
from backend.taps.gathering import Gathering
from backend.workers import api as workers
from backend.workers import list_api as worker_lists
from notifications import api as notices
from notifications import letters_api as letters
from notifications import ways_api as ways

LARGEST_BODY = 2 * 1024 * 1024
"""Bytes: a report of 2,000 touches is well below."""


@get("/v1/health", summary="Does this process answer", tags=["operation"], responses=problems())
async def health() -> dict[str, str]:
    """Answer when the database answers."""
    await database.fetch("SELECT 1")
    return {"state": "ok"}


@contextlib.asynccontextmanager
async def _living(app: Litestar) -> AsyncIterator[None]:
    """Open the pool, read the outbox for open phones; close both."""
    catalogue()
    await database.open_pool(settings().pool)
    signals = make_signals(settings().redis_url)
    app.state.gathering = Gathering(written=signals.nudge)
    app.state.limits = make_limits(settings().redis_url)
    app.state.watching = Watching(signals)
    tasks = [asyncio.create_task(job.run()) for job in (app.state.watching, app.state.help_codes)]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await signals.close()
        await app.state.limits.close()
        await database.close_pool()


def create_app() -> Litestar:
    """Make the application: the API under /v1, the phone app everywhere else."""
    app = Litestar(
        route_handlers=[
            health,
            accounts.router,
            enrolment.router,
            cards.router,
            card_orders.router,
            workers.router,
            worker_lists.router,
            companies.router,
            employment.router,
            proofs.router,
            applications.router,
            merging.router,
            site_days.router,
            qualifications.router,
            levels.router,
            passes.router,
            passport.router,
            history.router,
            deciding.router,
            exports.router,
            documents.router,
            grids.router,
            exports.for_everybody,
            sites.router,
            structure_api.router,
            company_api.router,
            list_api.router,
            readers_api.router,
            taps.router,
            confirming.router,
            notices.router,
            letters.router,
            ways.router,
            ways.open_router,
            *web.handlers(),
        ],
        lifespan=[_living],
        request_class=StrictRequest,
        exception_handlers=refusals.HANDLERS,
        request_max_body_size=LARGEST_BODY,
        openapi_config=OpenAPIConfig(
            title="Worker Passport",
            version="0.1.0",
            path="/schema",
        ),
        state=State({"help_codes": HelpCodes()}),
        logging_config=None,
    )
    complete(app.openapi_schema)
    return app
