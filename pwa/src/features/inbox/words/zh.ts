import type { Words } from './ja'

export const words: Words = {
  title: '通知',
  unread: '新',
  today: '今天',
  none: '还没有通知',
  noneNote: '某一天被计入或停住时，会在这里通知您。',
  keptFor: '最近30天的通知',
}
