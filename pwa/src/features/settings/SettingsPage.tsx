/** What lies behind the name on the card: keys, losses, own data, who looked; language, colours, text size; and the way out. */
import './SettingsPage.css'
import '../../ui/Button.css'
import type { ComponentChildren } from 'preact'
import { type Address, addresses } from '../../addresses'
import { type Language, languages } from '../../i18n/languages'
import { plain, say, useWords } from '../../i18n/words'
import { Icon, type IconName } from '../../ui/Icon'
import { RowLink } from '../../ui/Rows'
import { TabBar } from '../../ui/TabBar'
import type { PageProps } from '../pages'
import { looks, sizes } from './settings'
import { words } from './words'

export { words }

const PLACES: {
  place: 'notices' | 'keys' | 'lost' | 'data' | 'employers' | 'applications' | 'viewers'
  address: Address
  icon: IconName
}[] = [
  { place: 'notices', address: addresses.notices, icon: 'bell' },
  { place: 'keys', address: addresses.keys, icon: 'key' },
  { place: 'lost', address: addresses.lost, icon: 'lost' },
  { place: 'data', address: addresses.data, icon: 'paper' },
  { place: 'employers', address: addresses.employers, icon: 'office' },
  { place: 'applications', address: addresses.applications, icon: 'add' },
  { place: 'viewers', address: addresses.viewers, icon: 'eye' },
]

export function Page({ view, settings, choose, leave, unsent }: PageProps) {
  const t = useWords()
  const w = words.use()
  // Whoever is not in may still have lost something.
  const places = view.stage === 'door' ? PLACES.filter(({ place }) => place === 'lost') : PLACES
  return (
    <>
      <header class="bar">
        <h1>{say(w.title)}</h1>
      </header>
      <main>
        <nav class="panel" aria-label={plain(w.title)}>
          <ul class="rows">
            {places.map(({ place, address, icon }) => (
              <RowLink key={place} href={address} icon={icon} name={w.places[place].name} holds={w.places[place].holds} />
            ))}
          </ul>
        </nav>
        <Choice
          name="language"
          legend={t.language}
          options={(Object.keys(languages) as Language[]).map((language) => ({
            value: language,
            label: <span lang={language}>{say(languages[language])}</span>,
          }))}
          chosen={settings.language}
          choose={(language) => choose({ language })}
        />
        <Choice
          name="look"
          legend={w.look}
          options={looks.map((look) => ({ value: look, label: say(w.looks[look]) }))}
          chosen={settings.look}
          choose={(look) => choose({ look })}
        />
        <Choice
          name="size"
          legend={w.size}
          options={sizes.map((size) => ({
            value: size,
            label: <span style={{ fontSize: `${50 + size / 2}%` }}>{say(w.sizes[size])}</span>,
          }))}
          chosen={settings.size}
          choose={(size) => choose({ size })}
        />
        {leave !== null && (
          <section class="panel leaving">
            <button type="button" class="btn wide" onClick={() => void leave()}>
              <Icon name="leave" />
              <span>{say(t.leave)}</span>
            </button>
            {unsent > 0 && (
              <p class="unsent" role="status">
                {say(w.leaving(unsent))}
              </p>
            )}
            <p class="cap">{say(w.leaveNote)}</p>
          </section>
        )}
      </main>
      <TabBar at={addresses.settings} />
    </>
  )
}

interface ChoiceProps<T> {
  name: string
  legend: string
  options: { value: T; label: ComponentChildren }[]
  chosen: T
  choose: (value: T) => void
}

function Choice<T extends string | number>({ name, legend, options, chosen, choose }: ChoiceProps<T>) {
  return (
    <fieldset class="panel choice">
      <legend>{say(legend)}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => choose(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
