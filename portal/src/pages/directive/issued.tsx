import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { answer, type Documents } from '../../app/api'
import { day, number } from '../../app/format'
import { useSay } from '../../app/language'
import { useApi, useMay } from '../../app/session'
import { useAgencies } from '../../parts/agencies'
import { keyed } from '../../parts/command'
import { Change } from '../../parts/dialog'
import { Words } from '../../parts/fields'
import { Refusal } from '../../parts/states'
import { Amend } from './amend'
import type { Desk } from './desk'
import { PaperChoice } from './paper-choice'

export function OfAnIssued({ desk }: { desk: Desk }) {
  const say = useSay()
  const api = useApi()
  const path = { id: desk.id }
  return (
    <>
      <Amend desk={desk} />
      <Change
        danger
        name={say('Bãi bỏ', 'Revoke')}
        initial={{ replacedBy: '', reason: '' }}
        fields={(input, set) => (
          <>
            <p>{say('Mọi nhiệm vụ đang làm của văn bản sẽ được rút.', 'All its running tasks will be withdrawn.')}</p>
            <PaperChoice label={say('Văn bản thay thế', 'What replaces it')} except={desk.id} value={input.replacedBy} onChange={(replacedBy) => set({ replacedBy })} />
            <Words label={say('Lý do', 'Reason')} value={input.reason} onChange={(reason) => set({ reason })} rows={3} required />
          </>
        )}
        run={({ replacedBy, reason }, key) =>
          answer(
            api.documents.POST('/api/v1/directives/{id}/revocation', {
              params: { path, header: { ...keyed(key), 'If-Match': desk.etag } },
              body: { reason, replacedBy: replacedBy || undefined },
            }),
          )
        }
      />
    </>
  )
}

/** What this paper changes in others, for the clerk to take up. */
export function Proposals({ id }: { id: string }) {
  const say = useSay()
  const api = useApi()
  const clerk = useMay('CLERK')
  const { nameOf } = useAgencies()
  const query = useQuery({
    queryKey: ['directive', id, 'proposals'],
    queryFn: () => answer(api.documents.GET('/api/v1/directives/{id}/proposals', { params: { path: { id } } })),
  })
  if (!query.data?.length) {
    return <Refusal error={query.error} retry={() => void query.refetch()} />
  }
  return (
    <section className="sheet">
      <h2>{say('Văn bản này sửa đổi văn bản khác', 'This paper changes others')}</h2>
      {query.data.map((it, at) => (
        <div key={at}>
          <h3>{it.directiveId ? <Link to={`/directives/${it.directiveId}`}>{it.number}</Link> : it.number}</h3>
          <ul>
            {it.changes?.map((change) => (
              <li key={change.path}>
                {say('Mục', 'Clause')} {change.path}: {change.repealed ? say('bãi bỏ', 'repealed') : ''} {change.dueOn && `${say('hạn', 'due')} ${day(change.dueOn)}`}{' '}
                {!!change.lead?.length && `${say('chủ trì', 'lead')}: ${change.lead.map(nameOf).join('; ')}`}
                {change.dueBefore && change.dueBefore !== change.dueOn && ` (${say('trước', 'before')} ${day(change.dueBefore)})`}
                {takenUp(change) && <span className="tag good">{say('đã đưa vào', 'taken up')}</span>}
                <blockquote>{change.says}</blockquote>
              </li>
            ))}
            {it.byHand?.map((hand, n) => (
              <li key={n} className="soft">
                {say('Cần làm bằng tay', 'By hand')}: {hand.place} “{hand.says}”
              </li>
            ))}
          </ul>
          {clerk && it.amendable && it.directiveId && !!it.changes?.some((change) => !takenUp(change)) && (
            <Change
              name={say('Đưa vào văn bản kia', 'Take it up there')}
              initial={{ reason: '' }}
              fields={(input, set) => <Words label={say('Lý do', 'Reason')} value={input.reason} onChange={(reason) => set({ reason })} rows={2} required />}
              run={(input, key) =>
                answer(
                  api.documents.POST('/api/v1/directives/{id}/amendments', {
                    params: { path: { id: it.directiveId ?? '' }, header: keyed(key) },
                    body: { by: id, reason: input.reason, changes: (it.changes ?? []).filter((change) => !takenUp(change)).map((change) => ({ path: change.path ?? '', dueOn: change.dueOn, lead: change.lead, repealed: change.repealed })) },
                  }),
                )
              }
            />
          )}
        </div>
      ))}
    </section>
  )
}

/** The clause has that day already. */
function takenUp(change: Documents['ProposedChange']): boolean {
  return !change.repealed && !change.lead?.length && change.dueOn !== undefined && change.dueOn === change.dueBefore
}

export function Amendments({ directive }: { directive: Documents['DirectiveView'] }) {
  const say = useSay()
  const { nameOf } = useAgencies()
  if (!directive.amendments?.length) {
    return null
  }
  return (
    <section>
      <h2>{say('Đã sửa đổi', 'Amended')}</h2>
      <ul>
        {directive.amendments.map((it, at) => (
          <li key={at}>
            {day(it.on)}: {it.reason} {it.by && <Link to={`/directives/${it.by}`}>{say('theo văn bản này', 'by this paper')}</Link>}
            <ul>
              {it.changes?.map((change) => (
                <li key={change.path}>
                  {say('Mục', 'Clause')} {change.path}: {change.repealed ? say('bãi bỏ', 'repealed') : change.dueOn ? `${say('hạn', 'due')} ${day(change.dueOn)}` : ''} {change.lead?.map(nameOf).join('; ')}
                </li>
              ))}
              {it.targets?.map((change) => (
                <li key={change.number}>
                  {say('Mục tiêu', 'Target')} {change.number}: {number(change.value)} {change.year}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
