/** Looks at a picture while it is being taken: the same figures as the server's, before anything is sent. */
import type { PictureLimits } from '../../api/schema'

/** What spoils a picture; `small` cannot be sent all the same. */
export type Spoilt = 'small' | 'dark' | 'blurred' | 'glare'

export interface Seen {
  sharpness: number
  brightness: number
  median: number
  blownOut: number
}

/** Measures grey values, row by row: the variance of the Laplacian, the mean, the median, and what is blown out. */
export function measure(grey: Uint8ClampedArray | Uint8Array, width: number, height: number, white: number): Seen {
  const counts = new Uint32Array(256)
  let sum = 0
  for (const value of grey) {
    counts[value] = (counts[value] ?? 0) + 1
    sum += value
  }
  let blown = 0
  for (let value = white; value < 256; value += 1) {
    blown += counts[value] ?? 0
  }
  const half = Math.floor(grey.length / 2)
  let median = 0
  for (let below = counts[0] ?? 0; below <= half && median < 255; below += counts[median] ?? 0) {
    median += 1
  }
  return { sharpness: laplacian(grey, width, height), brightness: sum / grey.length, median, blownOut: blown / grey.length }
}

function laplacian(grey: Uint8ClampedArray | Uint8Array, width: number, height: number): number {
  let sum = 0
  let squares = 0
  const at = (index: number) => grey[index] ?? 0
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const here = y * width + x
      const edge = at(here - 1) + at(here + 1) + at(here - width) + at(here + width) - 4 * at(here)
      const shown = Math.min(Math.max(edge + 128, 0), 255)
      sum += shown
      squares += shown * shown
    }
  }
  const count = Math.max((width - 2) * (height - 2), 1)
  return squares / count - (sum / count) ** 2
}

export function judge(seen: Seen, limits: PictureLimits): Spoilt | null {
  if (seen.brightness < limits.darkBelow) {
    return 'dark'
  }
  if (seen.sharpness < limits.sharpFrom) {
    return 'blurred'
  }
  return seen.median < limits.paperFrom && seen.blownOut > limits.glareAbove ? 'glare' : null
}

/** Grey values of a picture's pixels, as Pillow writes them. */
export function greyOf(pixels: Uint8ClampedArray): Uint8Array {
  const grey = new Uint8Array(pixels.length / 4)
  for (let index = 0; index < grey.length; index += 1) {
    const at = index * 4
    grey[index] = ((pixels[at] ?? 0) * 19595 + (pixels[at + 1] ?? 0) * 38470 + (pixels[at + 2] ?? 0) * 7471 + 0x8000) >> 16
  }
  return grey
}
