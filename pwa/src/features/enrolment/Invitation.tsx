/** An invitation's link makes a phone or a computer the key of an office user; its secret stands behind the #. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { addresses } from '../../addresses'
import { askInvited } from '../../api/door'
import { say, useWords } from '../../i18n/words'
import { go } from '../../routes'
import { Icon } from '../../ui/Icon'
import type { PageProps } from '../pages'
import { ConsentStep } from './ConsentStep'
import { KeyStep } from './KeyStep'
import { Thought } from './Thought'
import { admission } from './admission'
import { words } from './words'

export { words }

const OF = 2
const TOKEN = /^#[A-Za-z0-9_-]{43}$/

export function Page({ choose, entered }: PageProps) {
  const w = words.use()
  const hash = useHash()
  const way = useMemo(() => admission(askInvited), [hash])
  const [isIn, setIn] = useState(false)

  if (isIn) {
    return <ConsentStep at={2} of={OF} worker={false} choose={choose} leave={null} done={entered} />
  }
  if (!TOKEN.test(hash)) {
    return <Broken choose={choose} />
  }
  const come = async (language: string, signal: AbortSignal) => {
    if (!way.isOpen()) {
      await way.show(hash.slice(1), language)
    }
    await way.come(language, signal)
  }
  return <KeyStep at={1} of={OF} said={w.invitation} back={null} choose={choose} come={come} done={() => setIn(true)} />
}

function Broken({ choose }: Pick<PageProps, 'choose'>) {
  const t = useWords()
  const w = words.use()
  const foot = (
    <button type="button" class="btn wide" onClick={() => go(addresses.door)}>
      <span>{say(t.door.signIn)}</span>
    </button>
  )
  return (
    <Thought title={w.invitation.broken} choose={choose} foot={foot}>
      <section class="panel sunken row">
        <Icon name="paper" size={32} />
        <p>{say(w.invitation.brokenHow)}</p>
      </section>
    </Thought>
  )
}

function useHash(): string {
  const [hash, setHash] = useState(() => location.hash)
  useEffect(() => {
    const follow = () => setHash(location.hash)
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return hash
}
