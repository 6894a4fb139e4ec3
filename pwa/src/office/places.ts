/** Where one is in the office: which page, of which company or site, or of the register; and which thing on it. */
import { useEffect, useState } from 'preact/hooks'

export const HOME = '/office'

export type Of = 'site' | 'company' | 'register'

export type Place = { page: 'home' } | { page: string; of: Of; number: string; id: string | null }

const FOLDERS: Readonly<Record<Of, string>> = { site: 'sites', company: 'companies', register: 'register' }
const NUMBERED = /^\/office\/(sites|companies)\/(9\d{13})\/([a-z-]+)(?:\/([0-9a-f-]{36}))?\/?$/
/** In the register a thing is named by its id, or a field of evaluation by its number. */
const REGISTER = /^\/office\/register\/([a-z-]+)(?:\/([0-9a-f-]{36}|\d{3}))?\/?$/

export function placeAt(path: string): Place {
  const [whole, folder, number, page, id] = NUMBERED.exec(path) ?? []
  if (whole !== undefined && number !== undefined && page !== undefined) {
    return { page, of: folder === 'sites' ? 'site' : 'company', number, id: id ?? null }
  }
  const [inRegister, task, one] = REGISTER.exec(path) ?? []
  return inRegister !== undefined && task !== undefined ? { page: task, of: 'register', number: '', id: one ?? null } : { page: 'home' }
}

export function pathOf(of: Of, number: string, page: string, id?: string): string {
  const folder = of === 'register' ? FOLDERS[of] : `${FOLDERS[of]}/${number}`
  return `${HOME}/${folder}/${page}${id === undefined ? '' : `/${id}`}`
}

const MOVED = 'office-moved'

/** Goes to another page of the office. */
export function goTo(path: string): void {
  history.pushState(null, '', path)
  dispatchEvent(new Event(MOVED))
  scrollTo(0, 0)
}

/** Follows the address; links inside the office change it without loading a page. */
export function usePlace(): Place {
  const [path, setPath] = useState(location.pathname)
  useEffect(() => {
    const moved = () => setPath(location.pathname)
    const clicked = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link === null || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || link.download !== '') {
        return
      }
      const to = new URL(link.href)
      if (to.origin === location.origin && (to.pathname === HOME || to.pathname.startsWith(`${HOME}/`))) {
        event.preventDefault()
        goTo(to.pathname)
      }
    }
    addEventListener('popstate', moved)
    addEventListener(MOVED, moved)
    addEventListener('click', clicked)
    return () => {
      removeEventListener('popstate', moved)
      removeEventListener(MOVED, moved)
      removeEventListener('click', clicked)
    }
  }, [])
  return placeAt(path)
}
