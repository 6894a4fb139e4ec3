"""Everything about levels over HTTP."""

from litestar import Router

from backend.levels import company_api, criteria_api, evaluation_api, road_api

router = Router(
    "/", route_handlers=[road_api.router, criteria_api.router, evaluation_api.router, company_api.router]
)  # fmt: skip
