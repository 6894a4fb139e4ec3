import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../api/schema'
import { ECDSA, type Keys, judge } from './judging'
import { type Bytes, type Seen, fromBase64Url, readCode, toBase64Url, writeInstant, writeText } from './layout'
import { compress, decompress } from './point'

interface Case {
  name: string
  code: string
  times?: number
  at: number
  finding: Finding
  seen?: Seen
}

const vectors: { keys: Keys; cases: Case[] } = JSON.parse(readFileSync('../tests/vectors/pass.json', 'utf8'))

describe('every vector is found to be what it is', () => {
  test.each(vectors.cases)('$name', async ({ code, times = 1, at, finding, seen }) => {
    const read = readCode(code.repeat(times))
    expect(await judge(read, vectors.keys, at * 1000)).toBe(finding)
    expect(seen === undefined ? undefined : read?.seen).toEqual(seen)
  })
})

test('a code that is read is written again as it was', () => {
  const { code } = vectors.cases[0]!
  const read = readCode(code)!
  const certificate = Uint8Array.from([...read.certified, ...read.registerSignature])
  expect(writeInstant(certificate, read.instant)).toEqual(read.signed)
  expect(writeText(read.signed, read.phoneSignature)).toBe(code)
})

test('a life of seconds ends within the second', async () => {
  const { code, at } = vectors.cases[0]!
  const read = readCode(code)
  expect(await judge(read, vectors.keys, (at + 90) * 1000)).toBe('valid')
  expect(await judge(read, vectors.keys, (at + 90) * 1000 + 1)).toBe('too_old')
  expect(await judge(read, vectors.keys, (at - 30) * 1000 - 1)).toBe('from_future')
})

describe('points', () => {
  test('whatever key a phone makes, its short form leads back to it', async () => {
    for (let n = 0; n < 20; n += 1) {
      const pair = await crypto.subtle.generateKey(ECDSA, true, ['sign', 'verify'])
      const point: Bytes = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
      expect(decompress(compress(point))).toEqual(point)
      expect(fromBase64Url(toBase64Url(compress(point)))).toEqual(compress(point))
    }
  })

  test.each(['02', '05', '00', '04'])('%s before anything is no point of ours', (sign) => {
    const short = Uint8Array.from([Number.parseInt(sign, 16), ...Array.from({ length: 32 }, () => 255)])
    expect(decompress(short)).toBeNull()
  })
})
