"""What Piccolo reads: one engine, one app for the whole register."""

from piccolo.conf.apps import AppRegistry
from piccolo.engine.postgres import PostgresEngine

from backend.settings import settings

DB = PostgresEngine(config={"dsn": settings().dsn})
APP_REGISTRY = AppRegistry(apps=["backend.piccolo_app"])
