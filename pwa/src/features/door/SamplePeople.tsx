/** Who one can be in sample mode; elsewhere nothing. */
import type { Person } from '../../api/schema'
import { say, useWords } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { LevelShape } from '../../ui/LevelShape'

interface Props {
  people: Person[]
  enter: (person: string) => void
}

export function SamplePeople({ people, enter }: Props) {
  const t = useWords()
  return (
    <section class="samples" aria-labelledby="samples">
      <h2 id="samples">
        <span>{say(t.door.samples)}</span> <span class="sample">{t.sample}</span>
      </h2>
      <p>{say(t.door.lead)}</p>
      <ul class="people">
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => enter(person.id)}>
              <LevelShape level={person.level} size={44} />
              <span>
                <b lang="ja">{say(person.name)}</b>
                <small>
                  {say(person.trade)} · {say(t.level.name(person.level))}
                </small>
                <small>{say(person.story)}</small>
              </span>
              <Icon name="next" size={20} />
            </button>
          </li>
        ))}
      </ul>
      <p class="cap">{say(t.door.made)}</p>
    </section>
  )
}
