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
const days = (n: number) => `${figure(n)} ${n === 1 ? 'day' : 'days'}`
const month = (value: Month) => MONTHS[monthParts(value).month - 1] ?? ''

function date(day: Day): string {
  const parts = dayParts(day)
  return `${parts.day} ${MONTHS[parts.month - 1]}`
}

export const words: Words = {
  app: 'Worker Passport',
  sample: 'SAMPLE',
  tabs: { label: 'Main', home: 'Home', settings: 'Settings' },

  figure,
  days,
  daysUnit: (n) => (n === 1 ? 'day' : 'days'),
  dayNumber: (n) => `day ${figure(n)}`,
  date,
  dateWithWeekday: (day: Day) => `${WEEKDAYS[dayParts(day).weekday]} ${date(day)}`,
  month,
  monthWithYear: (value: Month) => `${month(value)} ${monthParts(value).year}`,

  asOf: (time) => `As of ${time}`,
  neverLoaded: 'Nothing yet',

  level: {
    name: (level) => `Level ${level}`,
    word: { 1: 'White · Beginner', 2: 'Blue · Skilled worker', 3: 'Silver · Foreman class', 4: 'Gold · Master class' },
    card: (level, name) => `Level ${level} ${name}`,
    noTrade: 'No trade registered',
    cardEnds: (n) => `Card ends in ${days(n)}`,
    cardEnded: (day) => `Card ended on ${day}`,
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
    restHow: 'If you work, you can record as usual',
    siteUnknown: 'A site not registered yet',
    sites: (n) => `${n} sites`,
    entry: (time) => `In ${time}`,
    exit: (time, nextDay) => `out ${time}${nextDay ? ' next day' : ''}`,
    visit: { counted: 'counted', waiting: 'received', stopped: 'stopped' },
    ways: [
      { what: 'Tap your card on the reader', where: 'At the gate or the site office' },
      { what: 'Another way set by the site', where: 'QR, phone … ask at the morning meeting' },
      { what: 'This site has no reader', where: 'Tell your foreman or your company' },
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

  door: {
    title: 'Who will you be?',
    lead: 'Choose one of the sample workers to open that person’s passport.',
    made: 'All names and records are made up.',
    closed: 'You cannot log in here yet',
    closedWhy: 'Once login is ready, this is where you come in.',
    entering: (name) => `Opening the passport of ${name}`,
  },

  update: { ready: 'A new version is ready', act: 'Switch' },

  settings: {
    title: 'Settings',
    language: 'Language',
    look: 'Colours',
    looks: { system: 'As the phone', light: 'Light', dark: 'Dark', sun: 'Outdoors (sunlight)' },
    size: 'Text size',
    sizes: { 100: 'Normal', 125: 'Large', 150: 'Larger', 200: 'Largest' },
    leave: 'Log out',
    leaveNote: 'What is kept on this phone is wiped too.',
  },
}
