/** Of two grades the higher, then the lower. */
import type { Proposal } from '../levels/calls'
import { useOwn } from '../own'
import type { Names } from './names'
import { en, ja } from './words'

export function Grades({ grades, names }: { grades: Proposal['grades']; names: Names }) {
  const w = useOwn({ ja, en })
  return (
    <div>
      <dt>{w.grades}</dt>
      <dd>
        <ul class="entries">
          {grades.map(([higher, lower]) => (
            <li key={`${higher} ${lower}`}>
              {names.said(higher)} → {names.said(lower)}
            </li>
          ))}
        </ul>
      </dd>
    </div>
  )
}
