import type { Words } from './ja'

export const words: Words = {
  title: 'Settings',
  places: {
    notices: { name: 'Notices', holds: 'Where, when and of what you are told' },
    keys: { name: 'Passkeys', holds: 'Your keys, and where you are signed in' },
    lost: { name: 'Something lost', holds: 'Phone, card' },
    employers: { name: 'Employers', holds: 'Answer offers, change company' },
    applications: { name: 'Applications', holds: 'Register, change, renew' },
    data: { name: 'Registration, take-away', holds: 'All your records, in your own hands' },
    viewers: { name: 'Who looked at me', holds: 'Who, and what for' },
  },
  look: 'Colours',
  looks: { system: 'As the phone', light: 'Light', dark: 'Dark', sun: 'Outdoors (sunlight)' },
  size: 'Text size',
  sizes: { 100: 'Normal', 125: 'Large', 150: 'Larger', 200: 'Largest' },
  leaveNote: 'What is kept on this phone is wiped too.',
  leaving: (n) => `${n} unsent ${n === 1 ? 'claim' : 'claims'} will be lost too.`,
}
