/** A photo or paper: taken with the camera or chosen, looked at on the phone, sent, shown. */
import { useState } from 'preact/hooks'
import { pictureOf, putProof } from '../../api/applications'
import { Refused, reasonOf } from '../../api/client'
import type { ApplicationItem, PictureLimits, Reason } from '../../api/schema'
import { Said, plain, say, useLanguage } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import type { Spoilt } from './looking'
import { takeInHand } from './picture'
import { words } from './words'

interface Props {
  /** What it is called, and which papers prove it. */
  item: { name: string; proofs: readonly ApplicationItem['proofs'][number][] }
  proof: string | null
  set: (proof: string | null) => void
  /** None: whether it can be read is left to the server. */
  limits: PictureLimits | null
  named?: string | undefined
  /** Beside another value, where it is not the point. */
  small?: boolean
}

type State =
  | { at: 'rest' | 'looking' | 'sending' | 'notPicture' | 'notSent' }
  | { at: 'spoilt'; how: Spoilt; picture: Blob }
  | { at: 'refused'; reason: Reason; picture: Blob }

/** What the server refuses of a picture, and takes all the same where somebody says that it can be read. */
const READABLE: ReadonlySet<string> = new Set(['proof_blurred', 'proof_glare', 'proof_dark'])

export function Picture({ item, proof, set, limits, named, small = false }: Props) {
  const w = words.use()
  const language = useLanguage()
  const [kind, setKind] = useState(item.proofs[0]?.code ?? 'photo')
  const [state, setState] = useState<State>({ at: 'rest' })
  const [open, setOpen] = useState(!small || proof !== null)

  const send = async (picture: Blob, anyway: boolean) => {
    setState({ at: 'sending' })
    try {
      const { id } = await putProof(crypto.randomUUID(), kind, picture, anyway, language)
      set(id)
      setState({ at: 'rest' })
    } catch (cause) {
      setState(cause instanceof Refused ? { at: 'refused', reason: reasonOf(cause.problem), picture } : { at: 'notSent' })
    }
  }
  const look = async (file: File) => {
    setState({ at: 'looking' })
    const shortest = item.proofs.find(({ code }) => code === kind)?.shortest ?? 0
    const hand = await takeInHand(file, shortest, limits)
    if (hand === null) {
      setState({ at: 'notPicture' })
    } else if (hand.spoilt === null) {
      await send(hand.picture, false)
    } else {
      setState({ at: 'spoilt', how: hand.spoilt, picture: hand.picture })
    }
  }
  if (!open) {
    return (
      <button type="button" class="btn quiet prove" onClick={() => setOpen(true)}>
        <span>{say(w.prove)}</span>
      </button>
    )
  }
  const busy = state.at === 'looking' || state.at === 'sending'
  return (
    <div class="shot">
      {item.proofs.length > 1 && (
        <select aria-label={plain(w.kindOf)} value={kind} onChange={(event) => setKind(event.currentTarget.value as typeof kind)}>
          {item.proofs.map(({ code, name }) => (
            <option key={code} value={code} lang={named}>
              {name}
            </option>
          ))}
        </select>
      )}
      {proof !== null && <img src={pictureOf(proof)} alt={item.name} lang={named} />}
      <Told state={state} again={(picture) => void send(picture, true)} />
      <label class="btn" aria-busy={busy}>
        <Icon name="add" />
        <span>{say(proof === null ? w.take : w.again)}</span>
        <input
          type="file"
          accept="image/jpeg,image/png,image/webp"
          aria-label={`${item.name}: ${plain(proof === null ? w.take : w.again)}`}
          disabled={busy}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            event.currentTarget.value = ''
            if (file !== undefined) {
              void look(file)
            }
          }}
        />
      </label>
      {proof === null && <p class="cap">{say(w.harmless)}</p>}
    </div>
  )
}

function Told({ state, again }: { state: State; again: (picture: Blob) => void }) {
  const w = words.use()
  switch (state.at) {
    case 'rest':
      return null
    case 'looking':
    case 'sending':
      return <p role="status">{say(state.at === 'looking' ? w.looking : w.sending)}</p>
    case 'refused':
      return (
        <div role="alert">
          <p class="missing">
            <Said text={state.reason.why} />
          </p>
          {READABLE.has(state.reason.code) && <Anyway send={() => again(state.picture)} />}
        </div>
      )
    case 'spoilt':
      return (
        <div role="alert">
          <p class="missing">{say(w.spoilt[state.how])}</p>
          {state.how !== 'small' && <Anyway send={() => again(state.picture)} />}
        </div>
      )
    default:
      return (
        <p class="missing" role="alert">
          {say(state.at === 'notPicture' ? w.noPicture : w.notSent)}
        </p>
      )
  }
}

function Anyway({ send }: { send: () => void }) {
  const w = words.use()
  return (
    <button type="button" class="btn quiet" onClick={send}>
      <span>{say(w.anyway)}</span>
    </button>
  )
}
