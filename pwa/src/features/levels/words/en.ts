/** English. */
import type { Words } from './ja'

const many = (n: number, one: string, more = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : more}`
const span = (months: number) => {
  const years = Math.floor(months / 12)
  const rest = months % 12
  return [years > 0 ? many(years, 'year') : '', rest > 0 ? many(rest, 'month') : ''].filter((part) => part !== '').join(' and ')
}
const half = (months: number) => (months === 6 ? 'these six months' : `the last ${many(months, 'month')}`)
const million = (n: number) => (n / 100).toFixed(2)

export const words: Words = {
  title: 'Next level',
  roads: 'Fields',

  sign: {
    toReach: (level, field) => `Level ${level} (${field}) in`,
    samePace: (months) => `if you go on working as in ${half(months)}`,
    andQualified: (months) => `if you go on working as in ${half(months)} and take the certificate`,
    towards: (level, field) => `To level ${level} (${field})`,
    onlyQualifications: 'Only certificates are left',
    daysThere: 'Your days are complete',
    noDate: 'No date can be given yet',
    noPace: {
      days: (months) => (months === 0 ? 'There is no whole month of work yet' : `There were no days in ${half(months)}`),
      foremanDays: (months, who) =>
        months === 0 ? 'There is no whole month of work yet' : `There were no days as ${who} in ${half(months)}`,
    },
    reachedAt: (level, field) => `Level ${level} (${field})`,
    reached: 'You have reached it',
    reckoned: 'Reckoned from your records',
    undecidedOf: (level, field) => `Level ${level} (${field})`,
    undecided: 'Cannot be decided here',
    undecidedWhy: 'Not all of its standard is known yet',
    applied: (level, field) => `Level ${level} (${field})`,
    filed: 'Application filed',
    top: (field) => `The highest level (${field})`,
    topName: 'Level 4',
    heldSince: (day) => `since ${day}`,
  },

  who: { foreman: 'foreman', foremanOrLeader: 'leader or foreman' },

  lanes: {
    label: (level) => `The road to level ${level}`,
    days: 'Days',
    foremanDays: { foreman: 'As foreman', foremanOrLeader: 'Leader or foreman' },
    qualifications: 'Certificates',
    left: 'still',
    things: (n) => n.toLocaleString('en'),
    of: (n) => `of ${n}`,
    ofDays: (n) => `of ${n.toLocaleString('en')}`,
    there: 'Complete',
    aboutDays: (n) => `of about ${n.toLocaleString('en')}`,
    unknown: 'Not known yet',
  },

  slowest: {
    days: { what: 'Your days take the longest.', how: 'A day you worked without a record can be claimed in the history.' },
    foremanDays: (who) => ({
      what: `The days as ${who} take the longest.`,
      how: `Ask your company for more days as ${who}; that makes it sooner.`,
    }),
    qualifications: { what: 'Only certificates are left.', how: 'When you have one, enter it under “My certificates”.' },
    checking: { what: 'Your certificate is being checked.', how: 'You are told when that is done.' },
  },

  ways: {
    others: (n) => `See ${many(n, 'other way')}`,
    name: (n) => `Way ${n}`,
    nearest: 'the nearest',
    left: (days) => `still ${days}`,
    allThere: 'The days are complete',
  },

  needs: {
    title: 'Certificates needed',
    someOf: (n) => `${n} of these`,
    or: 'or',
    state: { held: 'You hold it', waiting: 'Being checked', expired: 'Expired', missing: 'Not yet' },
    until: (day) => `until ${day}`,
    fromLevel: (level) => `Asked at level ${level}`,
    incomplete: 'This list of certificates is not complete yet.',
  },

  undecided: {
    title: 'Cannot be decided here',
    lead: 'The road shows what is known today. Whether you have reached the level, the evaluating body decides.',
    why: {
      qualificationsUnknown: 'Not all certificates that are needed are known',
      daysAssumed: 'The number of days is taken over from other fields',
      foremanDaysAssumed: 'The days as leader or foreman are taken over from other fields',
      tradesUnknown: 'Which trades count is not known',
      lowerUnknown: 'What the level below asks is not known yet',
    },
    ask: 'Who decides',
  },

  beyond: (level) => `See the road to level ${level}`,
  backTo: (level) => `Back to level ${level}`,

  what: {
    title: 'What if you work like this?',
    monthDays: 'Days a month',
    foremanDays: { foreman: 'Of these, as foreman', foremanOrLeader: 'Of these, as leader or foreman' },
    qualifiedIn: 'Year you take the missing certificate',
    inMonth: (n) => `${many(n, 'day')} a month`,
    ofThese: (n, all) => `${n} of ${many(all, 'day')} a month`,
    ifForeman: (n, who) => `With ${many(n, 'day')} as ${who}`,
    ifDays: (n) => `With ${many(n, 'day')} a month`,
    ifYear: (year) => `With the certificate in ${year}`,
    answer: 'Working like this',
    sooner: (months) => `${span(months)} sooner`,
    later: (months) => `${span(months)} later`,
    same: 'the same as now',
    never: 'It would not be reached',
    decides: {
      days: 'The days decide',
      foremanDays: (who) => `The days as ${who} decide`,
      qualifications: 'The year of the certificate decides',
    },
    byEnd: (year) => `reckoned with the certificate by the end of ${year}`,
    reset: 'Back to how it was',
  },

  ready: {
    title: 'Still to get ready',
    about: {
      qualification: 'Certificate',
      days: 'Days',
      trade: 'Trade',
      experience: 'Proof of experience',
      evaluation: 'Evaluation',
    },
    more: (n) => `See ${n.toLocaleString('en')} more`,
  },

  pay: {
    title: 'Levels and pay in a year',
    allFields: (month) => `The ministry’s guide (all fields, reckoned ${month}).`,
    thisField: (field, month) => `The ministry’s guide (reckoned ${month}). Bold: ${field}. Thin: all fields.`,
    company: (month) => `Your company decides what it pays. The figures revised in ${month} are not known here yet.`,
    labourRate: (yen, month) => `Labour rate of public works (your trade, from ${month}): ${yen.toLocaleString('en')} yen a day`,
    figure: (low, high) => (high === null || high === low ? `¥${million(low)}` : `¥${million(low)} – ${million(high)}`),
    unit: ' million',
    all: (figures) => `all fields ${figures}`,
    colour: { 1: 'white', 2: 'blue', 3: 'silver', 4: 'gold' },
    now: 'Now',
    source: 'Source',
    allowance: 'Your company’s allowance for a level',
    per: { day: 'a day', month: 'a month' },
    since: (day) => `since ${day}`,
    yen: (n) => `¥${n.toLocaleString('en')}`,
  },

  filing: {
    prepare: (level) => `Prepare the application for level ${level}`,
    again: (level) => `Prepare it again for level ${level}`,
    busy: 'Preparing',
    filled: 'It is filled in from your records. There is nothing to write.',
    later: 'You are told on the day you reach it. The application is ready that day.',
    state: { filed: 'Application filed', granted: 'Accepted', declined: 'Not accepted' },
    waits: 'Waiting for the evaluating body. You are told when it answers.',
    granted: 'The evaluating body has granted the level.',
    declined: 'The body’s reason',
    sheet: 'The application (PDF)',
    sheetFor: 'for a body that wants it on paper',
  },

  fields: {
    open: 'Aim for another field',
    openFor: 'Choose from all fields',
    title: 'Choose a field',
    search: 'Search by name',
    found: (n) => many(n, 'field'),
    none: 'There is no field of that name',
    partly: 'Which trades count is not known yet',
    drop: (field) => `Take away: ${field}`,
  },

  standing: {
    title: 'Where you stand in this field',
    held: 'Level held',
    reached: 'Reached by your records',
    none: 'None yet',
    since: (day) => `since ${day}`,
    trades: 'Trades counted',
    counted: 'Days counted',
    certified: 'Of these, on certificates',
    certifiedUntil: (day) => `valid until ${day}`,
    training: 'Of these, in training',
    uncertain: 'Not counted yet',
    uncertainWhy: 'On these days the trade is only a major group. When your company enters the trade in full, they count.',
    noTrade: 'None of your trades belongs to this field. Only days worked in its trades count.',
    ifTheyCount: 'Which trades count is not known, so all your days are included.',
  },

  standard: {
    title: 'Where this standard comes from',
    confidence: {
      verified: 'What all three levels ask was read',
      partial: 'Only a part of it was read',
      unverified: 'It could not be read; the common pattern stands in',
    },
    sure: 'How sure',
    version: 'Version',
    compiled: 'Compiled from public pages',
    own: (n) => `Version ${n} of the evaluating body`,
    since: 'In force since',
    evaluators: 'Evaluating body',
    noEvaluator: 'The name of the body is not known yet',
    authority: 'The ministry’s page',
    sources: 'Source',
  },

  none: {
    title: 'There is no road yet',
    why: 'No trade is registered for you, or no field was found for it.',
    what: 'Choose a field to see what it asks.',
  },

  mine: {
    title: 'My certificates',
    holds: 'See them, enter another',
    count: (n) => `Entered: ${n}`,
    confirmed: (n) => `Confirmed: ${n}`,
    state: { waiting: 'Being checked', confirmed: 'Confirmed', refused: 'Not accepted', expired: 'Expired' },
    until: (day) => `until ${day}`,
    forever: 'no expiry',
    picture: (name) => `Photo of ${name}`,
    none: 'None yet',
    noneHow: 'Enter licences, courses and skill tests; they count on your road.',
    waitingNote: 'What is being checked counts once it is confirmed.',
    add: 'Enter a certificate',
    takeBack: 'Take it back',
    sure: 'Press again to take it back',
  },

  entering: {
    name: 'Name of the certificate',
    search: 'Type a part of the name',
    own: (name) => `Enter it as “${name}”`,
    ownNote: 'This name is not in the list. Whoever checks it decides.',
    change: 'Choose again',
    issuer: 'Issued by',
    issuerHow: 'The body or office named on it',
    issuedOn: 'Date of issue',
    expiresOn: 'Valid until',
    ifAny: 'if there is one',
    proof: 'Photo of the certificate',
    proofName: 'Certificate',
    send: 'Send to be checked',
    missing: {
      name: 'Choose a name',
      issuer: 'Say who issued it',
      issuedOn: 'Say when it was issued',
    },
  },
}
