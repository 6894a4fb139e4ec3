/** The text that a worker sends to the company: who, which day, why it stopped, what is asked for, until when. */
import type { DayDetail } from '../../api/schema'
import type { Words } from '../../i18n/ja'

export function tellText({ workDate, visits }: DayDetail, site: string, me: { name: string; number: string }, ja: Words): string | null {
  const visit = visits.find((one) => one.site.number === site)
  const reason = visit?.chain.find(({ state }) => state === 'stopped')?.reason ?? null
  if (visit === undefined || reason === null) {
    return null
  }
  return [
    `${me.name}です（技能者番号 ${me.number}）。`,
    `${ja.dateWithWeekday(workDate)}の記録が止まっています。`,
    `現場：${visit.site.name ?? `番号 ${visit.site.number}`}`,
    `わけ：${reason.why}`,
    `お願い：${reason.what}（${reason.who}・${reason.where}）`,
    ...(reason.until === null ? [] : [`期限：${ja.dateWithWeekday(reason.until)}`]),
  ].join('\n')
}
