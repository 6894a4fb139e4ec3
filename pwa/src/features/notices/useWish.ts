/** What is wished of notices: shown at once, sent a moment after the last change, and taken back where it could not be kept. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { putNoticeSettings } from '../../api/notices'
import type { How, NoticeSettings, NoticeTopic, TopicName } from '../../api/schema'
import { useLanguage } from '../../i18n/words'
import { wishOf } from './keeping'
import { type Doing, useDoing } from './useDoing'

/** A clock that is being set changes more than once. */
const A_MOMENT_MS = 700

export type Part = 'times' | TopicName

const told = (one: NoticeTopic, how: How): NoticeTopic => ({ ...one, how })

export interface Wishing {
  shown: NoticeSettings
  /** How far the sending is, where that part of the page was changed last. */
  doing: (part: Part) => Doing | null
  setTimes: (times: Partial<Pick<NoticeSettings, 'quietFrom' | 'quietUntil' | 'digestAt'>>) => void
  setTopic: (topic: TopicName, how: How) => void
}

export function useWish(answer: NoticeSettings): Wishing {
  const language = useLanguage()
  const doing = useDoing()
  const [wish, setWish] = useState<NoticeSettings | null>(null)
  const [part, setPart] = useState<Part | null>(null)
  const waiting = useRef<(() => void) | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Whoever leaves the page within that moment has changed it all the same.
  useEffect(() => () => waiting.current?.(), [])

  const shown = wish ?? answer
  const set = (changed: Part, next: NoticeSettings) => {
    setWish(next)
    setPart(changed)
    clearTimeout(timer.current)
    const send = () => {
      clearTimeout(timer.current)
      waiting.current = null
      void doing.run(() => putNoticeSettings(wishOf(next, language), language)).then((stopped) => stopped !== null && setWish(null))
    }
    waiting.current = send
    timer.current = setTimeout(send, changed === 'times' ? A_MOMENT_MS : 0)
  }
  return {
    shown,
    doing: (asked) => (asked === part ? doing : null),
    setTimes: (times) => set('times', { ...shown, ...times }),
    setTopic: (topic, how) => set(topic, { ...shown, topics: shown.topics.map((one) => (one.topic === topic ? told(one, how) : one)) }),
  }
}
