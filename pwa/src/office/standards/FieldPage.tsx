/** One field: what it asks today, with where that is from; its versions; and the writing of a new one. */
import { useState } from 'preact/hooks'
import { useOffice } from '../context'
import { type Standard, getVersions } from '../levels/calls'
import { useOwn } from '../own'
import { pathOf } from '../places'
import { useSeen } from '../useSeen'
import { CriteriaTable } from './CriteriaTable'
import { whyNot } from './deciding'
import { Facts, From } from './Facts'
import { useNames } from './names'
import { ProposalForm } from './ProposalForm'
import { Versions } from './Versions'
import { en, ja } from './words'

export function FieldPage({ field, standards }: { field: string; standards: readonly Standard[] }) {
  const w = useOwn({ ja, en })
  const standard = standards.find((one) => one.field === field)
  return (
    <main class="board standard">
      <div class="ot">
        <div>
          <p>
            <a href={pathOf('register', '', 'standards')}>{w.back}</a>
          </p>
          <h1>
            <span class="num">{field}</span> {standard?.name}
          </h1>
        </div>
      </div>
      {standard === undefined ? <p class="nothing">{w.unknownField}</p> : <Opened standard={standard} />}
    </main>
  )
}

function Opened({ standard }: { standard: Standard }) {
  const { language } = useOffice()
  const w = useOwn({ ja, en })
  const names = useNames()
  const { answer } = useSeen(`versions of ${standard.field}`, getVersions(standard.field), language)
  const [proposing, setProposing] = useState(false)
  const inForce = answer?.versions.find(({ version }) => version === standard.version)
  return (
    <>
      <Facts standard={standard} />
      <h2 class="under">{w.inForce}</h2>
      <CriteriaTable caption={w.inForce} levels={standard.levels} whys={whyNot(standard)} names={names} />
      <From standard={standard} />
      <div class="under head">
        <h2>{w.versions}</h2>
        {answer !== null && !proposing && (
          <button type="button" class="btn small" onClick={() => setProposing(true)}>
            {w.propose}
          </button>
        )}
      </div>
      {proposing && (
        <ProposalForm standard={standard} grades={inForce?.proposal.grades ?? []} names={names} over={() => setProposing(false)} />
      )}
      {answer !== null && <Versions standard={standard} versions={answer.versions} names={names} />}
    </>
  )
}
