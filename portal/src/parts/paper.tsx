import { useEffect, useMemo, useRef } from 'react'
import { useSay } from '../app/language'

export interface Span {
  start: number
  end: number
  key: string
  unsure: boolean
}

/** Words of the paper that somebody selected. */
export interface Selected {
  start: number
  end: number
  text: string
}

/** A paper as it was taken in, with what was read marked where it stands; of spans that overlap the inner one is marked. */
export function Paper({
  text,
  spans,
  chosen,
  choose,
  select,
}: {
  text: string
  spans: Span[]
  chosen: string
  choose: (key: string) => void
  select?: (selected: Selected | undefined) => void
}) {
  const say = useSay()
  const frame = useRef<HTMLDivElement>(null)
  const pieces = useMemo(() => cut(text, spans), [text, spans])
  useEffect(() => {
    frame.current?.querySelector('mark.chosen')?.scrollIntoView({ block: 'center' })
  }, [chosen, pieces])
  useEffect(() => {
    if (!select) {
      return
    }
    const changed = () => {
      const start = offset(frame.current, getSelection()?.anchorNode, getSelection()?.anchorOffset ?? 0)
      const end = offset(frame.current, getSelection()?.focusNode, getSelection()?.focusOffset ?? 0)
      // A selection elsewhere, as in a field of a dialog, leaves what was selected here.
      if (start !== undefined && end !== undefined) {
        select(start === end ? undefined : within(text, Math.min(start, end), Math.max(start, end)))
      }
    }
    document.addEventListener('selectionchange', changed)
    return () => document.removeEventListener('selectionchange', changed)
  }, [select, text])
  return (
    <div className="paper" ref={frame} tabIndex={0} role="region" aria-label={say('Toàn văn', 'The paper')}>
      {pieces.map((it) =>
        it.span ? (
          <mark key={it.start} data-start={it.start} className={`${it.span.unsure ? 'unsure' : ''} ${it.span.key === chosen ? 'chosen' : ''}`} onClick={() => choose(it.span?.key ?? '')}>
            {text.slice(it.start, it.end)}
          </mark>
        ) : (
          <span key={it.start} data-start={it.start}>{text.slice(it.start, it.end)}</span>
        ),
      )}
    </div>
  )
}

/** Where a place of the page lies in the text. */
function offset(frame: HTMLElement | null, node: Node | null | undefined, at: number): number | undefined {
  const piece = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-start]')
  return piece && frame?.contains(piece) ? Number(piece.dataset.start) + (node === piece ? 0 : at) : undefined
}

/** A part of the text without the blanks around it, and its words in one line. */
export function within(text: string, start: number, end: number): Selected | undefined {
  const part = text.slice(start, end)
  const from = start + part.length - part.trimStart().length
  const words = part.trim()
  return words ? { start: from, end: from + words.length, text: words.replace(/\s+/g, ' ') } : undefined
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
