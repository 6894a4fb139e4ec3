/** Which qualification implies which, beside what the catalogue knows. */
import { useOwn } from '../own'
import type { Draft } from './draft'
import { idOf } from './draft'
import type { Names } from './names'
import { NamePicker } from './NamePicker'
import { useWrong } from './wrong'
import { en, ja } from './words'

interface Props {
  grades: Draft['grades']
  names: Names
  set: (grades: Draft['grades']) => void
}

export function GradeFields({ grades, names, set }: Props) {
  const w = useOwn({ ja, en })
  const wrong = useWrong('$.grades')
  const put = (at: number, grade: readonly [string, string]) => set(grades.with(at, grade))
  return (
    <fieldset class="grades">
      <legend>{w.grades}</legend>
      <p class="quiet-word">{w.gradesHint}</p>
      {grades.map(([higher, lower], at) => (
        <div key={at} class="row">
          <Side id={idOf(`$.grades[${at}]`)} label={w.higher} name={higher} names={names} pick={(name) => put(at, [name, lower])} />
          <span aria-hidden="true">→</span>
          <Side id={idOf(`$.grades[${at}][1]`)} label={w.lower} name={lower} names={names} pick={(name) => put(at, [higher, name])} />
          <button type="button" class="incell" onClick={() => set(grades.toSpliced(at, 1))}>
            {w.remove}
          </button>
        </div>
      ))}
      {wrong !== null && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <button type="button" class="btn small" onClick={() => set([...grades, ['', '']])}>
        {w.addGrade}
      </button>
    </fieldset>
  )
}

interface SideProps {
  id: string
  label: string
  name: string
  names: Names
  pick: (name: string) => void
}

function Side({ id, label, name, names, pick }: SideProps) {
  const w = useOwn({ ja, en })
  return name === '' ? (
    <NamePicker id={id} label={label} names={names} without={[]} pick={pick} />
  ) : (
    <span>
      {names.said(name)}{' '}
      <button type="button" class="incell quiet-word" aria-label={`${w.again}：${label}`} onClick={() => pick('')}>
        {w.again}
      </button>
    </span>
  )
}
