/** A page of the office that comes when it is first wanted. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { State } from './State'

export function later<P extends object>(load: () => Promise<{ Page: ComponentType<P> }>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null
  return function Later(props: P) {
    const [Page, setPage] = useState<ComponentType<P> | null>(() => loaded)
    const [failed, setFailed] = useState(false)
    useEffect(() => {
      let over = false
      const bring = async () => {
        try {
          loaded ??= (await load()).Page
          if (!over) {
            setPage(() => loaded)
            setFailed(false)
          }
        } catch {
          if (!over) {
            setFailed(true)
          }
        }
      }
      void bring()
      addEventListener('again', bring)
      return () => {
        over = true
        removeEventListener('again', bring)
      }
    }, [])
    return Page === null ? <State trouble={failed ? 'unreachable' : null} /> : <Page {...props} />
  }
}
