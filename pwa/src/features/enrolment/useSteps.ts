/** Which of a page's screens is shown. Each step forward stands in the browser's history, so that Android's back undoes it. */
import { useEffect, useState } from 'preact/hooks'

const read = () => (history.state as { step?: number } | null)?.step ?? 0

export function useSteps(): [number, (step: number) => void] {
  const [step, setStep] = useState(read)
  useEffect(() => {
    const follow = () => setStep(read())
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const go = (next: number) => {
    history.pushState({ inside: true, step: next }, '')
    setStep(next)
    scrollTo(0, 0)
  }
  return [step, go]
}
