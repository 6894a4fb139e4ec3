/** One file to take away. Without a network it says so; a refusal says why. */
import './data.css'
import { useState } from 'preact/hooks'
import { Refused, reasonOf } from '../../api/client'
import { workDateAt } from '../../i18n/dates'
import { say, useLanguage, useWords } from '../../i18n/words'
import { Icon, type IconName } from '../../ui/Icon'
import { Reason } from '../../ui/Reason'
import { type Trouble, doubtSession } from '../passport/watch'
import { type FilePath, download, inLanguage, onlyByLink } from './download'
import { words } from './words'

interface Props {
  path: FilePath
  icon: IconName
  name: string
  holds?: string
}

export function Download({ path, icon, name, holds }: Props) {
  const w = words.use()
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const href = inLanguage(path, language)

  const fetchIt = async () => {
    setBusy(true)
    setTrouble(null)
    try {
      await download(href, language)
    } catch (cause) {
      setTrouble(troubleOf(cause))
      if (cause instanceof Refused && cause.problem.status === 401) {
        doubtSession()
      }
    }
    setBusy(false)
  }

  return (
    <li class="file">
      <a
        href={href}
        download
        aria-busy={busy}
        onClick={(event) => {
          if (!navigator.onLine) {
            event.preventDefault()
            setTrouble('offline')
          } else if (!onlyByLink()) {
            event.preventDefault()
            void (busy || fetchIt())
          }
        }}
      >
        <Icon name={icon} size={28} />
        <span>
          <b>{say(name)}</b>
          {holds !== undefined && <small>{say(holds)}</small>}
          <small role="status">{busy && say(w.making)}</small>
        </span>
        <Icon name="take" size={24} />
      </a>
      {trouble !== null && <WhyNot trouble={trouble} />}
    </li>
  )
}

function WhyNot({ trouble }: { trouble: Trouble }) {
  const t = useWords()
  const w = words.use()
  if (typeof trouble === 'object') {
    return (
      <div role="alert">
        <Reason reason={reasonOf(trouble)} tone="stop" today={workDateAt(Date.now())} />
      </div>
    )
  }
  return (
    <div class="why wait" role="alert">
      <p class="because">{say(t.trouble[trouble])}</p>
      <p>{say(w.online)}</p>
    </div>
  )
}

function troubleOf(cause: unknown): Trouble {
  if (cause instanceof Refused) {
    return cause.problem
  }
  return navigator.onLine ? 'unreachable' : 'offline'
}
