import type { Words } from './ja'

export const words: Words = {
  wrong: {
    open: '时间或工地不对',
    title: '这条记录有误时',
    question: '哪里不对？',
    kinds: { wrongTimes: '进场或退场时间不对', notThere: '我没有去过这个工地', somethingElse: '其他，如工种或公司' },
    note: '实际情况是怎样的？',
    missing: { kind: '请选择一项', note: '请简单写明实际情况' },
    send: '发送',
    after: '得到答复之前，现有记录保持不变',
  },
  answer: {
    about: { missedDay: '对申请的答复', wrongTimes: '更正时间', notThere: '“我没有去”的说明', somethingElse: '关于这条记录的说明' },
    waiting: '正在等待总承包商的答复',
    refused: '总承包商没有同意',
    refusedNote: '不明白原因时，请问工地办公室。期限之前可以再次发送。',
  },
  tell: {
    company: '告诉公司',
    ready: '日文内容已经写好，您看过之后再发送。',
    copied: '内容已复制，可以粘贴到邮件或聊天中。',
    byHand: '请把这段话给公司看',
  },
}
