/**
 * Whether somebody may be signed in on this phone.
 *
 * The session's cookie is out of a page's reach. Beside it the server sets one that says only that it is there, so
 * that nobody who has none asks for a passport in vain. It is a hint: what counts is the server's answer.
 */
const HINT = 'passport_in'

export function mayBeIn(): boolean {
  return document.cookie.split('; ').some((one) => one.startsWith(`${HINT}=`))
}

/** The server has said that nobody is in. */
export function forgetIn(): void {
  document.cookie = `${HINT}=; Max-Age=0; Path=/; SameSite=Lax`
}
