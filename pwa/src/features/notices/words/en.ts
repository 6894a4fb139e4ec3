import type { Words } from './ja'

export const words: Words = {
  title: 'Notices',
  saved: 'Saved',
  notDone: 'Nothing has changed yet.',

  here: {
    on: 'Notices come here',
    reached: (at) => `Last reached ${at}`,
    off: 'Notices do not come here yet',
    why: 'When a touch does not count you hear it at once, and who can mend it.',
    whyOffice: 'When a reader falls silent or a term runs out, you hear it at once.',
    turnOn: 'Turn on notices',
    turnOff: 'Stop them here',
    busy: 'Turning on',
    browserAsks: 'Your browser asks next: press “Allow”. You can stop at any time.',
  },
  blocked: {
    title: 'The browser is blocking notices',
    steps: ['Press the sign to the left of the address', 'Open “Permissions” or “Site settings”', 'Set “Notifications” to “Allow”'],
    after: 'This page changes as soon as you have allowed it.',
  },
  blockedByPhone: {
    title: 'The phone’s settings are blocking notices',
    steps: ['Open the phone’s settings', 'Under “Notifications”, choose the passport', 'Allow notifications'],
    after: 'This page changes as soon as you have allowed it.',
  },
  install: {
    title: 'On an iPhone, add it to the home screen first',
    steps: ['Press “Share” in the browser', 'Choose “Add to Home Screen”', 'Open it from its new icon and sign in'],
    after: 'Then open this page again.',
  },
  cannot: {
    title: 'This browser cannot receive notices',
    steps: ['Open the passport in a newer Chrome or Safari', 'Sign in and open this page again'],
    after: 'What happened is always behind the bell on the first page.',
  },
  own: {
    dismissed: { why: 'The question was closed', what: 'Press once more and choose “Allow”.' },
    blocked: { why: 'The browser is blocking notices', what: '“Notices” in the settings says how to mend it.' },
    notKept: { why: 'This browser would not keep it', what: 'Open the passport in an ordinary window, not in a private one.' },
    noService: {
      why: 'The service that brings notices cannot be reached',
      what: 'Wait a little and press again. If it stays so, use another browser.',
    },
  },

  trial: {
    send: 'Send a trial',
    outcome: {
      sent: 'Sent. Waiting for it to arrive.',
      arrived: 'It arrived. All is well.',
      silent: 'It reached your phone. If you do not see it, look in the phone’s settings whether this browser may show notifications.',
      waiting: 'It has not arrived yet; the network may be weak. It will come later.',
      failed: 'It could not be brought. Stop notices here and turn them on again.',
    },
  },

  times: {
    title: 'When',
    quiet: 'Quiet hours',
    from: 'From',
    until: 'Until',
    quietNote: 'What happens meanwhile comes afterwards. What is urgent, such as a stopped day, comes at once.',
    digest: 'Daily, at',
    digestNote: 'What you set to “Daily” comes together at this time.',
  },

  topics: {
    title: 'About what',
    how: { atOnce: 'At once', daily: 'Daily', off: 'Off' },
    topic: {
      days: { name: 'Work days', holds: 'Stopped, counted again, corrected' },
      claims: { name: 'Claimed days', holds: 'Whether they were approved' },
      levels: { name: 'Levels and qualifications', holds: 'Reached, near, decided' },
      applications: { name: 'Applications', holds: 'Returned, decided, consent asked' },
      cards: { name: 'Card', holds: 'Sent, running out' },
      employment: { name: 'Employer', holds: 'Offered, begun, ended' },
      company: { name: 'Company registration', holds: 'Term, renewal, people not reached' },
      site: { name: 'Readers on sites', holds: 'Silent, numbers used twice' },
      news: { name: 'Letters from the operator', holds: 'Rules, disasters and the like' },
      safety: { name: 'Safety of your account', holds: 'Keys, another phone, a stopped card' },
    },
    always: 'Always',
    alwaysWhy: 'So that you notice when somebody else changes something.',
  },

  devices: {
    title: 'Where they come',
    here: 'This screen',
    unknown: 'Unnamed device',
    since: (day) => `Since ${day}`,
    reached: (at) => `Last: ${at}`,
    never: 'Never reached yet',
    remove: 'Remove',
    removed: 'Removed',
    note: 'Opening the passport on a removed device turns notices on again. Sign out a device that you do not have with you.',
    signOut: 'Where you are signed in',
  },

  mail: {
    title: 'By mail, too',
    note: 'For when the phone cannot be reached. First we send a mail that asks you to confirm.',
    address: 'Mail address',
    always: 'By mail even when the phone is reached',
    keep: 'Send the mail to confirm',
    sent: 'The mail is on its way. Press “Open” in it.',
    waiting: 'Not confirmed yet',
    on: 'Notices come here',
    remove: 'Stop',
  },

  line: {
    title: 'On LINE',
    note: 'Add the passport’s official account as a friend and send it the code.',
    get: 'Show a code',
    code: 'Code to send on LINE',
    until: (time) => `Good until ${time}`,
    linked: 'Notices come to LINE',
    remove: 'Stop',
  },

  link: {
    confirmTitle: 'Do you want notices at this address?',
    confirmNote: 'No other mail comes before you have confirmed.',
    confirm: 'Yes, send them here',
    confirmed: 'Notices come here now',
    confirmedNote: 'When and about what can be changed under “Notices” in the settings of the passport.',
    stopTitle: 'Stop mail to this address?',
    stopNote: 'Notices about terms and the safety of your account will not come to this address either.',
    stop: 'Stop mail',
    stopped: 'Mail is stopped',
    stoppedNote: 'You can begin again under “Notices” in the settings of the passport.',
    broken: 'This link cannot be used',
    brokenNote: 'Please open the link in the mail once more.',
  },

  ask: {
    title: 'Would you like notices?',
    yes: 'Turn on',
    later: 'Later',
    change: 'You can change this at any time: “Notices” in the settings.',
  },
}
