import { useQuery } from '@tanstack/react-query'
import { answer, type Reports } from '../../app/api'
import { day, number, period } from '../../app/format'
import { useLanguage, useSay } from '../../app/language'
import { useApi, useMay } from '../../app/session'
import { COMPUTED, FREQUENCIES, AGENCY_KINDS, word } from '../../app/words'
import { keyed } from '../../parts/command'
import { Change } from '../../parts/dialog'
import { everything } from '../../parts/everything'
import { Choice, Words } from '../../parts/fields'
import { definitionsIn } from '../../parts/definitions'
import { Asked, Refusal } from '../../parts/states'
import { Table } from '../../parts/table'
import { targetText } from '../../parts/target'
import { useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'

/** What may be reported, what is computed from it, who reports how often, and which indicator measures a target. */
export function Definitions() {
  return (
    <>
      <Forms />
      <Indicators />
      <Regimes />
      <Targets />
      <Written />
    </>
  )
}

function Forms() {
  const say = useSay()
  const api = useApi()
  const query = useQuery({ queryKey: ['forms', 'whole'], queryFn: () => everything((cursor) => answer(api.reports.GET('/api/v1/forms', { params: { query: { cursor, limit: 200 } } }))) })
  return (
    <section>
      <h2>{say('Biểu mẫu', 'Forms')}</h2>
      <Asked query={query} isEmpty={(it) => !it.items?.length} empty={say('Chưa có biểu mẫu.', 'There are no forms yet.')}>
        {(page) =>
          page.items?.map((form) => (
            <details key={form.code} className="sheet">
              <summary>
                <code>{form.code}</code> {form.name}
              </summary>
              <Table label={form.name ?? ''} heads={[say('Mã', 'Code'), say('Số liệu', 'Figure'), say('Đơn vị', 'Unit'), say('Giới hạn', 'Bounds')]}>
                {form.elements?.map((it) => (
                  <tr key={it.code}>
                    <td>
                      <code>{it.code}</code>
                    </td>
                    <td>
                      {it.name} {it.required && '*'} {it.by?.map((by) => `(${by.name}: ${by.options?.map((option) => option.name).join(', ')})`).join(' ')}
                    </td>
                    <td>{it.unit}</td>
                    <td>
                      {it.min !== undefined && `≥ ${number(it.min)}`} {it.max !== undefined && `≤ ${number(it.max)}`}
                    </td>
                  </tr>
                ))}
              </Table>
              {!!form.checks?.length && (
                <ul>
                  {form.checks.map((it) => (
                    <li key={it.code}>
                      <code>{it.condition ?? `${it.outlier?.method} ${it.outlier?.of}`}</code> – {it.message} ({it.severity === 'BLOCK' ? say('chặn', 'blocks') : say('phải giải trình', 'to be explained')})
                    </li>
                  ))}
                </ul>
              )}
            </details>
          ))
        }
      </Asked>
    </section>
  )
}

function Indicators() {
  const say = useSay()
  const api = useApi()
  const query = useQuery({ queryKey: ['indicators'], queryFn: () => everything((cursor) => answer(api.reports.GET('/api/v1/indicators', { params: { query: { cursor, limit: 200 } } }))) })
  return (
    <section>
      <h2>{say('Chỉ tiêu', 'Indicators')}</h2>
      <Asked query={query} isEmpty={(it) => !it.items?.length} empty={say('Chưa có chỉ tiêu.', 'There are no indicators yet.')}>
        {(page) => (
          <Table label={say('Chỉ tiêu', 'Indicators')} heads={[say('Mã', 'Code'), say('Tên', 'Name'), say('Cách tính', 'Formula'), say('Biểu mẫu', 'Form')]}>
            {page.items?.map((it) => (
              <tr key={it.code}>
                <td>
                  <code>{it.code}</code>
                </td>
                <td>{it.name}</td>
                <td>
                  <code>
                    {word(COMPUTED, it.kind, say)} {it.numerator}
                    {it.denominator && ` / (${it.denominator})`}
                    {it.factor !== undefined && it.factor !== 1 && ` × ${number(it.factor)}`}
                  </code>{' '}
                  {it.unit}
                </td>
                <td>{it.form}</td>
              </tr>
            ))}
          </Table>
        )}
      </Asked>
    </section>
  )
}

function Regimes() {
  const say = useSay()
  const api = useApi()
  const { language } = useLanguage()
  const writes = useMay('LEAD', 'ADMIN')
  const query = useQuery({ queryKey: ['regimes'], queryFn: () => everything((cursor) => answer(api.reports.GET('/api/v1/regimes', { params: { query: { cursor, limit: 200 } } }))) })
  return (
    <section>
      <h2>{say('Chế độ báo cáo', 'Regimes')}</h2>
      <Asked query={query} isEmpty={(it) => !it.items?.length} empty={say('Chưa có chế độ báo cáo.', 'There are no regimes yet.')}>
        {(page) => (
          <Table label={say('Chế độ báo cáo', 'Regimes')} heads={[say('Mã', 'Code'), say('Biểu mẫu', 'Form'), say('Bao lâu một lần', 'How often'), say('Ai', 'Who'), say('Kỳ đã mở', 'Periods opened')]}>
            {page.items?.map((it) => (
              <tr key={it.code}>
                <td>
                  <code>{it.code}</code>
                </td>
                <td>{it.form}</td>
                <td>
                  {word(FREQUENCIES, it.frequency, say)}, {say('nộp trong', 'filed within')} {it.filingDays} {say('ngày', 'days')}
                  <div className="soft small">
                    {day(it.since)} – {it.until ? day(it.until) : '…'}
                  </div>
                </td>
                <td>{[...(it.kinds ?? []).map((kind) => word(AGENCY_KINDS, kind, say)), ...(it.agencies ?? [])].join('; ')}</td>
                <td>
                  {it.opened?.map((of) => period(of, language === 'en')).join(', ')}
                  {writes && (
                    <Change
                      name={say('Mở kỳ', 'Open a period')}
                      initial={{ period: '' }}
                      fields={(input, set) => <Words label={say('Kỳ đã qua', 'A period that went by')} value={input.period} onChange={(of) => set({ period: of })} hint="2026-Q1, 2026-03, 2026-H1, 2026" required />}
                      run={(input, key) => answer(api.reports.POST('/api/v1/regimes/{code}/periods', { params: { path: { code: it.code ?? '' }, header: keyed(key) }, body: { period: input.period } }))}
                    />
                  )}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Asked>
    </section>
  )
}

/** Targets that directives set, each tied to what measures it. */
function Targets() {
  const say = useSay()
  const api = useApi()
  const lead = useMay('LEAD')
  const query = useQuery({ queryKey: ['targets'], queryFn: () => everything((cursor) => answer(api.reports.GET('/api/v1/targets', { params: { query: { cursor, limit: 200 } } }))) })
  const indicators = useQuery({ queryKey: ['indicators'], queryFn: () => everything((cursor) => answer(api.reports.GET('/api/v1/indicators', { params: { query: { cursor, limit: 200 } } }))) })
  const choices = (indicators.data?.items ?? []).map((it) => [it.code ?? '', it.name ?? ''] as const)
  return (
    <section>
      <h2>{say('Mục tiêu', 'Targets')}</h2>
      <Asked query={query} isEmpty={(it) => !it.items?.length} empty={say('Chưa văn bản nào đặt mục tiêu.', 'No directive set a target yet.')}>
        {(page) => (
          <Table label={say('Mục tiêu', 'Targets')} heads={[say('Mục tiêu', 'Target'), say('Giá trị', 'Value'), say('Đo bằng', 'Measured by')]}>
            {page.items?.map((it) => (
              <tr key={it.id}>
                <td>
                  {it.name}
                  <div className="soft small">
                    {it.directiveNumber} {it.clause}
                  </div>
                </td>
                <td>
                  {targetText(it, say)}
                </td>
                <td>
                  {it.indicator ?? <span className="soft">{say('chưa gắn', 'not tied')}</span>}
                  {lead && !it.dropped && (
                    <Change
                      name={say('Gắn', 'Tie')}
                      initial={{ indicator: it.indicator ?? choices[0]?.[0] ?? '' }}
                      fields={(input, set) => <Choice label={say('Chỉ tiêu', 'Indicator')} value={input.indicator} onChange={(indicator) => set({ indicator })} options={choices} />}
                      run={(input, key) => answer(api.reports.POST('/api/v1/targets/ties', { params: { header: keyed(key) }, body: { target: it.id ?? '', indicator: input.indicator } }))}
                    />
                  )}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Asked>
    </section>
  )
}

const KINDS = { FORM: ['biểu mẫu', 'form'], INDICATOR: ['chỉ tiêu', 'indicator'], REGIME: ['chế độ', 'regime'], TARGET: ['mục tiêu', 'target'] } as const
const CHANGES = { NEW: ['mới', 'new'], CHANGED: ['đổi', 'changed'], SAME: ['giữ nguyên', 'the same'] } as const

/** Definitions as they are kept in files: written or dropped, looked at first, then taken over. */
function Written() {
  const say = useSay()
  const api = useApi()
  const writes = useMay('LEAD', 'ADMIN')
  const [text, setText] = useState('')
  const [planned, setPlanned] = useState<{ set: Reports['WrittenDefinitions']; plan: Reports['Plan'] }>()
  const [failed, setFailed] = useState<unknown>()
  if (!writes) {
    return null
  }
  const write = (written: string) => {
    setText(written)
    setPlanned(undefined)
    setFailed(undefined)
  }
  const plan = async () => {
    setFailed(undefined)
    setPlanned(undefined)
    try {
      const set = definitionsIn(text) as Reports['WrittenDefinitions']
      setPlanned({ set, plan: await answer(api.reports.POST('/api/v1/definitions/plan', { body: set })) })
    } catch (refused) {
      setFailed(refused)
    }
  }
  return (
    <section>
      <h2>{say('Thêm, sửa định nghĩa', 'Add or change definitions')}</h2>
      <FileTrigger
        acceptedFileTypes={['.yaml', '.yml', '.json']}
        allowsMultiple
        onSelect={(files) => {
          void Promise.all([...(files ?? [])].map((it) => it.text())).then((texts) => write(texts.join('\n---\n')))
        }}
      >
        <Button>{say('Chọn tệp YAML hoặc JSON', 'Choose YAML or JSON files')}</Button>
      </FileTrigger>
      <Words label={say('Bộ định nghĩa, dạng YAML hoặc JSON', 'A set of definitions, as YAML or JSON')} value={text} onChange={write} rows={10} hint="forms: … indicators: … regimes: … targets: …" />
      <div className="actions">
        <Button isDisabled={!text.trim()} onPress={() => void plan()}>
          {say('Xem trước', 'Preview')}
        </Button>
        {planned && (
          <Change
            primary
            name={say('Áp dụng', 'Apply')}
            initial={{}}
            fields={() => <p>{say('Số liệu liên quan sẽ được tính lại.', 'Figures that depend on it will be computed again.')}</p>}
            run={(_, key) => answer(api.reports.POST('/api/v1/definitions', { params: { header: keyed(key) }, body: planned.set }))}
            after={() => write('')}
          />
        )}
      </div>
      <Refusal error={failed} />
      {planned && (
        <ul role="status">
          {planned.plan.steps?.map((it) => (
            <li key={`${it.kind} ${it.code}`}>
              {say(KINDS[it.kind ?? 'FORM'])} <code>{it.code}</code>: {say(CHANGES[it.change ?? 'SAME'])}
              {!!it.restates && `, ${say('tính lại', 'restates')} ${number(it.restates)} ${say('số liệu', 'figures')}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
