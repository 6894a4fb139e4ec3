/** How old the content is: a green disc while it is live, an amber diamond when it may have changed since. */
import './DataDate.css'
import { say } from '../i18n/words'

export function DataDate({ text, live }: { text: string; live: boolean }) {
  return <span class={live ? 'datadate num' : 'datadate stale num'}>{say(text)}</span>
}
