import { useEffect, useMemo, useRef } from 'react'

export interface Span {
  start: number
  end: number
  key: string
  unsure: boolean
}

/** A paper as it was taken in, with what was read marked where it stands; of spans that overlap the inner one is marked. */
export function Paper({ text, spans, chosen, choose }: { text: string; spans: Span[]; chosen: string; choose: (key: string) => void }) {
  const frame = useRef<HTMLDivElement>(null)
  const pieces = useMemo(() => cut(text, spans), [text, spans])
  useEffect(() => {
    frame.current?.querySelector('mark.chosen')?.scrollIntoView({ block: 'center' })
  }, [chosen, pieces])
  return (
    <div className="paper" ref={frame} tabIndex={0} role="region" aria-label="Văn bản">
      {pieces.map((it) =>
        it.span ? (
          <mark key={it.start} className={`${it.span.unsure ? 'unsure' : ''} ${it.span.key === chosen ? 'chosen' : ''}`} onClick={() => choose(it.span?.key ?? '')}>
            {text.slice(it.start, it.end)}
          </mark>
        ) : (
          <span key={it.start}>{text.slice(it.start, it.end)}</span>
        ),
      )}
    </div>
  )
}

interface Piece {
  start: number
  end: number
  span: Span | undefined
}

/** The text in pieces, each in the innermost span that covers it. */
export function cut(text: string, spans: Span[]): Piece[] {
  const edges = [...new Set([0, text.length, ...spans.flatMap((it) => [it.start, it.end])])].filter((it) => it >= 0 && it <= text.length).sort((a, b) => a - b)
  const inner = spans.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const open: Span[] = []
  const pieces: Piece[] = []
  let next = 0
  for (let at = 0; at + 1 < edges.length; at++) {
    const start = edges[at] ?? 0
    const end = edges[at + 1] ?? 0
    for (; next < inner.length && (inner[next]?.start ?? Infinity) <= start; next++) {
      open.push(inner[next] as Span)
    }
    for (let n = open.length - 1; n >= 0; n--) {
      if ((open[n] as Span).end <= start) {
        open.splice(n, 1)
      }
    }
    pieces.push({ start, end, span: open.at(-1) })
  }
  return pieces
}
