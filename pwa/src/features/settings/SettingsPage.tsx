/** Language, colours, text size, and the way out. */
import './SettingsPage.css'
import '../../ui/Button.css'
import type { ComponentChildren } from 'preact'
import { addresses } from '../../addresses'
import { type Language, languages } from '../../i18n/languages'
import { say, useWords } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { TabBar } from '../../ui/TabBar'
import type { PageProps } from '../pages'
import { looks, sizes } from './settings'

export function Page({ settings, choose, leave, unsent }: PageProps) {
  const t = useWords()
  return (
    <>
      <header class="bar">
        <h1>{say(t.settings.title)}</h1>
      </header>
      <main>
        <Choice
          name="language"
          legend={t.settings.language}
          options={(Object.keys(languages) as Language[]).map((language) => ({
            value: language,
            label: <span lang={language}>{say(languages[language])}</span>,
          }))}
          chosen={settings.language}
          choose={(language) => choose({ language })}
        />
        <Choice
          name="look"
          legend={t.settings.look}
          options={looks.map((look) => ({ value: look, label: say(t.settings.looks[look]) }))}
          chosen={settings.look}
          choose={(look) => choose({ look })}
        />
        <Choice
          name="size"
          legend={t.settings.size}
          options={sizes.map((size) => ({
            value: size,
            label: <span style={{ fontSize: `${50 + size / 2}%` }}>{say(t.settings.sizes[size])}</span>,
          }))}
          chosen={settings.size}
          choose={(size) => choose({ size })}
        />
        {leave !== null && (
          <section class="panel leaving">
            <button type="button" class="btn wide" onClick={() => void leave()}>
              <Icon name="leave" />
              <span>{say(t.settings.leave)}</span>
            </button>
            {unsent > 0 && (
              <p class="unsent" role="status">
                {say(t.claim.leaving(unsent))}
              </p>
            )}
            <p class="cap">{say(t.settings.leaveNote)}</p>
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
