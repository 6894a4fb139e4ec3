import { lateWords } from '../../i18n/late'
import type { Words } from './words/ja'

export const words = lateWords<Words>({
  ja: () => import('./words/ja'),
  'ja-x-easy': () => import('./words/ja-easy'),
  en: () => import('./words/en'),
  vi: () => import('./words/vi'),
  zh: () => import('./words/zh'),
  id: () => import('./words/id'),
  my: () => import('./words/my'),
})
