/**
 * A file of the server's, onto the phone.
 *
 * Where it can, the app fetches it itself: then it can say that it is being made, or why it is refused. An iPhone takes
 * files from the link alone, so there the link does it.
 */
import { ask } from '../../api/client'
import type { Language } from '../../i18n/languages'

/** A paper of many years takes longer to make than a page. */
const PATIENCE_MS = 60_000
/** Some browsers read the file only after the touch is over. */
const HELD_MS = 60_000

export type FilePath = Parameters<typeof ask>[0]

/** Adds to an address the language in which the file is to be written; a link cannot say it otherwise. */
export function inLanguage(path: FilePath, language: Language): FilePath {
  return /\/(csv|pdf)$/.test(path) ? (`${path}?language=${language}` as FilePath) : path
}

/** Tells whether only the browser itself can take a file: so on an iPhone, which alone has this property. */
export const onlyByLink = (): boolean => 'standalone' in navigator

/** Fetches a file and hands it to the person; throws as `ask` does. */
export async function download(path: FilePath, language: string): Promise<void> {
  const answer = await ask(path, { language, patience: PATIENCE_MS })
  const file = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = file
  link.download = nameIn(answer.headers.get('content-disposition')) ?? 'passport'
  link.click()
  setTimeout(() => URL.revokeObjectURL(file), HELD_MS)
}

/** Reads a file's name from its header. */
export function nameIn(disposition: string | null): string | null {
  return /filename="([\w.-]+)"/.exec(disposition ?? '')?.[1] ?? null
}
