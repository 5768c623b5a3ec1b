import type { Documents } from '../../app/api'
import { notANumber, typed, typedNumber } from '../../app/format'
import { useSay } from '../../app/language'
import { useApi } from '../../app/session'
import { options } from '../../app/words'
import { Change } from '../../parts/dialog'
import { Choice, Words } from '../../parts/fields'
import type { Selected } from '../../parts/paper'
import { COMPARATORS, targetText } from '../../parts/target'
import { correct, type Desk } from './desk'

type Target = Documents['Target']

export function TargetOf({ target }: { target: Target }) {
  const say = useSay()
  return (
    <>
      <strong>
        {say('Mục tiêu', 'Target')} {target.path}
      </strong>{' '}
      {target.name}: {targetText(target, say)}
    </>
  )
}

/** A target put right, or one that the reader did not see. */
export function CorrectTarget({ desk, target, selected }: { desk: Desk; target?: Target; selected?: Selected }) {
  const say = useSay()
  const api = useApi()
  const mark = target?.mark ?? selected
  const wrong = (text: string) => {
    const said = notANumber(text)
    return said && say(said)
  }
  return (
    <Change
      wide
      name={target ? say('Sửa', 'Correct') : selected ? say('Thêm mục tiêu từ đoạn đã chọn', 'Add a target from what is selected') : say('Thêm mục tiêu', 'Add a target')}
      title={target ? `${say('Sửa mục tiêu', 'Correct the target')} ${target.path}` : say('Thêm mục tiêu máy không đọc được', 'A target that the reader did not see')}
      initial={{
        path: target?.path ?? '',
        name: target?.name ?? selected?.text ?? '',
        comparator: target?.comparator ?? '>=',
        value: typed(target?.value),
        valueMax: typed(target?.valueMax),
        unit: target?.unit ?? '',
        year: target?.year ?? '',
        reason: '',
      }}
      fields={(input, set) => (
        <>
          {!target && <Words label={say('Mục', 'Clause')} value={input.path} onChange={(path) => set({ path })} hint="II.3.a" required />}
          <Words label={say('Tên', 'Name')} value={input.name} onChange={(name) => set({ name })} rows={2} required />
          <div className="filters">
            <Choice label={say('So sánh', 'Comparison')} value={input.comparator} onChange={(comparator) => set({ comparator })} options={options(COMPARATORS, say)} />
            <Words label={say('Giá trị', 'Value')} value={input.value} onChange={(value) => set({ value })} error={wrong(input.value)} numeric />
            {input.comparator === 'range' && (
              <Words label={say('Đến', 'To')} value={input.valueMax} onChange={(valueMax) => set({ valueMax })} error={wrong(input.valueMax)} numeric required />
            )}
            <Words label={say('Đơn vị', 'Unit')} value={input.unit} onChange={(unit) => set({ unit })} />
            <Words label={say('Năm', 'Year')} value={input.year} onChange={(year) => set({ year })} hint="2025" />
          </div>
          <Words label={say('Vì sao sửa', 'Why')} value={input.reason} onChange={(reason) => set({ reason })} rows={2} />
        </>
      )}
      run={(input, key) =>
        correct(api, desk, key, {
          reason: input.reason || undefined,
          targets: [
            {
              path: input.path,
              name: input.name,
              comparator: input.comparator,
              value: typedNumber(input.value),
              valueMax: input.comparator === 'range' ? typedNumber(input.valueMax) : undefined,
              unit: input.unit || undefined,
              year: input.year || undefined,
              baseline: target?.baseline,
              text: target?.text ?? selected?.text,
              start: mark?.start,
              end: mark?.end,
            },
          ],
        })
      }
    />
  )
}
