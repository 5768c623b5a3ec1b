import { answer, type Documents } from '../../app/api'
import { notANumber, typed, typedNumber } from '../../app/format'
import { useSay } from '../../app/language'
import { useApi } from '../../app/session'
import { keyed } from '../../parts/command'
import { Change } from '../../parts/dialog'
import { Check, Choice, Day, Words } from '../../parts/fields'
import { Several } from '../../parts/several'
import { targetText } from '../../parts/target'
import type { Desk } from './desk'
import { PaperChoice } from './paper-choice'

interface ClauseChange {
  path: string
  repealed: boolean
  dueOn: string
  lead: string[]
  cooperating: string[]
}

interface TargetChange {
  number: number
  value: string
  valueMax: string
  year: string
}

const sameClause = (path: string): ClauseChange => ({ path, repealed: false, dueOn: '', lead: [], cooperating: [] })

/** Clauses and targets of a paper that is in force, changed in one step. */
export function Amend({ desk }: { desk: Desk }) {
  const say = useSay()
  const api = useApi()
  const { provisions = [], targets = [] } = desk.directive.reading ?? {}
  const clauses = provisions.map((it) => [it.path ?? '', `${it.path} – ${it.text?.slice(0, 80)}`] as const)
  const goals = targets.map((it, at) => [String(at + 1), `${it.name}: ${targetText(it, say)}`] as const)
  const goal = (number: number): TargetChange => {
    const { value, valueMax, year } = targets[number - 1] ?? {}
    return { number, value: typed(value), valueMax: typed(valueMax), year: year ?? '' }
  }
  const first = clauses[0]?.[0]
  return (
    <Change
      wide
      name={say('Sửa đổi', 'Amend')}
      initial={{ by: '', reason: '', clauses: first === undefined ? [] : [sameClause(first)], targets: [] as TargetChange[] }}
      fields={(input, set) => (
        <>
          {input.clauses.map((it, at) => {
            const put = (part: Partial<ClauseChange>) => set({ clauses: input.clauses.map((other, n) => (n === at ? { ...other, ...part } : other)) })
            return (
              <fieldset key={at}>
                <legend>
                  {say('Mục', 'Clause')} {it.path}
                </legend>
                <Choice label={say('Mục', 'Clause')} value={it.path} onChange={(path) => put({ path })} options={clauses} />
                <Check label={say('Bãi bỏ mục này', 'Repeal this clause')} value={it.repealed} onChange={(repealed) => put({ repealed })} />
                {!it.repealed && (
                  <>
                    <Day label={say('Hạn mới (để trống: giữ nguyên)', 'New day (empty: as it is)')} value={it.dueOn} onChange={(dueOn) => put({ dueOn })} />
                    <Several label={say('Chủ trì mới (để trống: các cơ quan giữ nguyên)', 'New lead (empty: agencies as they are)')} chosen={it.lead} onChange={(lead) => put({ lead })} />
                    {it.lead.length > 0 && (
                      <Several label={say('Phối hợp từ nay (để trống: không còn ai)', 'Co-operating from now on (empty: nobody)')} chosen={it.cooperating} onChange={(cooperating) => put({ cooperating })} />
                    )}
                  </>
                )}
                <button type="button" onClick={() => set({ clauses: input.clauses.filter((_, n) => n !== at) })}>
                  {say('Không sửa mục này', 'Leave this clause')}
                </button>
              </fieldset>
            )
          })}
          {input.targets.map((it, at) => {
            const put = (part: Partial<TargetChange>) => set({ targets: input.targets.map((other, n) => (n === at ? { ...other, ...part } : other)) })
            const wrong = (text: string) => {
              const said = notANumber(text)
              return said && say(said)
            }
            return (
              <fieldset key={at}>
                <legend>{say('Mục tiêu', 'Target')}</legend>
                <Choice label={say('Mục tiêu', 'Target')} value={String(it.number)} onChange={(number) => put(goal(Number(number)))} options={goals} />
                <div className="filters">
                  <Words label={say('Giá trị', 'Value')} value={it.value} onChange={(value) => put({ value })} error={wrong(it.value)} numeric required />
                  {targets[it.number - 1]?.comparator === 'range' && <Words label={say('Đến', 'To')} value={it.valueMax} onChange={(valueMax) => put({ valueMax })} error={wrong(it.valueMax)} numeric required />}
                  <Words label={say('Năm', 'Year')} value={it.year} onChange={(year) => put({ year })} hint="2025" />
                </div>
                <button type="button" onClick={() => set({ targets: input.targets.filter((_, n) => n !== at) })}>
                  {say('Không sửa mục tiêu này', 'Leave this target')}
                </button>
              </fieldset>
            )
          })}
          <div className="actions">
            {first !== undefined && (
              <button type="button" onClick={() => set({ clauses: [...input.clauses, sameClause(clauses.find(([path]) => !input.clauses.some((it) => it.path === path))?.[0] ?? first)] })}>
                {say('Sửa thêm một mục', 'Another clause')}
              </button>
            )}
            {goals.length > 0 && (
              <button type="button" onClick={() => set({ targets: [...input.targets, goal(1)] })}>
                {say('Sửa một mục tiêu', 'Change a target')}
              </button>
            )}
          </div>
          <PaperChoice label={say('Theo văn bản nào', 'By which paper')} except={desk.id} value={input.by} onChange={(by) => set({ by })} />
          <Words label={say('Lý do', 'Reason')} value={input.reason} onChange={(reason) => set({ reason })} rows={3} required />
        </>
      )}
      run={(input, key) =>
        answer(
          api.documents.POST('/api/v1/directives/{id}/amendments', {
            params: { path: { id: desk.id }, header: { ...keyed(key), 'If-Match': desk.etag } },
            body: { by: input.by || undefined, reason: input.reason, changes: input.clauses.map(clauseSent), targets: input.targets.length ? input.targets.map(targetSent) : undefined },
          }),
        )
      }
    />
  )
}

function clauseSent({ path, repealed, dueOn, lead, cooperating }: ClauseChange): Documents['ChangeRequest'] {
  return repealed
    ? { path, repealed }
    : { path, dueOn: dueOn || undefined, ...(lead.length ? { lead, cooperating } : {}) }
}

/** The field lets only a number through. */
function targetSent({ number, value, valueMax, year }: TargetChange): Documents['TargetChangeRequest'] {
  return { number, value: typedNumber(value) as number, valueMax: typedNumber(valueMax), year: year || undefined }
}
