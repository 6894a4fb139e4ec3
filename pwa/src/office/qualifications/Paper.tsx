/** The picture of a paper, as large as the window lets it be. */
import { useState } from 'preact/hooks'
import { pictureOf } from '../../api/applications'
import { useOwn } from '../own'
import { en, ja } from './words'

export function Paper({ proof, name }: { proof: string | null; name: string }) {
  const w = useOwn({ ja, en })
  const [lost, setLost] = useState(false)
  if (proof === null || lost) {
    return <p class="paper none">{proof === null ? w.noPicture : w.lostPicture}</p>
  }
  return (
    <figure class="paper">
      <img src={pictureOf(proof)} alt={w.picture(name)} onError={() => setLost(true)} />
      <figcaption>
        <a href={pictureOf(proof)} target="_blank" rel="noreferrer">
          {w.large}
        </a>
      </figcaption>
    </figure>
  )
}
