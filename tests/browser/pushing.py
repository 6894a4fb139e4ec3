"""Phones that can be told: the browser's question, its subscription, and pushes, each as a test wants it.

Chromium without Google's services never answers `pushManager.subscribe`, so a stand-in answers.
The rest is the browser's own.
"""

import asyncio
import json
from typing import Any

import pytest
from playwright.async_api import CDPSession, Page, Worker

STAND_IN = """(wanted) => {
  if (!self.PushManager) return
  const {permission, answer, fails = false} = wanted
  const start = {permission, answer, fails, made: null, log: []}
  if (!localStorage.pushes) {
    localStorage.pushes = JSON.stringify(start)
    const {asked, ...settings} = JSON.parse(localStorage.settings ?? '{}')
    localStorage.settings = JSON.stringify(settings)
  }
  const state = () => (localStorage.pushes ? JSON.parse(localStorage.pushes) : start)
  const change = (part) => (localStorage.pushes = JSON.stringify({...state(), ...part}))
  const log = (what) => change({log: [...state().log, what]})
  Object.defineProperty(Notification, 'permission', {configurable: true, get: () => state().permission})
  Notification.requestPermission = async () => {
    log(navigator.userActivation.isActive ? 'asked' : 'asked without a touch')
    if (state().permission === 'default') change({permission: state().answer})
    return state().permission
  }
  const subscription = (made) => ({
    endpoint: made.endpoint,
    expirationTime: null,
    toJSON: () => ({endpoint: made.endpoint, expirationTime: null, keys: made.keys}),
    unsubscribe: async () => { log('unsubscribed'); change({made: null}); return true },
  })
  PushManager.prototype.getSubscription = async () => (state().made ? subscription(state().made) : null)
  PushManager.prototype.subscribe = async (options) => {
    log('subscribed with ' + options.applicationServerKey)
    if (state().fails) throw new DOMException('no service', 'AbortError')
    const n = state().log.length
    const p256dh = 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'
    const made = {endpoint: wanted.endpoint + n, keys: {p256dh, auth: 'BTBZMqHH6r4Tts7J_aSIgg'}}
    change({made})
    return subscription(made)
  }
}"""
"""What it kept outlives a reload, as a browser's own would."""


async def let_push(page: Page, **wanted: Any) -> None:
    """Give every page of this phone a browser that can be told; `permission`, and the `answer` to its question.

    Home has not asked yet.
    """
    chosen = {"permission": "default", "answer": "granted", "endpoint": "https://push.example.com/send/", **wanted}
    await page.context.add_init_script(f"if (origin !== 'null') ({STAND_IN})({json.dumps(chosen)})")


async def pushes(page: Page) -> dict[str, Any]:
    """Tell what the stand-in keeps: permission, what it made, what was asked of it."""
    return dict(json.loads(await page.evaluate('localStorage.pushes ?? \'{"log": [], "made": null}\'')))


class PushService:
    """Brings messages to a phone's service worker, as the browser's push service would."""

    def __init__(self, cdp: CDPSession, origin: str, registration: str) -> None:
        self._cdp = cdp
        self._to = {"origin": origin, "registrationId": registration}

    async def bring(self, message: dict[str, Any] | str) -> None:
        data = message if isinstance(message, str) else json.dumps(message)
        await self._cdp.send("ServiceWorker.deliverPushMessage", {**self._to, "data": data})


async def open_push_service(page: Page, origin: str) -> PushService:
    """Find the phone's service worker, which must be registered; the phone may show notifications from now on."""
    await page.context.grant_permissions(["notifications"], origin=origin)
    cdp = await page.context.new_cdp_session(page)
    found: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def look(event: dict[str, Any]) -> None:
        for one in event["registrations"]:
            if one["scopeURL"].startswith(origin) and not one["isDeleted"] and not found.done():
                found.set_result(one["registrationId"])

    cdp.on("ServiceWorker.workerRegistrationUpdated", look)
    await cdp.send("ServiceWorker.enable")
    return PushService(cdp, origin, await asyncio.wait_for(found, 10))


async def shown(page: Page) -> list[dict[str, Any]]:
    """Tell which notifications stand on the phone."""
    script = """navigator.serviceWorker.ready.then((one) => one.getNotifications()).then((all) =>
      all.map(({title, body, tag, lang, silent, data}) => ({title, body, tag, lang, silent, data})))"""
    return list(await page.evaluate(script))


async def worker_of(page: Page) -> Worker:
    """Give the phone's service worker."""
    for _ in range(50):
        if page.context.service_workers:
            return page.context.service_workers[-1]
        await asyncio.sleep(0.1)
    pytest.fail("the phone has no service worker")
