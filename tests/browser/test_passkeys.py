"""A real Chromium with a virtual authenticator, against the running product: first login, copied key, lost phone."""

import pytest

from tests.browser.key_phones import ask, first_secrets, invite_operator, take_key_phone
from tests.browser.phones import NewPhone
from tests.product import Product

pytestmark = pytest.mark.browser

HEALTH = "/v1/health"
"""An address of ours where nothing happens by itself."""


async def test_from_the_first_login_to_the_passport_and_in_again(new_phone: NewPhone, product: Product) -> None:
    phone = await take_key_phone(new_phone, product.origin + HEALTH)
    assert await phone.enrol("/v1/enrolment/options", await first_secrets(product, "hanako")) == 204
    await phone.accept()
    assert (await phone.call("GET", "/v1/passport"))[0] == 200
    (key,) = await phone.keys()
    assert (key["isResidentCredential"], key["rpId"]) == (True, "localhost")
    assert (await phone.call("POST", "/v1/logout"))[0] == 204
    assert (await phone.call("GET", "/v1/passport"))[0] == 401
    assert (await phone.sign_in())[0] == 204
    assert (await phone.call("GET", "/v1/passport"))[0] == 200


async def test_a_copied_passkey_is_stopped(new_phone: NewPhone, product: Product) -> None:
    phone = await take_key_phone(new_phone, product.origin + HEALTH)
    assert await phone.enrol("/v1/enrolment/options", await first_secrets(product, "kenichi")) == 204
    assert (await phone.sign_in())[0] == 204
    (key,) = await phone.keys()
    named = {"authenticatorId": phone.authenticator, "credentialId": key["credentialId"]}
    await phone.cdp.send("WebAuthn.removeCredential", named)
    copy = {name: key[name] for name in ("credentialId", "isResidentCredential", "rpId", "privateKey", "userHandle")}
    await phone.cdp.send(
        "WebAuthn.addCredential", {"authenticatorId": phone.authenticator, "credential": copy | {"signCount": 0}}
    )
    status, said = await phone.sign_in()
    assert (status, said["code"]) == (401, "passkey_copied")
    status, said = await phone.sign_in()
    assert (status, said["code"]) == (401, "passkey_unknown")


async def test_a_lost_phone_is_replaced_after_a_day(new_phone: NewPhone, product: Product) -> None:
    old, new, office = [await take_key_phone(new_phone, product.origin + HEALTH) for _ in range(3)]
    known = await first_secrets(product, "taro")
    assert await old.enrol("/v1/enrolment/options", known) == 204
    link = await invite_operator(product)
    assert await office.enrol("/v1/invitations/options", {"invitation": link.rpartition("#")[2]}) == 204
    seen = {"cardSerial": product.cards["taro"], "digits": known["digits"]}
    status, begun = await office.call("POST", f"/v1/workers/{known['workerNumber']}/recovery", seen)
    assert status == 201, begun
    known |= {"code": begun["code"]}
    status, said = await new.call("POST", "/v1/recoveries/options", known)
    assert (status, said["code"]) == (403, "recovery_waiting")
    await ask(product, "UPDATE recovery SET opens_at = now() - interval '1 second' RETURNING id")
    assert await new.enrol("/v1/recoveries/options", known) == 204
    await new.accept()
    assert (await new.call("GET", "/v1/passport"))[0] == 200
    assert (await old.call("GET", "/v1/passport"))[0] == 401
    status, said = await old.sign_in()
    assert (status, said["code"]) == (401, "passkey_unknown")
