/**
 * Hears from the server that something changed.
 *
 * Reads text/event-stream from a fetch of our own, because the browser's EventSource hides comment
 * lines, and those are how a silent server differs from a dead connection.
 */
import type { Address } from '../../api/schema'

export interface Ears {
  /** The server has begun to speak, so it says every change from now on. (Its headers alone do not promise that.) */
  opened: () => void
  /** Something was heard, if only a comment. */
  heard: () => void
  /** An event has arrived. */
  event: (name: string) => void
  /** The stream has ended, by whichever side; `status` is the server's answer, if there was one. */
  ended: (status: number | null) => void
}

interface Patience {
  opening: number
  silence: number
}

/** Listens until the stream ends or the returned function is called. */
export function listen(url: Address, ears: Ears, patience: Patience): () => void {
  const control = new AbortController()
  let stopped = false
  let watchdog = setTimeout(() => control.abort(), patience.opening)

  const rest = () => {
    clearTimeout(watchdog)
    watchdog = setTimeout(() => control.abort(), patience.silence)
  }

  const run = async (): Promise<number | null> => {
    const headers = { Accept: 'text/event-stream' }
    const answer = await fetch(url, { headers, cache: 'no-store', signal: control.signal })
    if (!answer.ok || answer.body === null) {
      return answer.status
    }
    const parse = eventParser((name) => ears.event(name))
    let open = false
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      rest()
      if (!open) {
        open = true
        ears.opened()
      }
      ears.heard()
      parse(chunk.value)
    }
    return answer.status
  }

  const finish = (status: number | null) => {
    clearTimeout(watchdog)
    if (!stopped) {
      ears.ended(status)
    }
  }
  run().then(finish, () => finish(null))

  return () => {
    stopped = true
    clearTimeout(watchdog)
    control.abort()
  }
}

/** Takes the stream piece by piece and names each whole event; data and ids are not needed here. */
export function eventParser(found: (name: string) => void): (piece: string) => void {
  let rest = ''
  let name = 'message'
  let filled = false
  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line === '') {
        if (filled) {
          found(name)
        }
        name = 'message'
        filled = false
      } else if (line.startsWith('event:')) {
        name = line.slice(6).trim()
      } else if (line.startsWith('data')) {
        filled = true
      }
    }
  }
}
