/** What every page that shows one answer stands in: its name, how old it is, what fails, and the way around. */
import type { ComponentChildren } from 'preact'
import { type Address, addresses } from '../../addresses'
import { plain, say, useWords } from '../../i18n/words'
import { goBack } from '../../routes'
import { DataDate } from '../../ui/DataDate'
import { Icon } from '../../ui/Icon'
import { Shapes } from '../../ui/Shapes'
import { TabBar } from '../../ui/TabBar'
import { TroubleNotice } from '../passport/HomePage'
import { NothingKept } from '../passport/NothingKept'
import { dataDate } from '../passport/model'
import type { Shown } from './usePage'

interface Props<T> {
  title: ComponentChildren
  /** Where back leads for somebody who came straight here. */
  up?: string
  sample: boolean
  shown: Shown<T>
  now: number
  heights: number[]
  /** The tab under which the page lies. */
  at?: Address
  head?: ComponentChildren
  children: (answer: T) => ComponentChildren
}

export function Frame<T>({ title, up, sample, shown, now, heights, at = addresses.history, head, children }: Props<T>) {
  const t = useWords()
  const { answer, stage, trouble, seenAt, live } = shown
  return (
    <>
      <Head title={title} up={up} sample={sample}>
        {answer !== null && <DataDate text={dataDate(seenAt, now, live, t)} live={live} />}
      </Head>
      <main>
        {answer !== null && trouble !== null && seenAt !== null && <TroubleNotice trouble={trouble} trueAt={seenAt} />}
        {head}
        {answer !== null && children(answer)}
        {answer === null && trouble !== null && <NothingKept trouble={trouble} what={say(t.history.unseen)} />}
        {answer === null && trouble === null && stage === 'empty' && <Shapes heights={heights} />}
      </main>
      <TabBar at={at} />
    </>
  )
}

interface HeadProps {
  title: ComponentChildren
  up?: string | undefined
  sample: boolean
  children?: ComponentChildren
}

/** The top of a page: the way back, its name, whether all this is a sample. */
export function Head({ title, up, sample, children }: HeadProps) {
  const t = useWords()
  return (
    <header class={up === undefined ? 'bar' : 'bar inner'}>
      {up !== undefined && (
        <button type="button" class="iconbtn" aria-label={plain(t.back)} onClick={() => goBack(up)}>
          <Icon name="back" />
        </button>
      )}
      <h1>{title}</h1>
      {sample && <span class="sample">{t.sample}</span>}
      {children}
    </header>
  )
}
