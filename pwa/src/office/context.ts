/** What every page of the office knows: its words, its language, and which roles one has. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { HeldRole } from '../api/schema'
import type { Language } from '../i18n/languages'
import { type OfficeWords, ja } from './words'

interface Known {
  t: OfficeWords
  language: Language
  roles: readonly HeldRole[]
}

export const Office = createContext<Known>({ t: ja, language: 'ja', roles: [] })

export const useOffice = () => useContext(Office)
