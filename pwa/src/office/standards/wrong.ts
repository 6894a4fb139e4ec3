/** What is wrong with a version that is written, and where: known to every field of its form. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { idOf } from './draft'

export interface WrongPlace {
  /** As the server names it: `$.levels[0].days`. */
  place: string
  why: string
}

export const Wrong = createContext<WrongPlace | null>(null)

/** What is wrong at a place, or at something inside it. */
export function useWrong(place: string): string | null {
  const wrong = useContext(Wrong)
  return wrong !== null && isAt(wrong.place, place) ? wrong.why : null
}

/** Whether a place is another one or lies inside it. */
export function isAt(wrong: string, place: string): boolean {
  return wrong === place || wrong.startsWith(`${place}[`) || wrong.startsWith(`${place}.`)
}

/** Leads to the field that is wrong; the nearest around it where it has none of its own. */
export function goToWrong(place: string): void {
  for (let at = place; at.length > 1; at = at.replace(/[.[][^.[]*$/, '')) {
    const found = document.querySelector(`#${CSS.escape(idOf(at))}`)
    if (found instanceof HTMLElement) {
      found.scrollIntoView({ block: 'center' })
      found.focus({ preventScroll: true })
      return
    }
  }
}
