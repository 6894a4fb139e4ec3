// News, passkeys, sessions, who looked at me, the lost phone and card, and what one takes away.
const FRESH = '2026-11-20T07:40:00+09:00'

const first = {
  stale: false, // the sign-in is older than ten minutes
  passkeys: [
    { id: 'a1', name: 'iPhone', synced: true, createdAt: '2026-04-05T18:20:00+09:00', usedAt: FRESH, this: true },
    {
      id: 'b2',
      name: '見本の予備',
      synced: false,
      createdAt: '2026-06-01T12:00:00+09:00',
      usedAt: '2026-06-01T12:00:00+09:00',
      this: false,
    },
  ],
  sessions: [
    { id: '00000000000000a1', device: 'iPhone', signedInAt: FRESH, expiresAt: '2027-02-18T07:40:00+09:00', this: true },
    { id: '00000000000000b2', device: null, signedInAt: '2026-11-02T19:05:00+09:00', expiresAt: '2027-01-31T19:05:00+09:00', this: false },
  ],
  looked: true,
  recovery: null,
  cardStoppedAt: null,
  papers: true,
  readUntil: [], // what was posted as read
  noNews: false,
}

export { first as world }

/** A passport with what this mock knows of the account: what is unread, and who takes it elsewhere. */
export function withAccount(passport, world, unread) {
  const stopped = world.cardStoppedAt === null ? {} : { cardExpiresOn: null }
  return { ...passport, worker: { ...passport.worker, ...stopped }, unread, recovery: world.recovery }
}

const organisations = {
  ja: { company: '株式会社見本鉄筋', site: '見本町第一現場' },
  'ja-x-easy': {
    company: '｜株式会社《かぶしきがいしゃ》 ｜見本《みほん》｜鉄筋《てっきん》',
    site: '｜見本町《みほんちょう》 ｜第一《だいいち》 ｜現場《げんば》',
  },
  en: { company: 'Mihon Rebar Co.', site: 'Mihon-cho Site 1' },
}

const look = (day, purpose, role, organisation) => ({ day, purpose, role, organisation, firstAt: `${day}T10:00:00+09:00` })

function views(language) {
  const { company, site } = organisations[language]
  return [
    look('2026-11-20', 'site_check', 'site_manager', site),
    look('2026-11-20', 'worker_list', 'responsible_person', company),
    look('2026-11-18', 'pass', null, null),
    look('2026-11-05', 'help', 'counter_staff', null),
    look('2025-12-01', 'something_new', 'something_new', company),
  ]
}

const lost = {
  ja: {
    why: 'カードを止めました。ほかの人は使えません',
    who: '所属会社',
    what: '新しいカードをたのむ。届くまでは、働いた日を「履歴」から申請できます',
    where: '会社の画面の「カード」、または登録の窓口',
  },
  'ja-x-easy': {
    why: 'カードを ｜止《と》めました。ほかの ｜人《ひと》は ｜使《つか》えません',
    who: 'あなたの ｜会社《かいしゃ》',
    what: '｜新《あたら》しい カードを たのむ',
    where: '｜会社《かいしゃ》か、｜登録《とうろく》の ｜窓口《まどぐち》',
  },
  en: {
    why: 'Your card is stopped; nobody else can use it',
    who: 'Your employer',
    what: 'Ask for a new card; until it comes you can claim the days you worked, under History',
    where: 'The company’s page, under cards, or a counter',
  },
}

const lossOf = (world, language) => ({
  stoppedAt: world.cardStoppedAt,
  reason: world.cardStoppedAt === null ? null : { code: 'card_lost', ...lost[language], until: null, help: 'C7RDQ2' },
})

const refused = (status, code) => ({ status, code })
const fresh = (act) => (asked) => (asked.world.stale ? refused(403, 'sign_in_again') : act(asked))
const drop = (list, id) => list.filter((one) => one.id !== id)

function stopPasskey({ part, world }) {
  if (world.passkeys.length === 1) return refused(409, 'last_passkey')
  world.passkeys = drop(world.passkeys, part)
}

/** What a browser's passkey answered is believed: real keys are checked by the real server. */
function addPasskey({ sent, world }) {
  world.passkeys.push({ id: `c${world.passkeys.length}`, name: sent.name, synced: false, createdAt: FRESH, usedAt: FRESH, this: false })
}

function file(type, name, body) {
  return { headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` }, body }
}

const paper = (name) => (world) => (world.papers ? file('application/pdf', name, '%PDF-1.7 見本') : refused(503, 'papers_unavailable'))

const questions = {
  publicKey: {
    challenge: 'bWlob24',
    rp: { id: 'localhost', name: '技能者パスポート' },
    rpId: 'localhost',
    user: { id: 'bWlob24', name: '91000000000015', displayName: '91000000000015' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: [],
  },
}

export const answers = [
  ['GET', /^\/v1\/passport\/viewers$/, ({ world, language }) => ({ views: world.looked ? views(language) : [] })],
  ['GET', /^\/v1\/passkeys$/, ({ world }) => ({ passkeys: world.passkeys })],
  ['POST', /^\/v1\/passkeys\/options$/, fresh(() => questions)],
  ['POST', /^\/v1\/passkeys$/, fresh(addPasskey)],
  ['DELETE', /^\/v1\/passkeys\/(\w+)$/, fresh(stopPasskey)],
  ['GET', /^\/v1\/sessions$/, ({ world }) => ({ sessions: world.sessions })],
  ['DELETE', /^\/v1\/sessions$/, ({ world }) => void (world.sessions = world.sessions.filter((one) => one.this))],
  ['DELETE', /^\/v1\/sessions\/(\w+)$/, ({ part, world }) => void (world.sessions = drop(world.sessions, part))],
  ['DELETE', /^\/v1\/recovery$/, fresh(({ world }) => void (world.recovery = null))],
  ['GET', /^\/v1\/passport\/card\/loss$/, ({ world, language }) => lossOf(world, language)],
  [
    'POST',
    /^\/v1\/passport\/card\/loss$/,
    fresh(({ world, language }) => {
      world.cardStoppedAt ??= '2026-11-20T07:43:05+09:00'
      return lossOf(world, language)
    }),
  ],
  ['GET', /^\/v1\/workers\/(\d+)$/, ({ part }) => ({ number: part, birthDate: '1992-03-14', registeredOn: '2021-04-01' })],
  ['GET', /^\/v1\/passport\/data$/, () => file('application/json', 'passport.json', '{"schemaVersion":1}')],
  ['GET', /^\/v1\/passport\/data\/pdf$/, ({ world }) => paper('passport.pdf')(world)],
  ['GET', /^\/v1\/certificate$/, () => file('application/x-pem-file', 'seal.pem', '-----BEGIN CERTIFICATE-----')],
  ['GET', /^\/v1\/passport\/(?:months|years)\/([\d-]+)\/csv$/, ({ part }) => file('text/csv', `passport-${part}.csv`, '\ufeff見本')],
  ['GET', /^\/v1\/passport\/(?:months|years)\/([\d-]+)\/pdf$/, ({ part, world }) => paper(`passport-${part}.pdf`)(world)],
]
