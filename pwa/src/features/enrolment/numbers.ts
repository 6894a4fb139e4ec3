/** Digits as they are typed: of any script, with whatever stands between; and whether a number can be one of ours. */

/** Where the digits 0 to 9 stand: ASCII, full width, Burmese. */
const ZEROES = [0x30, 0xff10, 0x1040]

/** Gives the digits of a text as 0–9; everything else is left out. */
export function digitsIn(text: string): string {
  return Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    const zero = ZEROES.find((one) => code >= one && code < one + 10)
    return zero === undefined ? '' : String(code - zero)
  }).join('')
}

/** Sets digits in groups, as they stand on the card: 9100 0000 0000 11. */
export function grouped(digits: string, size = 4): string {
  return digits.replace(new RegExp(`(\\d{${size}})(?=\\d)`, 'g'), '$1 ')
}

/** Tells where in a grouped text the n-th digit ends. */
export function placeAfter(shown: string, digits: number): number {
  let place = 0
  for (let left = digits; left > 0 && place < shown.length; place += 1) {
    left -= shown[place] === ' ' ? 0 : 1
  }
  return place
}

/** The Damm code, as backend/kit/numbers.py has it: it finds every wrong digit and every swap of neighbours. */
const TABLE = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

/** Tells whether 14 digits can be a worker's number. Whether it is one, only the register knows. */
export function canBeNumber(digits: string): boolean {
  return digits.startsWith('9') && Array.from(digits).reduce((interim, digit) => TABLE[Number(interim)]?.[Number(digit)] ?? '', '0') === '0'
}
