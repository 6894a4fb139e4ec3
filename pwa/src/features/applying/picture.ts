/** Takes a picture in hand: is it one, can it be read, and makes it small enough for a slow line, without what the camera added. */
import type { PictureLimits } from '../../api/schema'
import { type Spoilt, greyOf, judge, measure } from './looking'

const LONGEST = 2400
const QUALITY = 0.9

export interface InHand {
  picture: Blob
  spoilt: Spoilt | null
}

/** Looks at a file that was chosen; null where it is no picture. */
export async function takeInHand(file: Blob, shortest: number, limits: PictureLimits | null): Promise<InHand | null> {
  const seen = await createImageBitmap(file).catch(() => null)
  if (seen === null) {
    return null
  }
  try {
    const small = Math.min(seen.width, seen.height) < shortest
    const spoilt = small ? 'small' : limits === null ? null : judge(look(seen, limits), limits)
    const drawn = draw(seen, LONGEST)
    const picture = await drawn.canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
    return { picture, spoilt }
  } finally {
    seen.close()
  }
}

function look(seen: ImageBitmap, limits: PictureLimits) {
  const { canvas } = draw(seen, limits.lookedAt)
  const { width, height } = canvas
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const pixels = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray(4)
  return measure(greyOf(pixels), width, height, limits.white)
}

function draw(seen: ImageBitmap, longest: number): { canvas: OffscreenCanvas } {
  const scale = Math.min(1, longest / Math.max(seen.width, seen.height))
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(seen.width * scale)), Math.max(1, Math.round(seen.height * scale)))
  const context = canvas.getContext('2d')
  if (context !== null) {
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(seen, 0, 0, canvas.width, canvas.height)
  }
  return { canvas }
}
