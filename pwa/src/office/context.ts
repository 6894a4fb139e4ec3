/** What every page of the office knows: its words and its language. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '../i18n/languages'
import { type OfficeWords, ja } from './words'

export const Office = createContext<{ t: OfficeWords; language: Language }>({ t: ja, language: 'ja' })

export const useOffice = () => useContext(Office)
