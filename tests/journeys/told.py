"""A phone that is told at once: its subscription at the played push service, and what stands on it."""

import asyncio
import json
from typing import Any

import msgspec
from playwright.async_api import Page, expect

from played.phones import Phone
from played.push_service import PushService
from tests.browser.pushing import shown, worker_of
from tests.product import Product

SUBSCRIBED = """
const made = () => (localStorage.made ? JSON.parse(localStorage.made) : null)
const subscription = (one) => one && {
  endpoint: one.endpoint,
  options: {},
  toJSON: () => ({endpoint: one.endpoint, expirationTime: null, keys: one.keys}),
  unsubscribe: async () => { delete localStorage.made; return true },
}
if (self.PushManager) {
  PushManager.prototype.getSubscription = async () => subscription(made())
  PushManager.prototype.subscribe = async ({applicationServerKey}) => {
    localStorage.made = await subscribe(String(applicationServerKey))
    return subscription(made())
  }
}
"""
"""Chromium has no push service of its own here; the rest is the browser's."""


async def message_for(phone: Phone) -> dict[str, Any]:
    """Wait for the next message, and read it with the phone's own keys."""
    async with asyncio.timeout(10):
        while not phone.waiting:  # noqa: ASYNC110  # the service fills it
            await asyncio.sleep(0.05)
    (message,) = phone.take()
    return dict(msgspec.json.decode(message.plain))


async def standing(page: Page, title: str) -> dict[str, Any]:
    """Wait for a notification that says so."""
    async with asyncio.timeout(10):
        while True:
            for one in await shown(page):
                if title in one["title"]:
                    return one
            await asyncio.sleep(0.05)


async def let_subscribe(page: Page, product: Product, service: PushService) -> list[Phone]:
    """Let a page subscribe at the played service; gives the phones it makes."""
    phones: list[Phone] = []

    async def subscribe(_: object, key: str) -> str:
        phones.append(service.subscribe(key))
        made = phones[-1].subscribed()
        return json.dumps({"endpoint": made.endpoint, "keys": msgspec.to_builtins(made.keys)})

    await page.context.expose_binding("subscribe", subscribe)
    await page.context.add_init_script(f"if (origin !== 'null') {{ {SUBSCRIBED} }}")
    await page.context.grant_permissions(["notifications"], origin=product.origin)
    return phones


async def sign_in_and_subscribe(page: Page, product: Product, person: str) -> None:
    """Be somebody, and want to be told on this phone."""
    await page.goto(f"{product.origin}/door?person={person}")
    await expect(page.locator(".levelcard")).to_be_visible()
    await page.goto(f"{product.origin}/settings/notices")
    await page.locator(".here .btn.main").click()
    await expect(page.locator(".here.ok")).to_be_visible()


async def click(page: Page, product: Product) -> None:
    """Click the notification that stands there, with the app at home."""
    worker = await worker_of(page)
    await page.goto(product.origin)
    await expect(page.locator(".levelcard")).to_be_visible()
    await worker.evaluate(
        """async () => {
          const [notification] = await self.registration.getNotifications()
          self.dispatchEvent(new NotificationEvent('notificationclick', {notification}))
        }"""
    )
