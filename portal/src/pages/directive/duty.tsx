import { answer, type Documents } from '../../app/api'
import { day } from '../../app/format'
import { useSay } from '../../app/language'
import { useApi } from '../../app/session'
import { LIMITS, word } from '../../app/words'
import { keyed } from '../../parts/command'
import { Change } from '../../parts/dialog'
import { Choice, Day, Words } from '../../parts/fields'
import type { Desk } from './desk'

type Provision = Documents['Provision']

export function Duty({ duty }: { duty: Provision }) {
  const say = useSay()
  const limit = duty.limit ?? {}
  return (
    <>
      <strong>{duty.path}</strong> {duty.text}
      <dl>
        <dt>{say('Chủ trì', 'Lead')}</dt>
        <dd>
          {duty.assignees?.join('; ') || '—'} {duty.assigneesImplicit && <span className="soft small">({say('theo mục trên', 'from above')})</span>}
        </dd>
        {!!duty.cooperating?.length && (
          <>
            <dt>{say('Phối hợp', 'Co-operating')}</dt>
            <dd>{duty.cooperating.join('; ')}</dd>
          </>
        )}
        <dt>{say('Thời hạn', 'Limit')}</dt>
        <dd>
          {limit.date ? day(limit.date) : word(LIMITS, limit.kind, say)} {limit.phrase && <span className="soft">“{limit.phrase}”</span>}
        </dd>
        {!!duty.reportTo?.length && (
          <>
            <dt>{say('Báo cáo', 'Report to')}</dt>
            <dd>{duty.reportTo.join('; ')}</dd>
          </>
        )}
      </dl>
    </>
  )
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((it) => it.trim())
    .filter(Boolean)

/** A duty put right, or one that the reader did not see. */
export function Correct({ desk, duty }: { desk: Desk; duty: Provision | undefined }) {
  const say = useSay()
  const api = useApi()
  const [before, , phraseOf] = [duty?.limit, undefined, duty?.limit?.phrase]
  return (
    <Change
      wide
      name={duty ? say('Sửa', 'Correct') : say('Thêm nhiệm vụ', 'Add a duty')}
      title={duty ? `${say('Sửa mục', 'Correct')} ${duty.path}` : say('Thêm nhiệm vụ máy không đọc được', 'A duty that the reader did not see')}
      initial={{
        path: duty?.path ?? '',
        text: duty?.text ?? '',
        assignees: duty?.assignees?.join('\n') ?? '',
        cooperating: duty?.cooperating?.join('\n') ?? '',
        kind: before?.kind ?? 'NONE',
        date: before?.date ?? '',
        time: before?.time ?? '',
        reason: '',
      }}
      fields={(input, set) => (
        <>
          <Words label={say('Mục', 'Clause')} value={input.path} onChange={(path) => set({ path })} hint="II.3.a" required />
          <Words label={say('Nội dung', 'What is to be done')} value={input.text} onChange={(text) => set({ text })} rows={3} required />
          <Words label={say('Chủ trì, mỗi dòng một cơ quan', 'Lead, one agency a line')} value={input.assignees} onChange={(assignees) => set({ assignees })} rows={3} />
          <Words label={say('Phối hợp, mỗi dòng một cơ quan', 'Co-operating, one agency a line')} value={input.cooperating} onChange={(cooperating) => set({ cooperating })} rows={2} />
          <div className="filters">
            <Choice
              label={say('Loại thời hạn', 'Kind of limit')}
              value={input.kind}
              onChange={(kind) => set({ kind: kind as typeof input.kind })}
              options={(['DATE', 'RECURRING', 'CONTINUOUS', 'ROADMAP', 'NONE'] as const).map((it) => [it, word(LIMITS, it, say)])}
            />
            {input.kind === 'DATE' && <Day label={say('Ngày', 'Day')} value={input.date} onChange={(date) => set({ date })} />}
            {input.kind === 'DATE' && <Words label={say('Giờ', 'Hour')} value={input.time} onChange={(time) => set({ time })} hint="17:00" />}
          </div>
          <Words label={say('Vì sao sửa', 'Why')} value={input.reason} onChange={(reason) => set({ reason })} rows={2} />
        </>
      )}
      run={(input, key) => {
        const kept = input.kind === before?.kind && input.date === (before?.date ?? '') && input.time === (before?.time ?? '')
        return answer(
          api.documents.POST('/api/v1/directives/{id}/corrections', {
            params: { path: { id: desk.id }, header: { ...keyed(key), 'If-Match': desk.etag } },
            body: {
              reason: input.reason || undefined,
              remove: duty?.path && duty.path !== input.path ? [duty.path] : undefined,
              duties: [
                {
                  path: input.path,
                  text: input.text,
                  assignees: lines(input.assignees),
                  cooperating: lines(input.cooperating),
                  kind: duty?.kind,
                  product: duty?.product,
                  reportTo: duty?.reportTo,
                  limit: kept && before ? asWritten(before) : { kind: input.kind, phrase: phraseOf, date: input.date || undefined, time: input.time || undefined },
                  start: duty?.mark?.start,
                  end: duty?.mark?.end,
                },
              ],
            },
          }),
        )
      }}
    />
  )
}

/** A limit that was not touched goes back as it was read. */
function asWritten(limit: NonNullable<Provision['limit']>): Documents['LimitRequest'] {
  const { kind, phrase, date, inclusive, time, relative, frequency, recurrence, period, embeddedIn } = limit
  const { day: dayOf, days, month, monthOfPeriod, periodOffset, weekday, weekOfMonth } = recurrence ?? {}
  return {
    kind: kind ?? 'NONE',
    phrase,
    date,
    inclusive,
    time,
    relative: relative && { amount: relative.amount, unit: relative.unit, from: relative.from },
    frequency,
    recurrence: recurrence && { day: dayOf, days, month, monthOfPeriod, periodOffset, weekday, weekOfMonth },
    period,
    embeddedIn,
  }
}

export function Remove({ desk, path, target }: { desk: Desk; path: string; target: boolean }) {
  const say = useSay()
  const api = useApi()
  return (
    <Change
      danger
      name={say('Bỏ', 'Remove')}
      title={`${say('Bỏ mục', 'Remove')} ${path}`}
      initial={{ reason: '' }}
      fields={(input, set) => <Words label={say('Vì sao bỏ', 'Why')} value={input.reason} onChange={(reason) => set({ reason })} rows={2} />}
      run={(input, key) =>
        answer(
          api.documents.POST('/api/v1/directives/{id}/corrections', {
            params: { path: { id: desk.id }, header: { ...keyed(key), 'If-Match': desk.etag } },
            body: { reason: input.reason || undefined, ...(target ? { removeTargets: [path] } : { remove: [path] }) },
          }),
        )
      }
    />
  )
}
