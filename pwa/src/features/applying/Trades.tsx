/** One to four trades, the main one first. */
import type { ApplicationItem } from '../../api/schema'
import { plain, say } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import type { Told } from './ItemField'
import { words } from './words'
import type { Value } from './writing'

const MOST = 4

export function Trades({ item, value, set, told }: { item: ApplicationItem; value: Value; set: (value: Value) => void; told: Told }) {
  const w = words.use()
  const chosen = Array.isArray(value) ? value.map(String) : []
  const shown = chosen.length === 0 ? [''] : chosen
  const put = (trades: readonly string[]) => {
    const good = trades.filter((code) => code !== '')
    set(good.length === 0 ? null : good)
  }
  return (
    <div class="several">
      {shown.map((code, index) => (
        <div class={index > 0 ? 'pick' : ''} key={`${index} ${code}`}>
          <select
            aria-label={plain(index === 0 ? w.mainTrade : w.otherTrade)}
            value={code}
            onChange={(event) => put(shown.with(index, event.currentTarget.value))}
            {...told}
          >
            <option value="">{plain(w.choose)}</option>
            {item.choices
              .filter((one) => one.code === code || !chosen.includes(one.code))
              .map((one) => (
                <option key={one.code} value={one.code}>
                  {plain(one.name)}
                </option>
              ))}
          </select>
          {index > 0 && (
            <button type="button" class="iconbtn" aria-label={plain(w.remove)} onClick={() => put(shown.toSpliced(index, 1))}>
              <Icon name="leave" />
            </button>
          )}
        </div>
      ))}
      {chosen.length > 0 && chosen.length < MOST && <Further item={item} chosen={chosen} put={put} />}
    </div>
  )
}

function Further({ item, chosen, put }: { item: ApplicationItem; chosen: readonly string[]; put: (trades: readonly string[]) => void }) {
  const w = words.use()
  return (
    <label class="further">
      <span class="cap">{say(w.addTrade)}</span>
      <select value="" onChange={(event) => put([...chosen, event.currentTarget.value])}>
        <option value="">{plain(w.choose)}</option>
        {item.choices
          .filter(({ code }) => !chosen.includes(code))
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {plain(name)}
            </option>
          ))}
      </select>
    </label>
  )
}
