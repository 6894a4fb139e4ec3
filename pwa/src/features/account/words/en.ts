import type { Words } from './ja'

export const words: Words = {
  close: 'Close',
  keep: 'Leave it as it is',
  busy: 'Sending',
  mayAsk: 'The phone may ask for your face, finger or PIN.',
  notDone: 'Nothing has changed yet. Press again where there is a signal.',
  door: 'To the first screen',
  noAnswer: {
    notConfirmed: 'It could not be confirmed that it is you. Press again.',
    alreadyHere: 'This phone already holds a key of yours.',
    noKey: 'You have no passkey yet. Enter again from the first screen.',
    notPossible: 'Passkeys do not work in this window. Open it in your usual browser.',
  },

  keys: {
    title: 'Passkeys',
    passkeys: 'Your keys',
    what: 'They open by face, finger or PIN. There is no number to remember.',
    inUse: 'In use now',
    addedOn: (day) => `Added ${day}`,
    usedOn: (day) => `Last used ${day}`,
    synced: 'Also on other devices',
    last: 'The last one cannot be stopped, for you could not get in any more. Add another one first.',
    stop: 'Stop',
    stopTitle: 'Stop this key?',
    stopNote: 'It will open nothing any more, and wherever it was used you are signed out.',
    stopThis: 'You are signed out here too, now.',
    stopIt: 'Stop the key',
    stopped: 'The key is stopped',
    added: 'The key is added',
    add: 'Add a key',
    addNote: 'With a second one you get in when a phone breaks. It may lie on another phone or on a security key.',
    name: 'Name of the key',
    nameless: 'My passkey',
    make: 'Make it by face, finger or PIN',
  },

  places: {
    title: 'Where you are signed in',
    here: 'Here',
    unknown: 'A device without a name',
    since: (at) => `Since ${at}`,
    signOut: 'Sign out',
    allOut: 'Sign out everywhere else',
    out: 'Signed out there',
    onlyHere: 'You are signed in nowhere else.',
  },

  lost: { title: 'Something lost' },

  taken: {
    title: 'Your registration is being moved to another phone',
    since: 'Begun',
    opens: 'Can be moved from',
    notMe: 'If you did not begin this, stop it at once.',
    stop: 'Stop it',
    me: 'If you did, leave it as it is.',
  },

  phone: {
    title: 'I have lost my phone',
    safe: 'Your records are kept in the register. They are not lost with the phone.',
    steps: [
      {
        when: 'If you can still get in on another device',
        what: 'Under “Where you are signed in”, sign the lost phone out. Stop its passkey too.',
      },
      {
        when: 'If you cannot',
        what: 'Go to your company’s office or the operator’s desk with your card, and say the card’s four digits.',
      },
      { when: 'After 24 hours', what: 'The code from the office lets you in on a new phone.' },
    ],
    why: 'The 24 hours are there so that you can stop somebody who tries to move your account.',
    noCalls: 'There is no telephone number for this.',
    out: 'Sign the lost phone out',
    newPhone: 'Get in on a new phone',
    withCode: 'If you have a code from an office',
  },

  card: {
    title: 'I have lost my card',
    stranger: 'Signed in, you can stop the card here. If you cannot, tell your company or the operator’s desk.',
    good: (day) => `Your card is good until ${day}.`,
    none: 'There is no card in your name.',
    stopSoon: 'Stop it soon, so that nobody else uses it.',
    stop: 'Stop the card',
    tell: 'Tell your company too: it applies for the new card.',
    sure: 'Stop the card?',
    points: [
      'From now on taps with this card do not count.',
      'A stopped card cannot be used again, even if you find it.',
      'Your company applies for a new one.',
      'Days you work until it comes can be claimed under History.',
      'Everything recorded so far stays.',
    ],
    stoppedAt: (at) => `Stopped on ${at}.`,
    claim: 'Claim a day I worked',
    claimNote: 'Days without a card can be claimed under History too',
  },
}
