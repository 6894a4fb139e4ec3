/** The road as it was last seen; asked for anew, a moment after home stands, when a day was counted since. */
import { useEffect, useState } from 'preact/hooks'
import { type RoadAnswer, getRoad } from '../../api/road'
import { useLanguage } from '../../i18n/words'
import { type Page, findPage, keepPage, recall } from '../../offline/kept'

const PATH = 'road'
/** Nobody waits for it. */
const LATER_MS = 2_000

/** For how many counted days it was asked for since the app was opened, and in which language. */
let asked = ''

export function useKeptRoad(live: boolean, days: number): RoadAnswer | null {
  const language = useLanguage()
  const [page, setPage] = useState<Page<RoadAnswer> | null>(() => recall(language, PATH))
  useEffect(() => {
    let over = false
    const find = async () => {
      const kept = recall<RoadAnswer>(language, PATH) ?? (await findPage<RoadAnswer>(language, PATH))
      if (!over) {
        setPage(kept)
      }
    }
    void find()
    return () => {
      over = true
    }
  }, [language])

  const wanted = `${language} ${days}`
  useEffect(() => {
    if (!live || asked === wanted) {
      return undefined
    }
    const control = new AbortController()
    const ask = async () => {
      const answered = await getRoad(language, control.signal)
      asked = wanted
      void keepPage(language, PATH, answered)
      if (!control.signal.aborted) {
        setPage(answered)
      }
    }
    const timer = setTimeout(() => void ask().catch(ignore), LATER_MS)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [live, wanted])
  return page?.answer ?? null
}

function ignore(): void {
  // What is kept stays; it is asked for at the next start.
}
