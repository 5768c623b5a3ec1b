import { answer, type Documents } from '../../app/api'
import { number } from '../../app/format'
import { useSay } from '../../app/language'
import { useApi } from '../../app/session'
import { keyed } from '../../parts/command'
import { Change } from '../../parts/dialog'
import { Choice, Words } from '../../parts/fields'
import type { Desk } from './desk'

type Target = Documents['Target']

export function TargetOf({ target }: { target: Target }) {
  const say = useSay()
  return (
    <>
      <strong>
        {say('Mục tiêu', 'Target')} {target.path}
      </strong>{' '}
      {target.name}: {target.comparator} {number(target.value)} {target.valueMax !== undefined && `– ${number(target.valueMax)}`} {target.unit} {target.year && `(${target.year})`}
    </>
  )
}

export function CorrectTarget({ desk, target }: { desk: Desk; target: Target }) {
  const say = useSay()
  const api = useApi()
  return (
    <Change
      name={say('Sửa', 'Correct')}
      title={`${say('Sửa mục tiêu', 'Correct the target')} ${target.path}`}
      initial={{
        name: target.name ?? '',
        comparator: target.comparator ?? '>=',
        value: target.value === undefined ? '' : String(target.value),
        unit: target.unit ?? '',
        year: target.year ?? '',
        reason: '',
      }}
      fields={(input, set) => (
        <>
          <Words label={say('Tên', 'Name')} value={input.name} onChange={(name) => set({ name })} required />
          <div className="filters">
            <Choice
              label={say('So sánh', 'Comparison')}
              value={input.comparator}
              onChange={(comparator) => set({ comparator })}
              options={(['>=', '>', '<=', '<', '=', 'increase', 'decrease', 'range'] as const).map((it) => [it, it])}
            />
            <Words label={say('Giá trị', 'Value')} value={input.value} onChange={(value) => set({ value })} numeric />
            <Words label={say('Đơn vị', 'Unit')} value={input.unit} onChange={(unit) => set({ unit })} />
            <Words label={say('Năm', 'Year')} value={input.year} onChange={(year) => set({ year })} />
          </div>
          <Words label={say('Vì sao sửa', 'Why')} value={input.reason} onChange={(reason) => set({ reason })} rows={2} />
        </>
      )}
      run={(input, key) =>
        answer(
          api.documents.POST('/api/v1/directives/{id}/corrections', {
            params: { path: { id: desk.id }, header: { ...keyed(key), 'If-Match': desk.etag } },
            body: {
              reason: input.reason || undefined,
              targets: [
                {
                  path: target.path ?? '',
                  name: input.name,
                  comparator: input.comparator,
                  value: input.value === '' ? undefined : Number(input.value.replace(',', '.')),
                  valueMax: target.valueMax,
                  unit: input.unit || undefined,
                  year: input.year || undefined,
                  baseline: target.baseline,
                  text: target.text,
                  start: target.mark?.start,
                  end: target.mark?.end,
                },
              ],
            },
          }),
        )
      }
    />
  )
}
