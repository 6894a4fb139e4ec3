/**
 * One application on this phone: every change is kept here at once, and saved as soon as the server is there.
 *
 * What the server said last is kept too, so that it opens without a network; signing out forgets that, and keeps what was
 * typed for the same person's return.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Wish, getApplication, getForm, saveApplication } from '../../api/applications'
import type { Application, ApplicationChange, ApplicationForm, ApplicationLine } from '../../api/schema'
import { Refused } from '../../api/client'
import { dropPage, findPage, keepPage, turnOfKeeping } from '../../offline/kept'
import { put, remove, take } from '../../offline/store'
import { type Trouble, troubleOf } from '../passport/watch'
import { type Changes, contested, listed, stillUnsaved } from './writing'

const PAUSE_MS = 600
const AGAIN_MS = 5_000
export const LIST = 'applications'
/** What the server answers where it was taken back, here or elsewhere. */
const NOTHING_THERE = 404

/** What the server said last. */
interface Seen {
  seen: Application
  form: ApplicationForm
}

export interface Writing {
  seen: Application | null
  form: ApplicationForm | null
  unsaved: Changes
  /** What was written here, where another device wrote something else. */
  contested: Changes
  trouble: Trouble | null
  change: (item: string, to: ApplicationChange) => void
  /** Decides for what was written here, or for what stands there. */
  settle: (item: string, mine: boolean) => void
  /** Saves what is not saved yet; throws what the server says. */
  save: () => Promise<Application | null>
  show: (seen: Application) => void
}

export function useApplication(id: string, language: string): Writing {
  const [state, setState] = useState<Pick<Writing, 'seen' | 'form' | 'unsaved' | 'contested' | 'trouble'>>({
    seen: null,
    form: null,
    unsaved: {},
    contested: {},
    trouble: null,
  })
  const now = useRef(state)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const saving = useRef<Promise<Application | null> | null>(null)
  const over = useRef(false)
  /** Whether the server has said so since the page was opened. */
  const live = useRef(false)
  const ofTurn = useRef(turnOfKeeping()).current
  const key = `application ${id}`

  const set = (part: Partial<typeof state>) => {
    now.current = { ...now.current, ...part }
    if (!over.current) {
      setState(now.current)
    }
  }
  const keep = () => {
    const { unsaved } = now.current
    const kept = Object.keys(unsaved).length === 0 ? remove('drafts', key) : put('drafts', key, unsaved)
    kept.catch(ignore)
  }
  const keepSeen = () => {
    const { seen, form } = now.current
    if (seen !== null && form !== null && ofTurn === turnOfKeeping()) {
      void keepPage<Seen>(language, key, { seenAt: seen.changedAt, answer: { seen, form } })
      void keepListed(language, seen)
    }
  }

  const saveOnce = async (): Promise<Application | null> => {
    const { seen, unsaved } = now.current
    if (seen === null || Object.keys(unsaved).length === 0) {
      return seen
    }
    if (!live.current) {
      // What was taken back elsewhere meanwhile is not begun anew by being saved.
      await getApplication(id, language)
    }
    const saved = await saveApplication(id, wishOf(seen), seen.turn, unsaved, language)
    set({
      seen: saved,
      unsaved: stillUnsaved(now.current.unsaved, unsaved),
      contested: { ...now.current.contested, ...contested(saved, unsaved) },
      trouble: null,
    })
    keep()
    keepSeen()
    return saved
  }
  /** One save at a time; what was changed meanwhile goes with the next. */
  const save = async (): Promise<Application | null> => {
    clearTimeout(timer.current)
    while (saving.current !== null) {
      await saving.current.catch(ignore)
    }
    saving.current = saveOnce()
    try {
      return await saving.current
    } finally {
      saving.current = null
    }
  }
  /** A network that is back is not always told of, so one looks again while the page is open. */
  const stumble = (cause: unknown) => {
    set({ trouble: troubleOf(cause) })
    if (!over.current && !(cause instanceof Refused)) {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => dispatchEvent(new Event('again')), AGAIN_MS)
    }
  }
  const saveSoon = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save().catch(stumble), PAUSE_MS)
  }

  useEffect(() => {
    over.current = false
    live.current = false
    const recollect = async () => {
      const [unsaved, kept] = await Promise.all([take<Changes>('drafts', key).catch(() => undefined), findPage<Seen>(language, key)])
      set({ unsaved: unsaved ?? {}, ...kept?.answer })
    }
    const look = async () => {
      try {
        const seen = await getApplication(id, language)
        const form = await getForm(id, language)
        const { seen: kept, unsaved } = now.current
        // What was written here began at an earlier turn: from there on the server tells what another device wrote meanwhile.
        const turn = kept !== null && Object.keys(unsaved).length > 0 ? kept.turn : seen.turn
        set({ seen: { ...seen, turn }, form, trouble: null })
        live.current = true
        keepSeen()
        if (Object.keys(now.current.unsaved).length > 0) {
          saveSoon()
        }
      } catch (cause) {
        if (cause instanceof Refused && cause.problem.status === NOTHING_THERE) {
          // Nothing of it is left, so nothing of it is begun anew.
          void dropPage(key)
          set({ seen: null, unsaved: {} })
          keep()
        }
        stumble(cause)
      }
    }
    const open = async () => {
      await recollect()
      await look()
    }
    const again = () => (live.current ? saveSoon() : void look())
    addEventListener('online', again)
    addEventListener('again', again)
    void open()
    return () => {
      over.current = true
      clearTimeout(timer.current)
      if (live.current) {
        void save().catch(ignore)
      }
      removeEventListener('online', again)
      removeEventListener('again', again)
    }
  }, [id, language])

  return {
    ...state,
    change: (item, to) => {
      set({ unsaved: { ...now.current.unsaved, [item]: to } })
      keep()
      saveSoon()
    },
    settle: (item, mine) => {
      const { [item]: change, ...others } = now.current.contested
      set({ contested: others, ...(mine && change !== undefined && { unsaved: { ...now.current.unsaved, [item]: change } }) })
      keep()
      saveSoon()
    },
    save,
    show: (seen) => {
      set({ seen })
      keepSeen()
    },
  }
}

/** The list knows it too, where it is looked at without a network. */
async function keepListed(language: string, seen: Application): Promise<void> {
  const page = await findPage<{ applications: ApplicationLine[] }>(language, LIST)
  if (page !== null) {
    await keepPage(language, LIST, { ...page, answer: { applications: listed(page.answer.applications, seen) } })
  }
}

function wishOf({ kind, proxy, company, worker }: Application): Wish {
  const number = proxy?.number ?? company?.number
  return { kind, ...(number !== undefined && { company: number }), ...(proxy !== null && worker !== null && { worker: worker.number }) }
}

function ignore(): void {
  // It stays on the phone and is tried again.
}
