/** Who employs me: what companies offer, what I answer, what I offer, and leaving. */
import { type Getter, ask, readPage, sending } from './client'
import type { Employments } from './schema'

export const getEmployments: Getter<Employments> = (language, signal) => readPage('/v1/passport/employments', language, signal)

/** Safe to send again: the same answer changes nothing. */
export async function answerOffer(offer: string, accept: boolean, language: string): Promise<void> {
  await ask(`/v1/passport/offers/${offer}/answer`, { language, ...sending('POST', { accept }) })
}

export async function offerTo(number: string, since: string, main: boolean, language: string): Promise<void> {
  await ask('/v1/passport/offers', { language, ...sending('POST', { number, since, main }) })
}

export async function leaveEmployer(number: string, lastOn: string, language: string): Promise<void> {
  await ask('/v1/passport/employments/end', { language, ...sending('POST', { number, lastOn }) })
}
