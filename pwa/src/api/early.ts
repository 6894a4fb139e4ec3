/**
 * The first question to the server: the page itself asks it, while the app's script is still on its way.
 *
 * Whoever asks the same afterwards takes up that answer, once; everything else is asked anew.
 */

interface Early {
  path: string
  language: string
  control: AbortController
  answer: Promise<Response>
}

declare global {
  var early: Early | undefined
}

/** Whatever on the way has not this language may have English. */
export const wish = (language: string) => `${language}, en;q=0.5`

export function askEarly(path: string, language: string): void {
  const control = new AbortController()
  const answer = fetchWhole(path, { headers: { 'Accept-Language': wish(language) }, cache: 'no-store', signal: control.signal })
  // Whoever takes it up hears that it failed; nobody else need.
  answer.catch(() => {})
  globalThis.early = { path, language, control, answer }
}

/** Fetches with the body, so that whoever takes it up has read it before anything is drawn. */
async function fetchWhole(path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(path, init)
  const text = await answer.text()
  return Object.assign(new Response(text, answer), { json: async () => JSON.parse(text) as unknown })
}

export function isAskedEarly(path: string, language: string | undefined): boolean {
  return globalThis.early?.path === path && globalThis.early.language === language
}

/** Settles when the server has answered the first question, or cannot; at once where nothing was asked. */
export async function firstWord(): Promise<void> {
  await globalThis.early?.answer.catch(() => {})
}

/** Takes up the answer where just this was asked; null where it was not, or was taken up already. */
export function takeEarly(path: string, language: string | undefined, signal: AbortSignal): Promise<Response> | null {
  const { early } = globalThis
  if (early === undefined || !isAskedEarly(path, language)) {
    return null
  }
  globalThis.early = undefined
  signal.addEventListener('abort', () => early.control.abort(signal.reason))
  if (signal.aborted) {
    early.control.abort(signal.reason)
  }
  return early.answer
}
