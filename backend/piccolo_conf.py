"""What Piccolo reads: one engine, one app for the whole register and one for each edge with tables."""

from piccolo.conf.apps import AppRegistry
from piccolo.engine.postgres import PostgresEngine

from backend.settings import settings

DB = PostgresEngine(config={"dsn": settings().dsn})
APP_REGISTRY = AppRegistry(apps=["backend.piccolo_app", "notifications.piccolo_app"])
