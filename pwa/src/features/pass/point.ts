/** Points of P-256 in 33 bytes. Not every browser takes a compressed point for a key, so we work out the other half. */
import type { Bytes } from './layout'

const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn

/** Shortens an uncompressed point, as WebCrypto gives it. */
export function compress(point: Bytes): Bytes {
  const short = point.slice(0, 33)
  short[0] = 2 + ((point[64] ?? 0) % 2)
  return short
}

/** Gives a compressed point as WebCrypto takes it everywhere; null where it lies on no curve of ours. */
export function decompress(short: Bytes): Bytes | null {
  const [sign] = short
  const x = toNumber(short.slice(1))
  if (short.length !== 33 || (sign !== 2 && sign !== 3) || x >= P) {
    return null
  }
  const square = (x * x * x - 3n * x + B) % P
  const root = power(square < 0n ? square + P : square, (P + 1n) / 4n)
  if ((root * root - square) % P !== 0n) {
    return null
  }
  const y = root % 2n === BigInt(sign % 2) ? root : P - root
  return Uint8Array.from([4, ...toBytes(x), ...toBytes(y)])
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (let [square, rest] = [base, exponent]; rest > 0n; square = (square * square) % P, rest >>= 1n) {
    result = rest % 2n === 1n ? (result * square) % P : result
  }
  return result
}

function toNumber(bytes: Bytes): bigint {
  return bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
}

function toBytes(number: bigint): number[] {
  return Array.from({ length: 32 }, (_, place) => Number((number >> BigInt(8 * (31 - place))) & 255n))
}
