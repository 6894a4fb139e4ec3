/** Where anybody checks a pass: a word on a ground, what the role needs, and what a red result does not mean. */
import './check.css'
import '../../ui/Button.css'
import { useEffect, useState } from 'preact/hooks'
import { say, useLanguage, useWords } from '../../i18n/words'
import { Shapes } from '../../ui/Shapes'
import { useSeconds } from '../pass/usePass'
import { HowTo, Passed, Stopped, Unknown } from './Results'
import { type Result, check } from './checking'
import { words } from './words'

export { words }

export function Page() {
  const t = useWords()
  const w = words.use()
  const { text, result, again } = useCheck(useLanguage())
  const now = useSeconds(result?.kind === 'found' ? result.found.ahead : 0)
  return (
    <>
      <header class="bar">
        <p class="brand grow">{say(w.title)}</p>
        {result?.kind === 'found' && result.found.sample && <span class="sample">{t.sample}</span>}
      </header>
      {text === '' && <HowTo />}
      {text !== '' && result === null && (
        <main>
          <h1 class="vh">{say(w.checking)}</h1>
          <Shapes heights={[252, 128, 96]} />
        </main>
      )}
      {result?.kind === 'unable' && <Unknown why={result.why} again={again} />}
      {result?.kind === 'found' && result.found.finding === 'valid' && <Passed found={result.found} now={now} again={again} />}
      {result?.kind === 'found' && result.found.finding !== 'valid' && <Stopped found={result.found} finding={result.found.finding} />}
    </>
  )
}

/** Takes the code out of the address, so that the checker's browser does not remember whom it was about. */
function takeCode(): string {
  const code = location.hash.slice(1)
  if (code !== '') {
    history.replaceState(history.state, '', location.pathname)
  }
  return code
}

function useCheck(language: string) {
  /** A new object for each scan, also of the same code. */
  const [scan, setScan] = useState(() => ({ text: takeCode() }))
  const [result, setResult] = useState<Result | null>(null)
  useEffect(() => {
    const follow = () => {
      const text = takeCode()
      if (text !== '') {
        setScan({ text })
      }
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  useEffect(() => {
    let over = false
    setResult(null)
    if (scan.text !== '') {
      void check(scan.text, language, (found) => over || setResult(found))
    }
    return () => {
      over = true
    }
  }, [scan, language])
  return { text: scan.text, result, again: () => setScan({ ...scan }) }
}
