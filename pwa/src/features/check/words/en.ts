import type { Words } from './ja'

export const words: Words = {
  title: 'Worker Passport check',
  valid: 'Valid',
  past: 'Was valid',
  pastNote: 'Time has passed. To know about now, scan the pass again.',
  invalid: 'Not valid',
  unable: 'Not known yet',
  checking: 'Checking',
  at: (day, time) => `Checked ${day}, ${time}`,

  number: 'Worker number',
  born: 'Date of birth',
  bornOn: (year, date) => `${date}, ${year}`,
  pass: 'This pass',
  left: (seconds) => `${seconds} s left`,

  told: 'You see only what is on this screen. The person is told that you looked.',
  asking: 'Asking the register, too.',
  notAsked: 'The register could not be asked. A pass that was stopped a short while ago cannot be told here.',
  again: 'Check again',
  offline: 'Can be checked without a signal',
  signed: (month) => `signed ${month}`,

  who: 'Who',
  what: 'What',
  when: 'When',
  wrong: {
    too_old: {
      title: 'The pass is too old',
      text: 'It may be a picture of a screen, or a screen that was left open.',
      who: 'The person who shows it',
      what: 'Open “Show” in the app again',
      when: 'Now; it takes seconds',
    },
    from_future: {
      title: 'The clocks do not agree',
      text: 'The code’s time lies ahead of now. The clock of one of the two phones is wrong.',
      who: 'The person who shows it, and you',
      what: 'Let the phone set its clock by itself',
      when: 'Now; it takes a minute',
    },
    not_ours: {
      title: 'This pass was not made here',
      text: 'It may be another code, or it was misread.',
      who: 'The person who shows it',
      what: 'Open “Show” in the app and show that code',
      when: 'Now; it takes seconds',
    },
    certificate_over: {
      title: 'The pass has run out',
      text: 'The phone may have been without a signal for long.',
      who: 'The person who shows it',
      what: 'Open “Show” where there is a signal',
      when: 'As soon as there is a signal',
    },
    key_ended: {
      title: 'That phone is signed out',
      text: 'It may be the screen of a phone used before.',
      who: 'The person who shows it',
      what: 'Sign in to the app and open “Show”',
      when: 'Now; it takes a few minutes',
    },
    card_revoked: {
      title: 'There is no card that is good',
      text: 'The card was stopped, or has run out.',
      who: 'The worker’s company',
      what: 'Renew the card, or register the new one',
      when: 'Once the new card is registered',
    },
    worker_removed: {
      title: 'The registration has ended',
      text: 'The register has no such worker now.',
      who: 'The person, and the operator’s desk',
      what: 'Have the registration restored at the desk',
      when: 'While the desk is open',
    },
  },
  shownAt: (time) => `The code was made at ${time}. `,
  meaning: 'This does not mean that the person has lost a qualification.',

  cannot: {
    noKeys: {
      title: 'This phone has no keys to check with yet',
      text: 'It has never checked a pass before, and cannot fetch the keys just now.',
      who: 'You',
      what: 'Scan the pass again where there is a signal',
      when: 'Once is enough; then it works without one',
    },
    olderKeys: {
      title: 'The keys on this phone are older than the pass',
      text: 'Without a signal such a pass cannot be checked here.',
      who: 'You',
      what: 'Scan the pass again where there is a signal',
      when: 'As soon as there is a signal',
    },
    noCrypto: {
      title: 'This browser cannot check a pass',
      text: 'And the register could not be reached.',
      who: 'You',
      what: 'Scan where there is a signal, or with a newer browser',
      when: 'Now',
    },
  },
  nothingKept: 'Nothing was kept on this phone. If it is urgent, look at the card.',

  empty: 'Scan the code of a pass',
  emptyHow: [
    'Ask the person to open “Show” in the app',
    'Point your phone’s camera at the code',
    'Open the address that appears; the result is shown here',
  ],
}
