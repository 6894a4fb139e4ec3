/** Days as an office reads them: 11月20日（金）, Fri 20 Nov; the year where it is another one. */
import type { Day } from '../api/schema'
import { dayInJapan, dayParts } from '../i18n/dates'

const WEEK = { ja: ['日', '月', '火', '水', '木', '金', '土'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

export function sayDay(day: Day, language: 'ja' | 'en', now: number = Date.now()): string {
  const { year, month, day: date, weekday } = dayParts(day)
  const other = dayInJapan(now).slice(0, 4) !== day.slice(0, 4)
  const week = WEEK[language][weekday] ?? ''
  if (language === 'ja') {
    return `${other ? `${year}年` : ''}${month}月${date}日（${week}）`
  }
  return `${week} ${date} ${MONTHS[month - 1] ?? ''}${other ? ` ${year}` : ''}`
}
