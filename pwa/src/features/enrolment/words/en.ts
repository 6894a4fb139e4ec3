/** English. */
import type { Words } from './ja'

export const words: Words = {
  progress: (at, of) => `Step ${at} of ${of}`,

  typed: {
    title: 'Type three numbers',
    number: { name: 'Worker number', where: '14 digits on the front of your card' },
    digits: { name: 'The card’s four digits', where: 'On the back of your card' },
    code: { name: 'One-time code', where: '8 digits from your company or a counter' },
    next: 'Next',
    noCode: 'I have no code',
    kept: 'If you close this, the worker number stays.',
    missing: {
      number: 'Type the number of 14 digits',
      typo: 'Some digit is wrong. Look at your card again',
      digits: 'Type four digits',
      code: 'Type eight digits',
    },
  },

  where: {
    title: 'Where to get a code',
    ways: [
      { what: 'Your company', how: 'The office can give you a code at once' },
      { what: 'A counter', how: 'Bring your card and get a code on the spot' },
      { what: 'The operator', how: 'Ask here when both are far away' },
    ],
    note: 'Five wrong tries lock the code. A new one works at once.',
  },

  key: {
    title: 'Make this phone your key',
    how: 'Your face or finger opens it. No number to remember.',
    stays: 'The data of your face or finger never leave this phone.',
    make: 'Use face or finger',
    again: 'Try once more',
    cannot: 'I cannot do this',
    noLock: 'There seems to be no screen lock',
    noLockHow: 'Turn it on in the phone’s settings, then open this again.',
    signIn: 'Sign in with that key',
  },

  cannot: {
    title: 'When it does not work',
    ways: [
      { what: 'No screen lock', how: 'Turn on face, finger or PIN in the phone’s settings' },
      { what: 'Nothing appears, or it stops', how: 'Update the phone and open this in Chrome or Safari' },
      { what: 'An old phone, or none', how: 'Another phone or tablet of your own will do' },
      { what: 'None of this works', how: 'Go to your company’s office or a counter with your card' },
    ],
    note: 'Touching your card counts even without a phone.',
  },

  consents: {
    title: 'How your record is used',
    newer: 'The terms are new',
    levels: 'Days worked and qualifications take you from level 1 to 4. Companies look at it when they set pay.',
    points: [
      { what: 'What is kept', how: 'Name, company, card, days worked' },
      { what: 'Who may see it', how: 'Company, site and counter, as far as work needs it' },
      { what: 'Who looked', how: 'You can see that too' },
      { what: 'Take it with you', how: 'The whole record, at any time' },
      { what: 'Leaving', how: 'Tell a counter, at any time' },
    ],
    names: { terms: 'Terms of use', data_handling: 'Your data' },
    version: (version) => `Version ${version}`,
    accepted: 'accepted',
    accept: 'Accept both and begin',
    outdated: 'The new terms can be read in the new app',
    renew: 'Update the app',
  },

  papers: {
    terms: [
      { head: 'This passport', lines: ['It is there for you to see the days you worked and your level.'] },
      {
        head: 'Key and card',
        lines: ['You lend them to nobody, and touch nobody else’s card.', 'If one is lost, you tell your company or a counter at once.'],
      },
      {
        head: 'Only what is true',
        lines: ['You claim only what is true.', 'If you find a wrong record, you say so on the page of that day.'],
      },
      {
        head: 'Days that count',
        lines: ['A day counts when it says “counted”, and only then.', 'What is expected or a guide is no promise.'],
      },
      { head: 'When there is no connection', lines: ['It may stop at times. The touch then stays in the reader and arrives later.'] },
      {
        head: 'Those who work for a company or site',
        lines: ['You look at others’ records only as far as your work needs it. They can see that you did.'],
      },
      { head: 'When the terms change', lines: ['You will be asked again on this screen.'] },
    ],
    data_handling: [
      {
        head: 'What is kept',
        lines: [
          'Name and its reading, birth date, prefecture. Trade, company, card.',
          'Of each day worked: site, times, company, position, work. Claims and corrections.',
          'When you signed in, with what kind of phone, and what you accepted when.',
        ],
      },
      { head: 'What is not kept', lines: ['The data of your face or finger never reach us. There is no password.'] },
      {
        head: 'What for',
        lines: [
          'To count days worked; for level and retirement pay; for the safety papers of a site. Not for advertising, and not for sale.',
        ],
      },
      {
        head: 'Who may see it',
        lines: [
          'Your present company sees what you see, but not your former companies.',
          'The prime contractor and the companies above yours see the worker list with your birth date.',
          'Site staff and foremen see the worker list without it.',
          'Counters and the operator, when a procedure needs it.',
        ],
      },
      {
        head: 'Who looked',
        lines: ['When somebody looks, the organisation, role, purpose and day are kept and shown to you, without the person’s name.'],
      },
      { head: 'Take it with you', lines: ['You can have the whole record as a file, or on sealed paper (PDF).'] },
      {
        head: 'Leaving',
        lines: [
          'Tell a counter, and your registration ends; signing in ends with it.',
          'The record of your days is not erased. You can have it from a counter.',
        ],
      },
      { head: 'Putting things right', lines: ['Days on the page of that day; name or company through your company or a counter.'] },
    ],
  },

  newPhone: {
    title: 'Begin on a new phone',
    before: 'First go to your company or a counter with your card and get a code.',
    waitTitle: (when) => `Opens from ${when}`,
    waits: [
      { what: 'There are 24 hours to wait', how: 'So that nobody who finds your card can take your passport' },
      { what: 'The code stays the same', how: 'Type it again here when the time has come' },
      { what: 'If you did not ask for this', how: 'Stop it in the settings of the old phone' },
    ],
    old: 'If the old phone still works, use that one.',
    understood: 'I see',
    type: 'Type the numbers',
    over: 'The wait is over. Type the same code.',
    done: 'This phone is the new key',
    doneNote: 'The old phone no longer opens your passport.',
    open: 'Open the passport',
  },

  removed: {
    title: 'The passport cannot be opened',
    note: 'The record of your days is not lost.',
  },

  invitation: {
    title: 'You are invited',
    how: 'This phone or computer becomes your key.',
    stays: 'Face, finger or screen lock opens it. Those data stay here.',
    make: 'Make the key',
    broken: 'The link is cut short',
    brokenHow: 'Open the link you were sent from beginning to end.',
  },
}
