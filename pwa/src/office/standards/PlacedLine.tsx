/** A line of the form that knows its place in what is sent, and what is wrong there. */
import { Line } from '../Fields'
import { idOf } from './draft'
import { useWrong } from './wrong'

interface Props {
  place: string
  label: string
  hint?: string
  value: string
  set: (value: string) => void
  type?: 'text' | 'date'
  wide?: boolean
  figure?: boolean
}

export function PlacedLine({ place, ...line }: Props) {
  return <Line {...line} id={idOf(place)} wrong={useWrong(place)} />
}
