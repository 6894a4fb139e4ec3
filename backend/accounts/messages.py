"""What a browser's passkey answers, as `credential.toJSON()` writes it."""

from typing import Annotated

import msgspec

Base64Url = Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9_-]+$", min_length=1, max_length=20_000)]
Short = Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9_-]+$", min_length=1, max_length=1400)]
PublicKey = Annotated[str, msgspec.Meta(pattern="^public-key$")]
DeviceName = Annotated[str, msgspec.Meta(pattern=r"^[^\u0000-\u001f\u007f]+$", min_length=1, max_length=60)]


class CreationResponse(
    msgspec.Struct, frozen=True, rename={"client_data": "clientDataJSON", "attestation": "attestationObject"}
):
    """What an authenticator says of a new key; what the browser adds to it is not read."""

    client_data: Base64Url
    attestation: Base64Url


class NewCredential(msgspec.Struct, frozen=True, rename="camel"):
    """The answer of `navigator.credentials.create()`."""

    id: Short
    raw_id: Short
    type: PublicKey
    response: CreationResponse


class AssertionResponse(
    msgspec.Struct,
    frozen=True,
    rename={
        "client_data": "clientDataJSON",
        "authenticator_data": "authenticatorData",
        "user_handle": "userHandle",
    },
):
    """What an authenticator signs; what the browser adds to it is not read."""

    client_data: Base64Url
    authenticator_data: Base64Url
    signature: Base64Url
    user_handle: Short | None = None


class Credential(msgspec.Struct, frozen=True, rename="camel"):
    """The answer of `navigator.credentials.get()`."""

    id: Short
    raw_id: Short
    type: PublicKey
    response: AssertionResponse
