import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Service } from '../app/config'
import { useSession } from '../app/session'

/** Says that figures of the province changed, as they do after every filing. */
export const FIGURES_CHANGED = '/api/v1/indicators/values/stream'

const BACK_AFTER_MILLISECONDS = 3_000
const LONGEST_BACK_MILLISECONDS = 60_000

export interface StreamEvent {
  id: string
  name: string
  data: string
}

/** Server-sent events out of the text of a stream as it comes; what is not whole yet is left for the next piece. */
export function eventsIn(text: string): { events: StreamEvent[]; rest: string } {
  const blocks = text.replaceAll('\r\n', '\n').split('\n\n')
  const rest = blocks.pop() ?? ''
  const events = blocks.flatMap((block) => {
    const event: StreamEvent = { id: '', name: 'message', data: '' }
    let said = false
    for (const line of block.split('\n')) {
      const colon = line.indexOf(':')
      if (colon <= 0) {
        continue
      }
      const value = line.slice(colon + 1).replace(/^ /, '')
      const field = line.slice(0, colon)
      said ||= field === 'data' || field === 'event'
      if (field === 'id') event.id = value
      if (field === 'event') event.name = value
      if (field === 'data') event.data += (event.data ? '\n' : '') + value
    }
    return said ? [event] : []
  })
  return { events, rest }
}

/**
 * Follows a stream while its page is seen, and has what is named asked anew whenever something comes: one open
 * connection instead of a question every second. Says whether it is connected.
 */
export function useStream(service: Service, path: string, anew: QueryKey[], enabled = true): boolean {
  const { api } = useSession()
  const queries = useQueryClient()
  const [connected, setConnected] = useState(false)
  const asked = JSON.stringify(anew)
  useEffect(() => {
    if (!enabled) {
      return
    }
    const keys = JSON.parse(asked) as QueryKey[]
    const tell = () => keys.forEach((queryKey) => void queries.invalidateQueries({ queryKey }))
    let last = ''
    let begun = false
    let stop = new AbortController()
    async function follow({ signal }: AbortController) {
      let wait = BACK_AFTER_MILLISECONDS
      while (!signal.aborted) {
        try {
          const headers: Record<string, string> = { Accept: 'text/event-stream' }
          if (last) {
            headers['Last-Event-ID'] = last
          }
          const answer = await api.fetch(service, path, { headers, signal })
          if (answer.ok && answer.body) {
            setConnected(true)
            if (begun) {
              tell()
            }
            begun = true
            wait = BACK_AFTER_MILLISECONDS
            const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
            let text = ''
            for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
              const { events, rest } = eventsIn(text + piece.value)
              text = rest
              for (const it of events) {
                last = it.id || last
              }
              if (events.length) {
                tell()
              }
            }
          } else if (answer.status === 403) {
            return
          }
        } catch {
          // The connection broke or could not be made; it is tried again below.
        }
        setConnected(false)
        await new Promise((done) => setTimeout(done, wait))
        wait = Math.min(2 * wait, LONGEST_BACK_MILLISECONDS)
      }
    }
    // A browser has few connections for each server: a page that nobody sees gives its own back.
    const seen = () => {
      stop.abort()
      if (!document.hidden) {
        stop = new AbortController()
        void follow(stop)
      }
    }
    void follow(stop)
    document.addEventListener('visibilitychange', seen)
    return () => {
      document.removeEventListener('visibilitychange', seen)
      stop.abort()
      setConnected(false)
    }
  }, [api, queries, service, path, asked, enabled])
  return connected
}
