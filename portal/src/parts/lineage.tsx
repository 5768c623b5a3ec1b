import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { answer, type Documents } from '../app/api'
import { day } from '../app/format'
import { useSay } from '../app/language'
import { useApi } from '../app/session'
import { CITED_AS, word } from '../app/words'
import { Asked } from './states'

type Edge = Documents['Link']

/** What a directive stands on, itself, and what stands on it, left to right. */
export function Lineage({ id, number }: { id: string; number: string }) {
  const say = useSay()
  const api = useApi()
  const query = useQuery({
    queryKey: ['directive', id, 'lineage'],
    queryFn: () => answer(api.documents.GET('/api/v1/directives/{id}/lineage', { params: { path: { id } } })),
  })
  return (
    <Asked query={query} isEmpty={(it) => !it.up?.length && !it.down?.length} empty={say('Không viện dẫn văn bản nào, và chưa văn bản nào viện dẫn.', 'It cites no other, and no other cites it.')}>
      {({ up = [], down = [] }) => (
        <div className="lineage">
          <Side name={say('Viện dẫn', 'Stands on')} edges={up} />
          <Lines from={up.length} to={1} />
          <div className="self">
            <strong>{number}</strong>
          </div>
          <Lines from={1} to={down.length} />
          <Side name={say('Được viện dẫn bởi', 'Stood on by')} edges={down} />
        </div>
      )}
    </Asked>
  )
}

function Side({ name, edges }: { name: string; edges: Edge[] }) {
  const say = useSay()
  return (
    <ul aria-label={name}>
      {edges.length === 0 && <li className="soft">{say('không có', 'none')}</li>}
      {edges.map((it, at) => (
        <li key={at}>
          <span className="tag">{word(CITED_AS, it.role, say)}</span>{' '}
          {it.directiveId ? <Link to={`/directives/${it.directiveId}`}>{it.number ?? it.text}</Link> : (it.number ?? it.text)}
          <div className="soft small">{[it.issuer, it.date && day(it.date)].filter(Boolean).join(' · ')}</div>
        </li>
      ))}
    </ul>
  )
}

function Lines({ from, to }: { from: number; to: number }) {
  const at = (n: number, of: number) => (100 * (n + 0.5)) / Math.max(of, 1)
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      {Array.from({ length: Math.max(from, 1) }, (_, a) =>
        Array.from({ length: Math.max(to, 1) }, (__, b) => <path key={`${a}-${b}`} d={`M0 ${at(a, from)} C50 ${at(a, from)} 50 ${at(b, to)} 100 ${at(b, to)}`} fill="none" stroke="currentColor" strokeOpacity="0.45" vectorEffect="non-scaling-stroke" />),
      )}
    </svg>
  )
}
