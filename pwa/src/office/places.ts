/** Where one is in the office: which page, of which company or site. */
import { useEffect, useState } from 'preact/hooks'

export const HOME = '/office'

export type Place = { page: 'home' } | { page: 'board' | 'approvals'; site: string } | { page: 'workers'; company: string }

const SITE = /^\/office\/sites\/(9\d{13})\/(board|approvals)$/
const COMPANY = /^\/office\/companies\/(9\d{13})\/workers$/

export function placeAt(path: string): Place {
  const [, site, page] = SITE.exec(path) ?? []
  if (site !== undefined) {
    return { page: page as 'board' | 'approvals', site }
  }
  const company = COMPANY.exec(path)?.[1]
  return company === undefined ? { page: 'home' } : { page: 'workers', company }
}

export const boardOf = (site: string) => `${HOME}/sites/${site}/board`
export const approvalsOf = (site: string) => `${HOME}/sites/${site}/approvals`
export const workersOf = (company: string) => `${HOME}/companies/${company}/workers`

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
        history.pushState(null, '', to.pathname)
        moved()
        scrollTo(0, 0)
      }
    }
    addEventListener('popstate', moved)
    addEventListener('click', clicked)
    return () => {
      removeEventListener('popstate', moved)
      removeEventListener('click', clicked)
    }
  }, [])
  return placeAt(path)
}
