/** Asks this phone for a passkey: to show once more that it is me, and to make a further one. */
import { Refused, ask, read, sending } from '../../api/client'
import type { Passkey } from '../../api/schema'

/** Why the phone gave no answer to the server's question. */
export type NoAnswer = 'notConfirmed' | 'alreadyHere' | 'noKey' | 'notPossible'

export class Unanswered extends Error {
  override name = 'Unanswered'
  readonly why: NoAnswer

  constructor(why: NoAnswer, cause?: unknown) {
    super(why, { cause })
    this.why = why
  }
}

/** Does something that needs a sign-in of a moment ago: where the server wants one, the phone is asked and it is done again. */
export async function freshly<T>(act: () => Promise<T>, language: string): Promise<T> {
  try {
    return await act()
  } catch (cause) {
    if (!(cause instanceof Refused) || cause.problem.code !== 'sign_in_again') {
      throw cause
    }
  }
  await signInAgain(language)
  return act()
}

/** Signs in by a passkey of this very account, so that on a shared phone nobody answers for another. */
async function signInAgain(language: string): Promise<void> {
  const { passkeys } = await read<{ passkeys: Passkey[] }>(await ask('/v1/passkeys', { language }))
  if (passkeys.length === 0) {
    throw new Unanswered('noKey')
  }
  const { publicKey } = await read<Asked>(await ask('/v1/login/options', { language, method: 'POST' }))
  const given = await answered(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: fromBase64url(publicKey.challenge),
        rpId: publicKey.rpId,
        userVerification: 'required',
        allowCredentials: passkeys.map(({ id }) => ({ type: 'public-key', id: fromHex(id) })),
      },
    }),
  )
  const response = given.response as AuthenticatorAssertionResponse
  const credential = named(given, {
    authenticatorData: toBase64url(response.authenticatorData),
    clientDataJSON: toBase64url(response.clientDataJSON),
    signature: toBase64url(response.signature),
    userHandle: response.userHandle === null ? null : toBase64url(response.userHandle),
  })
  await ask('/v1/login', { language, ...sending('POST', { credential }) })
}

/** Makes a further passkey, on this phone or on one that the browser reaches. */
export async function addPasskey(name: string, language: string): Promise<void> {
  const { publicKey } = await read<Asked>(await ask('/v1/passkeys/options', { language, method: 'POST' }))
  const made = await answered(() =>
    navigator.credentials.create({
      publicKey: {
        ...publicKey,
        challenge: fromBase64url(publicKey.challenge),
        user: { ...publicKey.user, id: fromBase64url(publicKey.user.id) },
        excludeCredentials: publicKey.excludeCredentials.map((one) => ({ type: 'public-key', id: fromBase64url(one.id) })),
      },
    }),
  )
  const response = made.response as AuthenticatorAttestationResponse
  const credential = named(made, {
    attestationObject: toBase64url(response.attestationObject),
    clientDataJSON: toBase64url(response.clientDataJSON),
  })
  await ask('/v1/passkeys', { language, ...sending('POST', { credential, name }) })
}

/** The server's question, as it writes bytes. */
interface Asked {
  publicKey: Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user' | 'excludeCredentials'> & {
    challenge: string
    rpId: string
    user: Omit<PublicKeyCredentialUserEntity, 'id'> & { id: string }
    excludeCredentials: { id: string }[]
  }
}

const named = (one: PublicKeyCredential, response: object) => ({ id: one.id, rawId: toBase64url(one.rawId), type: one.type, response })

async function answered(question: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  if (typeof PublicKeyCredential === 'undefined') {
    throw new Unanswered('notPossible')
  }
  try {
    const given = await question()
    if (given !== null) {
      return given as PublicKeyCredential
    }
  } catch (cause) {
    throw new Unanswered(cause instanceof DOMException && cause.name === 'InvalidStateError' ? 'alreadyHere' : 'notConfirmed', cause)
  }
  throw new Unanswered('notConfirmed')
}

export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}

export function toBase64url(bytes: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(bytes))
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
