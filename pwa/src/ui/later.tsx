/** A page that comes when it is first wanted, with its words; the first screen does not wait for it. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Address } from '../addresses'
import { NothingKept } from '../features/passport/NothingKept'
import type { LateWords } from '../i18n/late'
import { useLanguage } from '../i18n/words'
import { TabBar } from './TabBar'

interface Late<P> {
  Page: ComponentType<P>
  words?: LateWords<unknown> | LateWords<unknown>[]
}

/** `at` is the tab under which the page lies; none where there is no way around. */
export function later<P extends object>(load: () => Promise<Late<P>>, at: Address | null = null): ComponentType<P> {
  let loaded: Late<P> | null = null
  return function Later(props: P) {
    const language = useLanguage()
    const [shown, setShown] = useState<{ Page: ComponentType<P>; language: string } | null>(null)
    const [failed, setFailed] = useState(false)
    useEffect(() => {
      let over = false
      const bring = async () => {
        try {
          const late = (loaded ??= await load())
          await Promise.all([late.words ?? []].flat().map((words) => words.load(language)))
          if (!over) {
            setShown({ Page: late.Page, language })
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
    }, [language])
    if (shown !== null) {
      return <shown.Page {...props} />
    }
    return (
      <>
        <main class="alone">{failed && <NothingKept trouble={navigator.onLine ? 'unreachable' : 'offline'} />}</main>
        {at !== null && <TabBar at={at} />}
      </>
    )
  }
}
