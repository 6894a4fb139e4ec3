import type { Words } from './ja'

export const words: Words = {
  wrong: {
    open: 'Time or site is wrong',
    title: 'When this record is wrong',
    question: 'What is wrong?',
    kinds: {
      wrongTimes: 'The time in or out',
      notThere: 'I was not at this site',
      somethingElse: 'Something else, such as trade or company',
    },
    note: 'How was it really?',
    missing: { kind: 'Please choose one', note: 'Please say in a word how it was' },
    send: 'Send',
    after: 'Until there is an answer, the record stays as it is',
  },
  answer: {
    about: {
      missedDay: 'Answer to your claim',
      wrongTimes: 'Correction of the times',
      notThere: '“I was not there”',
      somethingElse: 'About this record',
    },
    waiting: 'Waiting for the prime contractor’s answer',
    refused: 'The prime contractor said no',
    refusedNote: 'If you do not see why, ask at the site office. You can send it again until the deadline.',
  },
  tell: {
    company: 'Tell the company',
    ready: 'The text is ready, in Japanese. You see it before it goes.',
    copied: 'The text is copied. Paste it into a mail or chat.',
    byHand: 'Show this text to your company',
  },
}
