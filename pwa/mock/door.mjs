// Signing in, the first login, a new phone, consents, invitations.
//
// World: doorway ({status, code, retryAfterS, opensAt, until}: how the door's questions are refused, until it is null), keeping
// (the same, for a new key), entering (for a key shown), barred (the code with which the passport is refused), consents, roles.
import { refusal } from './refusals.mjs'

export const world = {
  doorway: null,
  keeping: null,
  entering: null,
  barred: null,
  typed: [],
  consents: [
    { kind: 'terms', version: 1, accepted: false },
    { kind: 'data_handling', version: 1, accepted: false },
  ],
  roles: [
    { role: 'responsible_person', organisationKind: 'company', number: '92000000000013', organisation: '株式会社見本鉄筋', lastOn: null },
    { role: 'site_viewer', organisationKind: 'site', number: '93000000000012', organisation: '見本町第一現場', lastOn: '2027-03-31' },
  ],
}

const b64 = (text) => Buffer.from(text).toString('base64url')
const challenge = () => b64(String(Math.random()))
const SECOND_MS = 1000

const creation = () => ({
  publicKey: {
    rp: { name: '技能者パスポート', id: 'localhost' },
    user: { id: b64('mock-worker-1234'), name: '91000000000015', displayName: '91000000000015' },
    challenge: challenge(),
    pubKeyCredParams: [-7, -257].map((alg) => ({ type: 'public-key', alg })),
    timeout: 60 * SECOND_MS,
    excludeCredentials: [],
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    attestation: 'none',
  },
})

const request = () => ({
  publicKey: { challenge: challenge(), timeout: 60 * SECOND_MS, rpId: 'localhost', allowCredentials: [], userVerification: 'required' },
})

/** Refuses as the world says, or answers. */
const unless =
  (what, answer) =>
  ({ world: now, language, sent, ...rest }) => {
    const no = now[what]
    return no ? refusal(no.status, no.code, language, no) : answer({ world: now, language, sent, ...rest })
  }

const letIn = ({ world: now }) => {
  now.signedIn = true
}

const asked = ({ world: now, sent }) => {
  now.typed = [...now.typed, sent]
  return creation()
}

const states = ({ world: now }) => ({ consents: now.consents })

export const answers = [
  ['POST', /^\/v1\/login\/options$/, unless('doorway', request)],
  ['POST', /^\/v1\/login$/, unless('entering', letIn)],
  ['POST', /^\/v1\/enrolment\/options$/, unless('doorway', asked)],
  ['POST', /^\/v1\/recoveries\/options$/, unless('doorway', asked)],
  ['POST', /^\/v1\/invitations\/options$/, unless('doorway', asked)],
  ['POST', /^\/v1\/enrolment$/, unless('keeping', letIn)],
  ['GET', /^\/v1\/consents$/, states],
  [
    'POST',
    /^\/v1\/consents$/,
    ({ world: now, sent, language }) => {
      if (!now.consents.some((one) => one.kind === sent.kind && one.version === sent.version)) return refusal(409, 'consent_old', language)
      now.consents = now.consents.map((one) => (one.kind === sent.kind ? { ...one, accepted: true } : one))
      if (now.barred === 'consent_needed' && now.consents.every((one) => one.accepted)) now.barred = null
    },
  ],
  [
    'GET',
    /^\/v1\/me$/,
    ({ world: now, language }) =>
      now.signedIn
        ? {
            account: '00000000-0000-4000-8000-000000000001',
            isWorker: now.barred !== 'not_a_worker',
            roles: now.roles,
            ...states({ world: now }),
          }
        : refusal(401, 'not_signed_in', language),
  ],
]
