/** One application on this phone: every change is kept here at once, and saved as soon as the server is there. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Wish, getApplication, getForm, saveApplication } from '../../api/applications'
import type { Application, ApplicationChange, ApplicationForm } from '../../api/schema'
import { put, remove, take } from '../../offline/store'
import { type Trouble, troubleOf } from '../passport/watch'
import { type Changes, contested, stillUnsaved } from './writing'

const PAUSE_MS = 600

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

  const saveOnce = async (): Promise<Application | null> => {
    const { seen, unsaved } = now.current
    if (seen === null || Object.keys(unsaved).length === 0) {
      return seen
    }
    const saved = await saveApplication(id, wishOf(seen), seen.turn, unsaved, language)
    set({
      seen: saved,
      unsaved: stillUnsaved(now.current.unsaved, unsaved),
      contested: { ...now.current.contested, ...contested(saved, unsaved) },
      trouble: null,
    })
    keep()
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
  const saveSoon = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save().catch((cause: unknown) => set({ trouble: troubleOf(cause) })), PAUSE_MS)
  }

  useEffect(() => {
    over.current = false
    const open = async () => {
      const unsaved = (await take<Changes>('drafts', key).catch(() => undefined)) ?? {}
      set({ unsaved })
      try {
        const seen = await getApplication(id, language)
        set({ seen, form: await getForm(id, language), trouble: null })
        if (Object.keys(now.current.unsaved).length > 0) {
          saveSoon()
        }
      } catch (cause) {
        set({ trouble: troubleOf(cause) })
      }
    }
    const again = () => (now.current.seen === null || now.current.form === null ? void open() : saveSoon())
    addEventListener('online', again)
    addEventListener('again', again)
    void open()
    return () => {
      over.current = true
      clearTimeout(timer.current)
      void save().catch(ignore)
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
    show: (seen) => set({ seen }),
  }
}

function wishOf({ kind, proxy, company, worker }: Application): Wish {
  const number = proxy?.number ?? company?.number
  return { kind, ...(number !== undefined && { company: number }), ...(proxy !== null && worker !== null && { worker: worker.number }) }
}

function ignore(): void {
  // It stays on the phone and is tried again.
}
