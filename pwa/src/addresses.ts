/** Every address of the app. The service worker answers these, and no others, from the shell. */
export const addresses = {
  home: '/',
  history: '/history',
  pass: '/pass',
  viewers: '/pass/viewers',
  /** The road to the next level; under it lies the road of each field. */
  road: '/road',
  /** What I hold. */
  qualifications: '/road/qualifications',
  inbox: '/inbox',
  settings: '/settings',
  /** How I am told what happened. */
  notices: '/settings/notices',
  /** Passkeys, and where one is signed in. */
  keys: '/settings/keys',
  /** The phone or the card is lost, or somebody takes the account to another phone. */
  lost: '/settings/lost',
  /** All own data, to take away. */
  data: '/settings/data',
  /** Who employs me, who did, who offers to. */
  employers: '/settings/employers',
  /** What I applied for, and what is begun; under it lies each application. */
  applications: '/applications',
  door: '/door',
  /** The first login, and the first on a new phone. */
  firstLogin: '/door/first',
  newPhone: '/door/new-phone',
  /** The link of an office user's invitation; its secret stands behind the #. */
  invitation: '/invitation',
  /** For whoever is in no register yet. */
  apply: '/apply',
  /** What a company files for me; the secret of its link stands behind the #. */
  consent: '/consent',
  /** Whoever holds a mail of ours confirms its address, or stops it; the secret stands behind the #. */
  mail: '/mail',
  /** Where anybody checks a pass; the pass stands behind the #. */
  check: '/check',
} as const

/** Pages for whoever is not signed in, or not yet; nobody's passport is asked for there. */
export const outside = ['door', 'firstLogin', 'newPhone', 'invitation', 'apply', 'consent', 'mail', 'check'] as const

/** Tells whether an address is one of those. */
export function atDoor(path: string): boolean {
  return outside.some((page) => addresses[page] === path.replace(/(?<=.)\/$/, ''))
}

/** Under these lie the addresses of single months, days and years, of single applications, and of single fields. */
export const folders = ['/history/', '/applications/', '/road/'] as const

export type Address = (typeof addresses)[keyof typeof addresses]
