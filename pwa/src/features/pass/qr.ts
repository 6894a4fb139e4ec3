/** A link as a QR in one path. */
import { correction, generate } from 'lean-qr'

/** CSS pixels, with the quiet zone. */
export const SIDE = 246
/** Modules of white around it. */
export const QUIET = 4
/** CSS pixels: smaller modules are hard to read in rain and sun. */
export const SMALLEST_MODULE = 3.5

export interface Drawing {
  /** Modules of a side, without the quiet zone. */
  size: number
  path: string
}

/** Draws with as much correction as keeps the modules large enough: M if it fits, else L. */
export function draw(link: string): Drawing {
  const safe = generate(link, { minCorrectionLevel: correction.M })
  const code = moduleOf(safe.size) >= SMALLEST_MODULE ? safe : generate(link, { minCorrectionLevel: correction.L })
  return { size: code.size, path: pathOf(code.size, (x, y) => code.get(x, y)) }
}

/** How many CSS pixels a module has. */
export function moduleOf(size: number): number {
  return SIDE / (size + 2 * QUIET)
}

function pathOf(size: number, isOn: (x: number, y: number) => boolean): string {
  let path = ''
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      let run = 0
      while (x + run < size && isOn(x + run, y)) {
        run += 1
      }
      path += run > 0 ? `M${x} ${y}h${run}v1h-${run}z` : ''
      x += run
    }
  }
  return path
}
