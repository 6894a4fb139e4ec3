/** What is typed of a site, and what the server is sent of it. Pure. */
import type { components } from '../../api/schema.gen'

export type SiteBody = components['schemas']['SiteBody']
export type SiteAnswer = components['schemas']['sites_api_SiteAnswer']

export interface Draft {
  name: string
  kind: NonNullable<SiteBody['kind']>
  area: string
  prefecture: string
  address: string
  firstOn: string
  lastOn: string
  gateOpens: string
  gateCloses: string
  officePrefecture: string
  officeAddress: string
  client: string
  publicClient: string
  harmful: string
}

export const EMPTY: Draft = {
  name: '',
  kind: 'ordinary',
  area: '',
  prefecture: '',
  address: '',
  firstOn: '',
  lastOn: '',
  gateOpens: '',
  gateCloses: '',
  officePrefecture: '',
  officeAddress: '',
  client: '',
  publicClient: '',
  harmful: '',
}

export type Wrong = 'missing' | 'reversed'

/** What keeps it from being sent. */
export function wrongIn(draft: Draft): Partial<Record<keyof Draft, Wrong>> {
  const must: (keyof Draft)[] = ['name', 'prefecture', 'firstOn', 'lastOn', ...(draft.kind === 'regionalBundle' ? (['area'] as const) : [])]
  const missing = Object.fromEntries(must.filter((one) => draft[one].trim() === '').map((one) => [one, 'missing' as const]))
  const reversed = draft.firstOn !== '' && draft.lastOn !== '' && draft.lastOn < draft.firstOn
  return { ...missing, ...(reversed && { lastOn: 'reversed' as const }) }
}

const text = (said: string) => (said.trim() === '' ? null : said)
const answer = (said: string) => (said === '' ? null : said === 'yes')

export function bodyOf(draft: Draft): SiteBody {
  return {
    name: draft.name,
    kind: draft.kind,
    prefecture: Number(draft.prefecture),
    firstOn: draft.firstOn,
    lastOn: draft.lastOn,
    area: text(draft.area),
    address: text(draft.address),
    officePrefecture: draft.officePrefecture === '' ? null : Number(draft.officePrefecture),
    officeAddress: text(draft.officeAddress),
    client: text(draft.client),
    publicClient: answer(draft.publicClient),
    harmful: answer(draft.harmful),
    gateOpens: text(draft.gateOpens),
    gateCloses: text(draft.gateCloses),
  }
}

const said = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no')

export function draftOf(site: SiteAnswer): Draft {
  return {
    name: site.name,
    kind: site.kind,
    area: site.area ?? '',
    prefecture: String(site.prefecture),
    address: site.address ?? '',
    firstOn: site.firstOn,
    lastOn: site.lastOn,
    gateOpens: site.gateOpens ?? '',
    gateCloses: site.gateCloses ?? '',
    officePrefecture: site.officePrefecture === null ? '' : String(site.officePrefecture),
    officeAddress: site.officeAddress ?? '',
    client: site.client ?? '',
    publicClient: said(site.publicClient),
    harmful: said(site.harmful),
  }
}
