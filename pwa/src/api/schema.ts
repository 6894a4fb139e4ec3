/**
 * What the server says, under the names the phone uses.
 *
 * `schema.gen.d.ts` is generated from the server's OpenAPI by `make api`; here nothing is described a second time.
 * Instants are ISO 8601 with an offset; dates and months are days and months in Japan.
 */
import type { components, paths } from './schema.gen'

type Said = components['schemas']

/** The same shape, with some of its parts said more exactly than the contract can; a part it lacks does not compile. */
type Exactly<Whole, Part extends { [Key in keyof Part]: Key extends keyof Whole ? Whole[Key] : never }> = Omit<Whole, keyof Part> & Part

/** An address of the server. */
export type Address = keyof paths

export type Instant = string
export type Day = string
export type Month = string

export type Grade = Said['Grade']
export type Level = 1 | 2 | 3 | 4
export type DayState = Said['DayState']
export type TodayState = Exclude<DayState, 'off' | 'future'>
export type VisitState = Exclude<TodayState, 'none'>

/** Why a day does not count yet, who can mend it, how, where and until when; in the reader's language. */
export type Reason = Said['Reason']
export type Visit = Exactly<Said['VisitAnswer'], { state: VisitState; reason: Reason | null }>
export type Today = Exactly<Said['TodayAnswer'], { state: TodayState; visits: Visit[] }>
export type Worker = Exactly<Said['WorkerAnswer'], { level: Level }>
export type Recovery = Said['RecoveryAnswer']
/** What was kept by an older version of the app has neither count nor recovery. */
export type Passport = Omit<Exactly<Said['PassportAnswer'], { worker: Worker; today: Today }>, 'unread' | 'recovery'> & {
  unread?: number
  recovery?: Recovery | null
}

export type MonthVisits = Exactly<Said['MonthVisitsAnswer'], { days: DayVisits[] }>
export type DayVisits = Exactly<Said['DayVisitsAnswer'], { visits: Visit[] }>
export type StepName = Said['Step']
export type Step = Exactly<Said['StepAnswer'], { reason: Reason | null }>
export type VisitDetail = Exactly<Said['VisitDetailAnswer'], { state: VisitState; chain: Step[] }>
export type DayDetail = Exactly<Said['DayDetailAnswer'], { visits: VisitDetail[]; claims: ClaimAnswer[] }>
export type Correction = Said['CorrectionAnswer']
export type Year = Said['YearAnswer']

export type ClaimKind = Said['WhatIsClaimed']
export type ClaimBody = Said['ClaimBody']
export type ClaimAnswer = Exactly<Said['ClaimAnswer'], { reason: Reason | null }>

export type Inbox = Said['InboxAnswer']
export type InboxItem = Said['InboxItem']

export type Viewers = Said['Viewers']
/** A look at me; what is shown of a pass has neither role nor organisation, and a purpose may be newer than this app. */
export type Look = Omit<Said['View'], 'purpose' | 'role' | 'organisation'> & {
  purpose: string
  role: string | null
  organisation: string | null
}

export type Passkey = Said['Passkey']
export type Session = Said['Session']
export type CardLoss = Exactly<Said['CardLoss'], { reason: Reason | null }>
/** A worker's own registration. */
export type Registration = Said['WorkerSeen']

/** To whom a pass is shown. */
export type Audience = Said['Audience']
export type Finding = Said['Finding']
export type PassAnswer = Said['PassAnswer']
export type PublicKeys = Said['Keys']
export type Checking = Said['CheckingAnswer']
export type SeenByRegister = Exactly<Said['SeenAnswer'], { level: Level }>
export type CheckAnswer = Exactly<Said['CheckAnswer'], { seen: SeenByRegister | null; reason: Reason | null }>

export type Person = Exactly<Said['SamplePerson'], { level: Level }>
export type People = Exactly<Said['SamplePeople'], { people: Person[] }>
export type Login = Said['SampleLogin']

/** What is typed at a first login, and on a new phone. */
export type Typed = Said['TypedCode']
export type Me = Said['Me']
export type HeldRole = Said['HeldRole']
export type Role = Said['Role']
export type Consent = Said['ConsentState']
export type ConsentKind = Said['ConsentKind']
export type NewCredential = Said['NewCredential']
export type SignedCredential = Said['Credential']

/** RFC 9457, with a remedy and a help code of ours; what stands between us and the server may say less. */
export type Problem = Pick<Said['Problem'], 'type' | 'title' | 'status' | 'code'> &
  Partial<Said['Problem']> & {
    /** Seconds after which it may be tried again, as the answer's head says. */
    retryAfterS?: number
  }

/** What is applied for, and how far it is. */
export type ApplicationKind = Said['ApplicationKind']
export type Application = Exactly<Said['ApplicationSeen'], { faults: ApplicationFault[] }>
export type ApplicationFault = Exactly<Said['FaultSeen'], { reason: Reason }>
export type ApplicationChange = Required<Said['Change']>
export type ApplicationLine = Said['ApplicationLine']
export type ApplicationForm = Said['FormSeen']
export type ApplicationItem = Said['ItemSeen']
export type PictureLimits = Said['PictureLimits']
export type Named = Said['NamedSeen']
export type WorkerConsent = Said['WorkerConsent']
export type ConsentAsked = Said['ConsentAsked']
export type ConsentLink = Said['ConsentLink']
export type KeptProof = Said['KeptProof']
export type ReviewLine = Said['LineSeen']
export type Review = Said['Review']
export type Verdict = Said['Verdict']

/** How I am told. */
export type NoticeSettings = Said['NoticeSettings']
export type LineCode = Said['LineCode']
export type NewNoticeSettings = Said['NewSettings']
export type NoticeTopic = Said['TopicAnswer']
export type TopicName = Said['TopicName']
export type How = Said['How']
export type ToldDevice = Said['DeviceAnswer']
export type NewDevice = Said['NewDevice']
export type Notices = Said['NoticesAnswer']

/** Who employs me, who did, and who offers to. */
export type Employments = Said['MyEmployments']
export type Employment = Said['EmploymentSeen']
export type Offer = Said['OfferSeen']
