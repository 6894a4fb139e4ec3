/** Tells the company of a day that stopped: a text in Japanese, seen before it goes, by whatever the phone shares with. */
import '../../ui/Button.css'
import { useState } from 'preact/hooks'
import { getDay } from '../../api/client'
import type { Day, DayDetail } from '../../api/schema'
import { ja } from '../../i18n/ja'
import { say } from '../../i18n/words'
import { words } from '../claims/words'
import { tellText } from './telling'
import { usePage } from './usePage'

interface Props {
  day: Day
  /** The number of the site where it stopped. */
  site: string
  me: { name: string; number: string }
}

type Told = 'no' | 'copied' | 'by hand'

export function TellCompany({ day, site, me }: Props) {
  const w = words.use()
  const [told, setTold] = useState<Told>('no')
  // The company reads Japanese, whatever the worker reads.
  const { answer } = usePage<DayDetail>(`days/${day}`, getDay(day), 'ja', null)
  const text = answer === null ? null : tellText(answer, site, me, ja)
  if (text === null) {
    return null
  }
  const tell = async () => {
    try {
      if ('share' in navigator) {
        await navigator.share({ text })
      } else {
        await copy(text)
        setTold('copied')
      }
    } catch (cause) {
      // Closing the phone's own sheet is an answer too; anything else leaves the text to be shown.
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) {
        setTold('by hand')
      }
    }
  }
  return (
    <div class="tell">
      <button type="button" class="btn main" onClick={() => void tell()}>
        <span>{say(w.tell.company)}</span>
      </button>
      <p class="cap" role="status">
        {say(told === 'no' ? w.tell.ready : told === 'copied' ? w.tell.copied : w.tell.byHand)}
      </p>
      {told !== 'no' && (
        <blockquote class="answer" lang="ja">
          {text.split('\n').map((line) => (
            <p key={line}>{line}</p>
          ))}
        </blockquote>
      )}
    </div>
  )
}

function copy(text: string): Promise<void> {
  return 'clipboard' in navigator ? navigator.clipboard.writeText(text) : Promise.reject(new Error('no clipboard'))
}
