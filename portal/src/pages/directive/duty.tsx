import type { Documents } from '../../app/api'
import { lines } from '../../app/format'
import { useSay } from '../../app/language'
import { useApi } from '../../app/session'
import { Change } from '../../parts/dialog'
import { Words } from '../../parts/fields'
import { asSent, limitText } from '../../parts/limit'
import { LimitFields } from '../../parts/limit-fields'
import type { Selected } from '../../parts/paper'
import { correct, type Desk } from './desk'

type Provision = Documents['Provision']

export function Duty({ duty }: { duty: Provision }) {
  const say = useSay()
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
          {limitText(asSent(duty.limit), say)} {duty.limit?.phrase && <span className="soft">“{duty.limit.phrase}”</span>}
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

/** A duty put right, or one that the reader did not see: from words of the paper, where some were selected. */
export function Correct({ desk, duty, selected }: { desk: Desk; duty?: Provision; selected?: Selected }) {
  const say = useSay()
  const api = useApi()
  const mark = duty?.mark ?? selected
  return (
    <Change
      wide
      name={duty ? say('Sửa', 'Correct') : selected ? say('Thêm nhiệm vụ từ đoạn đã chọn', 'Add a duty from what is selected') : say('Thêm nhiệm vụ', 'Add a duty')}
      title={duty ? `${say('Sửa mục', 'Correct')} ${duty.path}` : say('Thêm nhiệm vụ máy không đọc được', 'A duty that the reader did not see')}
      initial={{
        path: duty?.path ?? '',
        text: duty?.text ?? selected?.text ?? '',
        assignees: duty?.assignees?.join('\n') ?? '',
        cooperating: duty?.cooperating?.join('\n') ?? '',
        limit: asSent(duty?.limit),
        reportTo: duty?.reportTo?.join('\n') ?? '',
        product: duty?.product ?? '',
        reason: '',
      }}
      fields={(input, set) => (
        <>
          <Words label={say('Mục', 'Clause')} value={input.path} onChange={(path) => set({ path })} hint="II.3.a" required />
          <Words label={say('Nội dung', 'What is to be done')} value={input.text} onChange={(text) => set({ text })} rows={3} required />
          <Words label={say('Chủ trì, mỗi dòng một cơ quan', 'Lead, one agency a line')} value={input.assignees} onChange={(assignees) => set({ assignees })} rows={3} />
          <Words label={say('Phối hợp, mỗi dòng một cơ quan', 'Co-operating, one agency a line')} value={input.cooperating} onChange={(cooperating) => set({ cooperating })} rows={2} />
          <LimitFields limit={input.limit} set={(limit) => set({ limit })} />
          <Words label={say('Báo cáo về, mỗi dòng một nơi', 'Reports to, one a line')} value={input.reportTo} onChange={(reportTo) => set({ reportTo })} rows={2} />
          <Words label={say('Sản phẩm', 'What comes of it')} value={input.product} onChange={(product) => set({ product })} />
          <Words label={say('Vì sao sửa', 'Why')} value={input.reason} onChange={(reason) => set({ reason })} rows={2} />
        </>
      )}
      run={(input, key) =>
        correct(api, desk, key, {
          reason: input.reason || undefined,
          remove: duty?.path && duty.path !== input.path ? [duty.path] : undefined,
          duties: [
            {
              path: input.path,
              text: input.text,
              assignees: lines(input.assignees),
              cooperating: lines(input.cooperating),
              kind: duty?.kind,
              product: input.product || undefined,
              reportTo: lines(input.reportTo),
              limit: input.limit,
              start: mark?.start,
              end: mark?.end,
            },
          ],
        })
      }
    />
  )
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
        correct(api, desk, key, { reason: input.reason || undefined, ...(target ? { removeTargets: [path] } : { remove: [path] }) })
      }
    />
  )
}
