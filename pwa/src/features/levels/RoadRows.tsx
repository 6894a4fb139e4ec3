/** Where else this page leads: the own certificates, and other fields. */
import { addresses } from '../../addresses'
import type { Road } from '../../api/road'
import { say } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { RowLink } from '../../ui/Rows'
import { Drop } from './Fields'
import { words } from './words'

export function Rows({ road, choose }: { road: Road | null; choose: () => void }) {
  const w = words.use()
  return (
    <section class="panel">
      <ul class="rows">
        <RowLink href={addresses.qualifications} icon="pass" name={w.mine.title} holds={w.mine.holds} />
        {road !== null && (
          <li>
            <button type="button" class="rowbtn" onClick={choose}>
              <Icon name="road" size={28} />
              <span>
                <b>{say(w.fields.open)}</b>
                <small>{say(w.fields.openFor)}</small>
              </span>
              <Icon name="add" size={20} />
            </button>
          </li>
        )}
      </ul>
      {road?.chosen === true && <Drop road={road} />}
    </section>
  )
}
