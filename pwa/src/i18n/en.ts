/** English. */
import type { Day, Month } from '../api/schema'
import { dayParts, monthParts } from './dates'
import type { Words } from './ja'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const figure = (n: number) => n.toLocaleString('en')
const plural = new Intl.PluralRules('en')
const one = (n: number) => plural.select(n) === 'one'
const days = (n: number) => `${figure(n)} ${one(n) ? 'day' : 'days'}`
const month = (value: Month) => MONTHS[monthParts(value).month - 1] ?? ''

function date(day: Day): string {
  const parts = dayParts(day)
  return `${parts.day} ${MONTHS[parts.month - 1]}`
}

export const words: Words = {
  app: 'Worker Passport',
  sample: 'SAMPLE',
  tabs: { label: 'Main', home: 'Home', history: 'History', pass: 'Show', road: 'Next level', settings: 'Settings' },

  figure,
  days,
  daysUnit: (n) => (one(n) ? 'day' : 'days'),
  dayNumber: (n) => `day ${figure(n)}`,
  date,
  dateWithYear: (day: Day) => `${date(day)} ${dayParts(day).year}`,
  dateWithWeekday: (day: Day) => `${WEEKDAYS[dayParts(day).weekday]} ${date(day)}`,
  month,
  monthWithYear: (value: Month) => `${month(value)} ${monthParts(value).year}`,
  year: (year: string) => year,
  weekdays: WEEKDAYS,
  nextDay: (time) => `${time} next day`,
  back: 'Back',

  asOf: (time) => `As of ${time}`,
  neverLoaded: 'Nothing yet',

  level: {
    name: (level) => `Level ${level}`,
    word: { 1: 'White · Beginner', 2: 'Blue · Skilled worker', 3: 'Silver · Foreman class', 4: 'Gold · Master class' },
    card: (level, name) => `Level ${level} ${name}`,
    noTrade: 'No trade registered',
    cardEnds: (n) => `Card ends in ${days(n)}`,
    cardEnded: (day) => `Card ended on ${day}`,
    toSettings: (name) => `${name} – settings`,
  },

  today: {
    title: 'Today’s record',
    counted: (day) => (day === null ? 'Today is counted' : `${day} is counted`),
    waiting: (day) => (day === null ? 'Tap received' : `${day}: tap received`),
    waitingNote: 'Not counted yet. It will be checked and then counted by itself. No need to tap again.',
    stopped: (day) => (day === null ? 'Today is stopped' : `${day} is stopped`),
    stoppedNote: 'The record of your tap is safe.',
    none: (day) => (day === null ? 'Not yet today' : `No record for ${day}`),
    noneHow: 'On site, use one of these',
    noneThen: 'This will be checked once you are connected',
    rest: 'Today is a day off',
    restHow: 'If you work, you can record it',
    siteUnknown: 'A site not registered yet',
    sites: (n) => `${n} sites`,
    entry: (time) => `In ${time}`,
    exit: (time, nextDay) => `out ${time}${nextDay ? ' next day' : ''}`,
    visit: { counted: 'counted', waiting: 'received', stopped: 'stopped' },
    ways: [
      { what: 'Tap your card on the reader', where: 'At the gate or the site office' },
      { what: 'Another way set by the site', where: 'QR, phone … ask at the morning meeting' },
      { what: 'This site has no reader', where: 'You can claim today from here' },
    ],
  },

  chain: {
    tap: 'Tap',
    workDay: 'Work day',
    retirement: 'Retirement',
    received: (time) => `${time} received`,
    counted: 'counted',
    waiting: 'waiting',
    stopped: 'stopped',
    later: 'later',
    label: { done: 'done', waiting: 'waiting', stopped: 'stopped here', later: 'later' },
  },

  reason: {
    who: 'Who',
    what: 'What',
    where: 'Where',
    until: 'Until',
    left: (n) => `${days(n)} left`,
    help: 'Help code',
  },

  news: { bell: (n) => (n === 0 ? 'News' : `News, ${figure(n)} unread`) },

  recovery: {
    begun: 'Somebody is moving your registration to another phone',
    notMe: 'If it is not you, stop it at once.',
    look: 'Look and stop it',
  },

  first: {
    title: 'What you can do today',
    steps: [
      { what: 'Language and text size', how: 'Make this easy to read' },
      { what: 'A second key', how: 'Gets you in when a phone breaks' },
      { what: 'Show', how: 'Your level and name, on the spot' },
    ],
  },

  monthPanel: {
    stopped: 'Stopped',
    waiting: 'Waiting',
    picture: (name, counted, waiting, stopped) =>
      [
        `${name}: ${days(counted)} counted.`,
        waiting > 0 ? ` ${days(waiting)} waiting.` : '',
        stopped > 0 ? ` ${days(stopped)} stopped.` : '',
      ].join(''),
  },

  career: {
    title: 'So far',
    since: (value) => `since ${value}`,
    foreman: (n) => `${n} as foreman`,
    none: 'Counting starts with your first day',
    picture: (months, most) => `Days in each of the last ${months} months; ${days(most)} in the best one.`,
    axis: (months) => `last ${months} months`,
  },

  road: {
    next: 'Next level',
    earliest: 'at the earliest',
    about: (value) => `about ${value}`,
    days: (n) => `Days: ${n} left`,
    foremanDays: { foreman: (n) => `Foreman: ${n} left`, foremanOrLeader: (n) => `Leader: ${n} left` },
    qualifications: (n) => `Certificates: ${n} left`,
    reached: (level) => `You have reached level ${level}`,
    undecided: 'Cannot be decided here',
    onlyQualifications: 'Only certificates are left',
    noDate: 'No date can be given yet',
  },

  history: {
    views: { label: 'View', calendar: 'Calendar', list: 'List', year: 'Year' },
    before: (name) => `Back to ${name}`,
    after: (name) => `On to ${name}`,
    day: { counted: 'Counted', waiting: 'Waiting', stopped: 'Stopped', none: 'No record', off: 'Day off', future: 'To come' },
    daily: 'Day by day',
    attention: 'Days to look at',
    three: 'Tap · work day · retirement',
    claimable: 'If you worked, claim it in 20 seconds',
    empty: 'No records in this month yet',
    unseen: 'Not looked at on this phone yet',
  },

  yearPage: {
    counted: 'Days counted',
    trades: 'By trade',
    positions: 'By position',
    both: 'A day worked in two trades counts in each of them',
    position: { worker: 'Worker', squadLeader: 'Squad leader', foreman: 'Foreman' },
    empty: 'No records in this year yet',
  },

  day: {
    chain: 'Record of this day',
    steps: {
      tap: 'Tap',
      workDay: 'Work day',
      retirementExpected: 'Retirement, expected',
      retirementConfirmed: 'Retirement, confirmed',
    },
    claimed: 'Claim',
    state: (step, state) => `${step} – ${state}`,
    received: (time) => `Received ${time}`,
    counted: 'Counted',
    waiting: 'Being checked',
    expectedLater: 'Expected as soon as it is a work day',
    confirmedLater: 'Confirmed once your company has paid',
    evidence: (grade) => `Evidence ${grade}`,
    grades: {
      A: 'Very strong evidence',
      B: 'Strong evidence',
      C: 'Fair evidence',
      D: 'Weak evidence',
      E: 'Only your own word',
    },
    presented: {
      nothing: 'Nothing shown',
      secureCard: 'Card',
      openCard: 'IC card',
      tagCode: 'Site tag',
      rotatingQr: 'QR code',
      call: 'Phone call',
      face: 'Face',
      button: 'Button',
      list: 'List',
      claim: 'Your claim',
    },
    devices: {
      none: '',
      reader: 'card reader',
      loggingReader: 'logging reader',
      foremanPhone: 'foreman’s phone',
      gateTag: 'tag at the gate',
      ownPhone: 'your phone',
      vendor: 'another company’s system',
      terminal: 'site terminal',
    },
    seenBy: { nobody: '', foreman: 'a foreman was there', guard: 'a guard was there' },
    placeKnown: 'place recorded',
    details: 'Details',
    employer: 'Employer',
    prime: 'Prime contractor',
    tier: 'Contract tier',
    tierOf: (tier) => (tier === 0 ? 'Prime contractor' : `Tier ${tier}`),
    position: 'Position',
    trade: 'Trade',
    content: 'Work',
    entryAt: 'In',
    exitAt: 'Out',
    actedAt: 'Device clock',
    receivedAt: 'Arrived',
    recognisedOn: 'Counted on',
    approvedOn: 'Approved on',
    notYet: 'Not yet',
    corrections: 'Corrections',
    before: 'Before',
    after: 'After',
    by: 'By',
    why: 'Why',
    takenAway: 'Taken away',
    none: 'No record',
    noneNote: 'This does not mean you were absent. If you worked, you can claim the day.',
    off: 'A day off',
    offNote: 'If you worked, you can claim the day.',
    future: 'Still to come',
    until: (day) => `Can be entered until ${day}`,
    over: (day) => `It could be entered until ${day}`,
    claim: 'Claim this day',
  },

  claim: {
    title: 'Claim a missed day',
    day: 'Day',
    site: 'Site',
    other: 'Another site',
    number: 'Site number (14 digits)',
    entry: 'In',
    exit: 'Out',
    ifKnown: 'if you know it',
    note: 'Note',
    noteHint: 'Forgot my card, for example',
    send: 'Send claim',
    close: 'Close',
    drafts: 'What you type stays on this phone',
    missing: {
      day: 'Choose today or an earlier day',
      site: 'Choose a site',
      number: 'The number has 14 digits',
      entry: 'Enter the time you came in',
    },
    received: 'Received',
    registered: 'Registered',
    counted: 'Counted',
    onPhone: 'This phone has your claim',
    onPhoneNote: 'Not sent yet. It goes out by itself when there is a signal. No need to enter it again.',
    impossible: 'This could not be claimed',
    again: 'Change and send',
    drop: 'Withdraw',
    unsent: (n) => `${figure(n)} ${one(n) ? 'claim' : 'claims'} waiting to be sent`,
    notKept: 'It could be neither kept nor sent. Press again where there is a signal.',
  },

  trouble: {
    offline: 'No signal. ',
    unreachable: 'No connection. ',
    showing: (day, time) => `Showing ${day}, ${time}`,
    again: 'Trying again by itself',
    loading: 'Loading',
    nothingKept: 'Nothing on this phone yet',
    nothingKeptWhy: 'Open it once where there is a signal. After that it also opens without one.',
    retry: 'Try again',
  },

  language: 'Language',
  leave: 'Log out',

  door: {
    title: 'Days worked become your level',
    levels: 'Companies look at it when they set pay.',
    signIn: 'Sign in with this phone',
    signInHow: 'Face, finger or screen lock opens it',
    first: { what: 'First time here', how: 'With your card and a code' },
    apply: { what: 'Not registered yet', how: 'Apply as a worker or company' },
    newPhone: { what: 'Phone lost or new', how: 'With a code from an office' },
    noKey: 'No key on this phone? Choose “First time here” or “Phone lost or new” below.',
    samples: 'Look around as a sample person',
    lead: 'Choose one of the sample workers to open that person’s passport.',
    made: 'All names and records are made up.',
    look: 'Colours and text size',
    working: 'Checking',
    kept: 'What you typed is still on this screen.',
    signal: 'Press again where there is a signal.',
    wait: (n) => `You can try again in ${n} ${n === 1 ? 'minute' : 'minutes'}.`,
    stumbles: {
      none: { why: 'This browser cannot hold a key', what: 'Open this page in a current Chrome or Safari.' },
      cancelled: { why: 'It was stopped half-way', what: 'Press once more.' },
      late: { why: 'The time ran out', what: 'Press again and confirm within a minute.' },
      lock: { why: 'No screen lock was found', what: 'Turn on face, finger or PIN in the phone’s settings.' },
      known: { why: 'This phone has a key already', what: 'Sign in from the first screen.' },
      place: { why: 'This was opened at an unusual address', what: 'Open the usual address yourself.' },
      odd: { why: 'The phone could not use the key', what: 'Press once more. If it goes on, switch the phone off and on again.' },
    },
  },

  update: { ready: 'A new version is ready', act: 'Switch' },
}
