/** The calls about one's own account: news, who looked, passkeys, sessions, the lost phone and the lost card. */
import type { Page } from '../offline/kept'
import { type Getter, ask, read, readPage, sending } from './client'
import type { CardLoss, Inbox, Look, Passkey, Registration, Session } from './schema'

export const getInbox: Getter<Inbox> = (language, signal) => readPage('/v1/passport/inbox', language, signal)

/** Safe to send again, and never goes back. */
export async function postRead(id: string): Promise<void> {
  await ask('/v1/passport/inbox/read', sending('POST', { id }))
}

export const getViewers: Getter<{ views: Look[] }> = (language, signal) => readPage('/v1/passport/viewers', language, signal)

export interface Keys {
  passkeys: Passkey[]
  sessions: Session[]
}

/** Passkeys and sessions, as of the earlier of both answers. */
export const getKeys: Getter<Keys> = async (language, signal): Promise<Page<Keys>> => {
  const [keys, places] = await Promise.all([
    readPage<Pick<Keys, 'passkeys'>>('/v1/passkeys', language, signal),
    readPage<Pick<Keys, 'sessions'>>('/v1/sessions', language, signal),
  ])
  const seenAt = keys.seenAt < places.seenAt ? keys.seenAt : places.seenAt
  return { seenAt, answer: { ...keys.answer, ...places.answer } }
}

export async function stopPasskey(id: string, language: string): Promise<void> {
  await ask(`/v1/passkeys/${id}`, { language, method: 'DELETE' })
}

export async function signOutThere(session: string, language: string): Promise<void> {
  await ask(`/v1/sessions/${session}`, { language, method: 'DELETE' })
}

export async function signOutElsewhere(language: string): Promise<void> {
  await ask('/v1/sessions', { language, method: 'DELETE' })
}

/** Says that nobody of mine takes this account to another phone. */
export async function stopRecovery(language: string): Promise<void> {
  await ask('/v1/recovery', { language, method: 'DELETE' })
}

export const getCardLoss: Getter<CardLoss> = (language, signal) => readPage('/v1/passport/card/loss', language, signal)

/** Safe to send again: the card stays stopped since the first time. */
export async function loseCard(language: string): Promise<CardLoss> {
  return read(await ask('/v1/passport/card/loss', { language, method: 'POST' }))
}

export const getRegistration =
  (number: string): Getter<Registration> =>
  (language, signal) =>
    readPage(`/v1/workers/${number}?purpose=download`, language, signal)
