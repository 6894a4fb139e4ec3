/** A site as it stands: its items, the places of a bundle, and who runs it for its prime contractor. */
import { useState } from 'preact/hooks'
import { type Getter, ask, readPage, sending } from '../../api/client'
import { Told, useActing } from '../acting'
import { useOffice } from '../context'
import { Line } from '../Fields'
import { useOwn } from '../own'
import type { PageProps } from '../pages'
import { State } from '../State'
import { useSeen } from '../useSeen'
import { SiteForm } from './SiteForm'
import { type Draft, type SiteAnswer, bodyOf, draftOf, wrongIn } from './draft'
import { en, ja } from './words'

const getSite =
  (site: string): Getter<SiteAnswer> =>
  (language, signal) =>
    readPage(`/v1/sites/${site}`, language, signal)

export function Page({ number }: PageProps) {
  const { language } = useOffice()
  const { answer, trouble } = useSeen<SiteAnswer>(`site ${number}`, getSite(number), language)
  return answer === null ? <State trouble={trouble} /> : <Whole site={answer} />
}

function Whole({ site }: { site: SiteAnswer }) {
  const { t } = useOffice()
  return (
    <main class="column">
      <h1>{site.name}</h1>
      <p>
        <span class="num">{site.number}</span> {site.prime.name}（{t.dayIs(site.firstOn)} – {t.dayIs(site.lastOn)}）
      </p>
      <Items site={site} />
      {site.kind === 'regionalBundle' && <Places site={site} />}
      <Delegations site={site} />
    </main>
  )
}

function Items({ site }: { site: SiteAnswer }) {
  const { t, language } = useOffice()
  const [draft, setDraft] = useState<Draft>(() => draftOf(site))
  const [asked, setAsked] = useState(false)
  const { busy, outcome, act } = useActing()
  const save = async () => {
    setAsked(true)
    if (Object.keys(wrongIn(draft)).length === 0) {
      await act(() => ask(`/v1/sites/${site.number}`, { language, ...sending('PUT', bodyOf(draft)) }), t.kept)
    }
  }
  return (
    <form
      class="office-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <SiteForm draft={draft} change={(part) => setDraft({ ...draft, ...part })} wrong={asked ? wrongIn(draft) : {}} />
      <Told outcome={outcome} />
      <p class="row">
        <button type="submit" class="btn main small" disabled={busy}>
          {t.keep}
        </button>
      </p>
    </form>
  )
}

function Places({ site }: { site: SiteAnswer }) {
  const { language } = useOffice()
  const w = useOwn({ ja, en })
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const { busy, outcome, act } = useActing()
  const add = async () => {
    const next = Math.max(0, ...site.places.map(({ id }) => id)) + 1
    const put = () => ask(`/v1/sites/${site.number}/places/${next}`, { language, ...sending('PUT', { name, address }) })
    if (await act(put, w.places)) {
      setName('')
      setAddress('')
    }
  }
  return (
    <section class="office-form">
      <fieldset>
        <legend>{w.places}</legend>
        <ul class="plain">
          {site.places.map((place) => (
            <li key={place.id}>
              {place.name} <small>{place.address}</small>
            </li>
          ))}
        </ul>
        <Line id="place-name" label={w.placeName} value={name} set={setName} />
        <Line id="place-address" label={w.placeAddress} value={address} set={setAddress} />
        <p class="row">
          <button type="button" class="btn small" disabled={busy || name.trim() === '' || address.trim() === ''} onClick={() => void add()}>
            {w.addPlace}
          </button>
        </p>
        <Told outcome={outcome} />
      </fieldset>
    </section>
  )
}

function Delegations({ site }: { site: SiteAnswer }) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const [company, setCompany] = useState('')
  const [lastOn, setLastOn] = useState(site.lastOn)
  const { busy, outcome, act } = useActing()
  const address = `/v1/sites/${site.number}/delegations` as const
  const delegate = () =>
    act(
      () => ask(address, { language, ...sending('POST', { company: company.replace(/\D/g, ''), firstOn: site.firstOn, lastOn }) }),
      t.kept,
    )
  return (
    <section class="office-form">
      <fieldset>
        <legend>{w.delegated}</legend>
        <ul class="plain">
          {site.delegations.map((one) => (
            <li key={`${one.company} ${one.firstOn}`}>
              {one.name} <span class="num">{one.company}</span> {t.until(one.lastOn)}{' '}
              <button
                type="button"
                class="btn small"
                disabled={busy}
                onClick={() => void act(() => ask(`${address}/${one.company}`, { language, method: 'DELETE' }), t.kept)}
              >
                {w.takeBack}
              </button>
            </li>
          ))}
          {site.delegations.length === 0 && <li>{t.none}</li>}
        </ul>
        <Line id="delegate" label={w.company} value={company} set={setCompany} />
        <Line id="delegate-until" label={w.until} type="date" value={lastOn} set={setLastOn} />
        <p class="row">
          <button
            type="button"
            class="btn small"
            disabled={busy || company.replace(/\D/g, '').length !== 14}
            onClick={() => void delegate()}
          >
            {w.delegate}
          </button>
        </p>
        <Told outcome={outcome} />
      </fieldset>
    </section>
  )
}
