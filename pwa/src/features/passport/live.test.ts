import { afterEach, describe, expect, test, vi } from 'vitest'
import { eventParser, listen } from './live'

function parsed(...pieces: string[]): string[] {
  const names: string[] = []
  const parse = eventParser((name) => names.push(name))
  pieces.forEach(parse)
  return names
}

describe('the stream', () => {
  test('gives each whole event its name', () => {
    expect(parsed('event: changed\nid: 1\ndata: {}\n\nevent: other\ndata: 1\n\n')).toEqual(['changed', 'other'])
  })

  test('an event may come in pieces, wherever it is cut', () => {
    const text = 'event: changed\r\ndata: {}\r\n\r\n'
    for (let cut = 0; cut <= text.length; cut += 1) {
      expect(parsed(text.slice(0, cut), text.slice(cut))).toEqual(['changed'])
    }
  })

  test('a comment is no event', () => {
    expect(parsed(': still here\n\n', ': still here\n\n')).toEqual([])
  })
})

describe('listening', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  function stub() {
    let send: ReadableStreamDefaultController<Uint8Array> | undefined
    vi.stubGlobal('fetch', (_url: string, { signal }: RequestInit) => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          send = controller
          signal?.addEventListener('abort', () => controller.error(new Error('aborted')))
        },
      })
      return Promise.resolve(new Response(body))
    })
    const heard: string[] = []
    const stop = listen(
      '/v1/passport/live',
      {
        opened: () => heard.push('opened'),
        heard: () => {},
        event: (name) => heard.push(name),
        ended: (status) => heard.push(`ended ${status}`),
      },
      { opening: 8_000, silence: 40_000 },
    )
    const say = async (text: string) => {
      await vi.advanceTimersByTimeAsync(1)
      send?.enqueue(new TextEncoder().encode(text))
      await vi.advanceTimersByTimeAsync(1)
    }
    return { heard, stop, say }
  }

  test('it counts as open only when the server has spoken', async () => {
    vi.useFakeTimers()
    const { heard, say } = stub()
    await vi.advanceTimersByTimeAsync(10)
    expect(heard).toEqual([])
    await say(': watching\n\n')
    expect(heard).toEqual(['opened'])
    await say('event: changed\ndata: {}\n\n')
    expect(heard).toEqual(['opened', 'changed'])
  })

  test('forty silent seconds end it, and comments keep it', async () => {
    vi.useFakeTimers()
    const { heard, say } = stub()
    await say(': watching\n\n')
    await vi.advanceTimersByTimeAsync(39_000)
    await say(': still here\n\n')
    await vi.advanceTimersByTimeAsync(39_000)
    expect(heard).toEqual(['opened'])
    await vi.advanceTimersByTimeAsync(2_000)
    expect(heard).toEqual(['opened', 'ended null'])
  })

  test('whoever stops it hears nothing more', async () => {
    vi.useFakeTimers()
    const { heard, stop } = stub()
    stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(heard).toEqual([])
  })
})
