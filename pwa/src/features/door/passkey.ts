/**
 * Passkeys of this phone: made once, shown at each sign-in. What comes from the server and goes back to it is WebAuthn's JSON.
 *
 * Browsers of before 2025 cannot read and write that JSON themselves; for them it is done here by hand.
 */
import { type AskedAny, type AskedNew, askSignIn, signIn } from '../../api/door'
import type { NewCredential, SignedCredential } from '../../api/schema'

/** What went wrong between a person and the phone; what the server says is no stumble. */
export type Stumble = 'none' | 'cancelled' | 'late' | 'lock' | 'known' | 'place' | 'odd'

export class Stumbled extends Error {
  override name = 'Stumbled'
  readonly stumble: Stumble

  constructor(stumble: Stumble, cause?: unknown) {
    super(stumble, { cause })
    this.stumble = stumble
  }
}

export function canHoldKeys(): boolean {
  return typeof PublicKeyCredential === 'function' && navigator.credentials !== undefined
}

/** Tells whether the phone can check face, finger or PIN. */
export async function hasLock(): Promise<boolean> {
  try {
    return await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()
  } catch {
    return false
  }
}

/** Makes a key on this phone. */
export async function makeKey({ publicKey }: AskedNew, signal: AbortSignal): Promise<NewCredential> {
  const made = await watched(publicKey.timeout, () => navigator.credentials.create({ publicKey: readCreation(publicKey), signal }))
  return (made.toJSON?.() ?? writeNew(made)) as NewCredential
}

/** Signs in with a key of this phone; `quietly` offers it above the keyboard, and waits until it is chosen. */
export async function signInWithKey(language: string, signal: AbortSignal, { quietly = false } = {}): Promise<void> {
  if (!canHoldKeys()) {
    throw new Stumbled('none')
  }
  const { publicKey }: AskedAny = await askSignIn(language)
  const mediation = quietly ? ('conditional' as const) : ('optional' as const)
  const shown = await watched(publicKey.timeout, () => navigator.credentials.get({ publicKey: readRequest(publicKey), mediation, signal }))
  await signIn((shown.toJSON?.() ?? writeSigned(shown)) as SignedCredential, language)
}

/** Tells whether keys can be offered above the keyboard. */
export async function canOfferQuietly(): Promise<boolean> {
  try {
    return (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true
  } catch {
    return false
  }
}

const NAMES: Readonly<Record<string, Stumble>> = {
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  InvalidStateError: 'known',
  ConstraintError: 'lock',
  NotSupportedError: 'lock',
  SecurityError: 'place',
}
/** A browser says "not allowed" for both; whoever took this much of the time was late. */
const NEARLY_ALL = 0.95

async function watched(timeout: number | undefined, act: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  const begun = performance.now()
  try {
    const made = await act()
    if (made === null) {
      throw new Stumbled('odd')
    }
    return made as PublicKeyCredential
  } catch (cause) {
    if (cause instanceof Stumbled) {
      throw cause
    }
    const stumble = NAMES[cause instanceof Error ? cause.name : ''] ?? 'odd'
    const late = timeout !== undefined && performance.now() - begun > timeout * NEARLY_ALL
    throw new Stumbled(stumble === 'cancelled' && late ? 'late' : stumble, cause)
  }
}

function readCreation(json: PublicKeyCredentialCreationOptionsJSON): PublicKeyCredentialCreationOptions {
  if (typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function') {
    return PublicKeyCredential.parseCreationOptionsFromJSON(json)
  }
  const { challenge, user, excludeCredentials, ...rest } = json
  const read = { challenge: bytes(challenge), user: { ...user, id: bytes(user.id) }, excludeCredentials: known(excludeCredentials) }
  return { ...rest, ...read } as unknown as PublicKeyCredentialCreationOptions
}

function readRequest(json: PublicKeyCredentialRequestOptionsJSON): PublicKeyCredentialRequestOptions {
  if (typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function') {
    return PublicKeyCredential.parseRequestOptionsFromJSON(json)
  }
  const { challenge, allowCredentials, ...rest } = json
  return { ...rest, challenge: bytes(challenge), allowCredentials: known(allowCredentials) } as unknown as PublicKeyCredentialRequestOptions
}

const known = (list: PublicKeyCredentialDescriptorJSON[] = []) => list.map((one) => ({ ...one, id: bytes(one.id) }))

function writeNew({ id, rawId, type, response }: PublicKeyCredential): NewCredential {
  const { clientDataJSON, attestationObject } = response as AuthenticatorAttestationResponse
  const said = { clientDataJSON: text(clientDataJSON), attestationObject: text(attestationObject) }
  return { id, rawId: text(rawId), type, response: said }
}

function writeSigned({ id, rawId, type, response }: PublicKeyCredential): SignedCredential {
  const { clientDataJSON, authenticatorData, signature, userHandle } = response as AuthenticatorAssertionResponse
  const said = {
    clientDataJSON: text(clientDataJSON),
    authenticatorData: text(authenticatorData),
    signature: text(signature),
    userHandle: userHandle === null ? null : text(userHandle),
  }
  return { id, rawId: text(rawId), type, response: said }
}

/** Base64url without padding, both ways. */
export function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
}

export function text(buffer: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
