import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Link, useNavigate, useParams } from 'react-router'
import { answer, versioned, type Documents } from '../app/api'
import { day, moment, number } from '../app/format'
import { useLanguage, useSay } from '../app/language'
import { useApi, useMay } from '../app/session'
import { DIRECTIVE_STATUSES, LIMITS, word } from '../app/words'
import { useAgencies } from '../parts/agencies'
import { keyed } from '../parts/command'
import { Act, Change } from '../parts/dialog'
import { Check, Choice, Day, Words } from '../parts/fields'
import { download } from '../parts/files'
import { Lineage } from '../parts/lineage'
import { Paper, type Span } from '../parts/paper'
import { useAsked } from '../parts/search'
import { Asked } from '../parts/states'
import { Title } from '../parts/title'

type Directive = Documents['DirectiveView']
type Provision = Documents['Provision']
type Target = Documents['Target']

/** Below this a finding is to be looked at before the paper is issued. */
const SURE = 0.9

interface Desk {
  directive: Directive
  etag: string
  id: string
}

export default function DirectivePage() {
  const { id = '' } = useParams()
  const say = useSay()
  const api = useApi()
  const query = useQuery({
    queryKey: ['directive', id, 'versioned'],
    queryFn: () => versioned(api.documents.GET('/api/v1/directives/{id}', { params: { path: { id } } })),
  })
  const head = query.data?.data.reading?.head
  return (
    <>
      <Title name={head?.number ?? query.data?.data.sourceName ?? say('Văn bản', 'Directive')}>
        <Link to="/directives">{say('Tất cả văn bản', 'All directives')}</Link>
      </Title>
      <Asked query={query}>{({ data, etag }) => <Whole desk={{ directive: data, etag, id }} />}</Asked>
    </>
  )
}

function Whole({ desk }: { desk: Desk }) {
  const say = useSay()
  const api = useApi()
  const clerk = useMay('CLERK')
  const reader = useMay('CLERK', 'AUDITOR')
  const { directive, id } = desk
  const head = directive.reading?.head ?? {}
  const draft = directive.status === 'DRAFT' || directive.status === 'CHECKED'
  return (
    <>
      <p className="lead">{head.subject}</p>
      <p>
        <span className="tag">{word(DIRECTIVE_STATUSES, directive.status, say)}</span>{' '}
        <span className="soft">
          {[head.issuer, day(head.issueDate ?? directive.issuedOn), head.signer?.name && `${say('người ký', 'signed by')} ${head.signer.name}`].filter(Boolean).join(' · ')}
        </span>
      </p>
      {directive.ending && (
        <p className="told">
          {day(directive.ending.on)}: {directive.ending.reason}{' '}
          {directive.ending.replacedBy && <Link to={`/directives/${directive.ending.replacedBy}`}>{say('văn bản thay thế', 'what replaced it')}</Link>}
        </p>
      )}
      {directive.notTakenUp?.map((it, at) => (
        <p key={at} className="told">
          {it.service}: {say(it.detail ?? '', it.detailEn ?? '')} ({moment(it.since)})
        </p>
      ))}
      <div className="actions">
        {clerk && draft && <OfADraft desk={desk} />}
        {clerk && !draft && directive.status !== 'REVOKED' && <OfAnIssued desk={desk} />}
        <Link className="button" to={`/tasks?standing=ALL&directive=${encodeURIComponent(id)}`}>
          {say('Nhiệm vụ của văn bản', 'Its tasks')}
        </Link>
        <Button onPress={() => void download(api, 'document', `/api/v1/directives/${id}/file`, directive.sourceName ?? 'van-ban')}>{say('Tải bản gốc', 'The original')}</Button>
      </div>
      {clerk && draft && <Preview id={id} />}
      {reader && !draft && <Proposals id={id} />}
      <Reading desk={desk} correctable={clerk && draft} />
      <Amendments directive={directive} />
      <section>
        <h2>{say('Văn bản liên quan', 'Lineage')}</h2>
        <Lineage id={id} number={head.number ?? ''} />
      </section>
      {reader && <Corrections id={id} />}
    </>
  )
}

/** The paper at the left, what was read out of it at the right, each leading to the other. */
function Reading({ desk, correctable }: { desk: Desk; correctable: boolean }) {
  const say = useSay()
  const api = useApi()
  const { language } = useLanguage()
  const { directive, id } = desk
  const [asked, ask] = useAsked('clause')
  const [chosen, setChosen] = useState(asked.clause ? `duty:${asked.clause}` : '')
  const [onlyUnsure, setOnlyUnsure] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const text = useQuery({
    queryKey: ['directive', id, 'text'],
    queryFn: () => answer(api.documents.GET('/api/v1/directives/{id}/text', { params: { path: { id } }, parseAs: 'text' })),
  })
  const reading = directive.reading ?? {}
  const whys = new Map<string, Documents['SureOf'][]>()
  for (const it of directive.sure ?? []) {
    if ((it.confidence ?? 1) < SURE) {
      const key = `${it.field === 'TARGET' ? 'target' : 'duty'}:${it.path}`
      whys.set(key, [...(whys.get(key) ?? []), it])
    }
  }
  const found: Found[] = [
    ...(reading.provisions ?? []).map((it) => ({ key: `duty:${it.path}`, mark: it.mark, unsure: whys.get(`duty:${it.path}`) ?? [], duty: it })),
    ...(reading.targets ?? []).map((it) => ({ key: `target:${it.path}`, mark: it.mark, unsure: whys.get(`target:${it.path}`) ?? [], target: it })),
    ...(reading.findings ?? []).map((it, at) => ({ key: `finding:${at}`, mark: it.mark, unsure: [{ why: it.vi, whyEn: it.en }], finding: it })),
  ]
  const spans: Span[] = found.flatMap((it) =>
    it.mark?.end ? [{ start: it.mark.start ?? 0, end: it.mark.end, key: it.key, unsure: it.unsure.length > 0 }] : [],
  )
  const choose = (key: string) => {
    setChosen(key)
    ask({ clause: key.startsWith('duty:') ? key.slice(5) : '' })
  }
  useEffect(() => {
    list.current?.querySelector('.chosen')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const shown = found.filter((it) => !onlyUnsure || it.unsure.length > 0)
  const unsure = found.filter((it) => it.unsure.length > 0).length
  return (
    <section>
      <h2>{say('Đã đọc được', 'What was read')}</h2>
      <div className="actions">
        <span>
          {number(reading.provisions?.length ?? 0)} {say('nhiệm vụ', 'duties')}, {number(reading.targets?.length ?? 0)} {say('mục tiêu', 'targets')}
        </span>
        {unsure > 0 && (
          <Check
            label={
              <>
                {say('chỉ những điểm máy chưa chắc', 'only what the reader is not sure of')} ({number(unsure)})
              </>
            }
            value={onlyUnsure}
            onChange={setOnlyUnsure}
          />
        )}
        {correctable && <Correct desk={desk} duty={undefined} />}
      </div>
      <div className="halves">
        <Asked query={text}>{(it) => <Paper text={String(it)} spans={spans} chosen={chosen} choose={choose} />}</Asked>
        <div className="findings" ref={list} tabIndex={0} aria-label={say('Đã đọc được', 'What was read')} role="region">
          {shown.map((it) => (
            <article key={it.key} className={`${it.unsure.length ? 'unsure' : ''} ${chosen === it.key ? 'chosen' : ''}`}>
              {it.duty && <Duty duty={it.duty} />}
              {it.target && <TargetOf target={it.target} />}
              {it.finding && <strong>{say('Cần xem', 'To look at')}</strong>}
              {it.unsure.map((why, at) => (
                <p key={at} className="late-text small">
                  {language === 'vi' ? why.why : (why.whyEn ?? why.why)}
                </p>
              ))}
              <div className="actions">
                {!!it.mark?.end && (
                  <Button className="plain" onPress={() => choose(it.key)}>
                    {say('Chỗ này trong văn bản', 'Where it stands')}
                  </Button>
                )}
                {correctable && it.duty && <Correct desk={desk} duty={it.duty} />}
                {correctable && it.duty && <Remove desk={desk} path={it.duty.path ?? ''} target={false} />}
                {correctable && it.target && <CorrectTarget desk={desk} target={it.target} />}
                {correctable && it.target && <Remove desk={desk} path={it.target.path ?? ''} target />}
              </div>
            </article>
          ))}
        </div>
      </div>
    </section>
  )
}

interface Found {
  key: string
  mark: Documents['Mark'] | undefined
  unsure: { why?: string; whyEn?: string }[]
  duty?: Provision
  target?: Target
  finding?: Documents['Finding']
}

function Duty({ duty }: { duty: Provision }) {
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

function TargetOf({ target }: { target: Target }) {
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

const lines = (text: string) =>
  text
    .split('\n')
    .map((it) => it.trim())
    .filter(Boolean)

/** A duty put right, or one that the reader did not see. */
function Correct({ desk, duty }: { desk: Desk; duty: Provision | undefined }) {
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

function Remove({ desk, path, target }: { desk: Desk; path: string; target: boolean }) {
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

function CorrectTarget({ desk, target }: { desk: Desk; target: Target }) {
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

/** What can still be done before a paper takes effect. */
function OfADraft({ desk }: { desk: Desk }) {
  const say = useSay()
  const api = useApi()
  const navigate = useNavigate()
  const head = desk.directive.reading?.head ?? {}
  const path = { id: desk.id }
  return (
    <>
      <Act
        primary
        name={say('Ban hành', 'Issue')}
        run={(key) => answer(api.documents.POST('/api/v1/directives/{id}/issue', { params: { path, header: { ...keyed(key), 'If-Match': desk.etag } } }))}
      />
      {desk.directive.status === 'DRAFT' && (
        <Act
          name={say('Đã xem các điểm chưa chắc', 'I looked at what is not sure')}
          run={(key) => answer(api.documents.POST('/api/v1/directives/{id}/check', { params: { path, header: { ...keyed(key), 'If-Match': desk.etag } } }))}
        />
      )}
      <Change
        name={say('Số, ngày, trích yếu', 'Number, day, subject')}
        initial={{ number: head.number ?? '', issueDate: head.issueDate ?? '', subject: head.subject ?? '' }}
        fields={(input, set) => (
          <>
            <Words label={say('Số, ký hiệu', 'Number')} value={input.number} onChange={(it) => set({ number: it })} />
            <Day label={say('Ngày ban hành', 'Day of issue')} value={input.issueDate} onChange={(issueDate) => set({ issueDate })} />
            <Words label={say('Trích yếu', 'Subject')} value={input.subject} onChange={(subject) => set({ subject })} rows={3} />
          </>
        )}
        run={(input, key) =>
          answer(
            api.documents.PATCH('/api/v1/directives/{id}', {
              params: { path, header: { ...keyed(key), 'If-Match': desk.etag } },
              body: {
                number: input.number !== (head.number ?? '') ? input.number : undefined,
                issueDate: input.issueDate !== (head.issueDate ?? '') ? input.issueDate : undefined,
                subject: input.subject !== (head.subject ?? '') ? input.subject : undefined,
              },
            }),
          )
        }
      />
      <Change
        danger
        name={say('Xóa dự thảo', 'Delete the draft')}
        initial={{}}
        fields={() => <p>{say('Dự thảo và những gì đã đọc, đã sửa sẽ không còn.', 'The draft and what was read and corrected will be gone.')}</p>}
        run={() => answer(api.documents.DELETE('/api/v1/directives/{id}', { params: { path } }))}
        after={() => void navigate('/directives')}
      />
    </>
  )
}

/** To whom each clause would go. */
function Preview({ id }: { id: string }) {
  const say = useSay()
  const api = useApi()
  const { nameOf } = useAgencies()
  const query = useQuery({
    queryKey: ['directive', id, 'preview'],
    queryFn: () => answer(api.documents.GET('/api/v1/directives/{id}/preview', { params: { path: { id } } })),
  })
  return (
    <details className="sheet" open>
      <summary>
        <strong>{say('Sẽ đến những ai', 'To whom it will go')}</strong>
      </summary>
      <Asked query={query}>
        {(preview) => (
          <>
            <p>
              {number(preview.tasks)} {say('nhiệm vụ sẽ được giao', 'tasks would be assigned')}
              {preview.day && ` (${say('danh mục ngày', 'catalogue of')} ${day(preview.day)})`}
            </p>
            {!!preview.nobody?.length && (
              <p className="told">
                {say('Không biết là ai', 'Nobody known by')}: {preview.nobody.join('; ')}
              </p>
            )}
            {!!preview.toBeChecked?.length && (
              <p className="told">
                {say('Chưa ban hành được cho đến khi xem', 'To be looked at before it can be issued')}: {preview.toBeChecked.length} {say('điểm', 'points')}
              </p>
            )}
            <div className="scroll" tabIndex={0} role="region" aria-label={say('Sẽ đến những ai', 'To whom it will go')}>
              <table>
                <thead>
                  <tr>
                    <th>{say('Mục', 'Clause')}</th>
                    <th>{say('Nội dung', 'What')}</th>
                    <th>{say('Chủ trì', 'Lead')}</th>
                    <th>{say('Phối hợp', 'Co-operating')}</th>
                    <th>{say('Hạn', 'Due')}</th>
                  </tr>
                </thead>
                <tbody>
                  {preview.duties?.map((it) => (
                    <tr key={it.path}>
                      <td>{it.path}</td>
                      <td>{it.text}</td>
                      <td>
                        <Names codes={it.lead} nameOf={nameOf} />
                        {!!it.nobody?.length && <div className="late-text small">{say('không biết là ai', 'nobody known')}: {it.nobody.join('; ')}</div>}
                      </td>
                      <td>
                        <Names codes={it.cooperating} nameOf={nameOf} />
                      </td>
                      <td>
                        {it.dueOn ? day(it.dueOn) : word(LIMITS, it.limit, say)} {it.past && <span className="tag late">{say('đã qua', 'past')}</span>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </Asked>
    </details>
  )
}

const MOST_NAMES = 6

function Names({ codes, nameOf }: { codes: string[] | undefined; nameOf: (code: string) => string }): ReactNode {
  const say = useSay()
  const all = codes ?? []
  const first = all.slice(0, MOST_NAMES).map(nameOf).join('; ')
  return all.length > MOST_NAMES ? (
    <details>
      <summary>
        {all.length} {say('cơ quan', 'agencies')}
      </summary>
      {all.map(nameOf).join('; ')}
    </details>
  ) : (
    first || '—'
  )
}

function OfAnIssued({ desk }: { desk: Desk }) {
  const say = useSay()
  const api = useApi()
  const path = { id: desk.id }
  const clauses = desk.directive.reading?.provisions ?? []
  return (
    <>
      <Change
        name={say('Sửa đổi', 'Amend')}
        initial={{ path: clauses[0]?.path ?? '', dueOn: '', repealed: false, reason: '' }}
        fields={(input, set) => (
          <>
            <Choice label={say('Mục', 'Clause')} value={input.path} onChange={(it) => set({ path: it })} options={clauses.map((it) => [it.path ?? '', `${it.path} – ${it.text?.slice(0, 60)}`])} />
            <Check label={say('Bãi bỏ mục này', 'Repeal this clause')} value={input.repealed} onChange={(repealed) => set({ repealed })} />
            {!input.repealed && <Day label={say('Hạn mới', 'New day')} value={input.dueOn} onChange={(dueOn) => set({ dueOn })} />}
            <Words label={say('Lý do', 'Reason')} value={input.reason} onChange={(reason) => set({ reason })} rows={3} required />
          </>
        )}
        run={(input, key) =>
          answer(
            api.documents.POST('/api/v1/directives/{id}/amendments', {
              params: { path, header: { ...keyed(key), 'If-Match': desk.etag } },
              body: { reason: input.reason, changes: [input.repealed ? { path: input.path, repealed: true } : { path: input.path, dueOn: input.dueOn || undefined }] },
            }),
          )
        }
      />
      <Change
        danger
        name={say('Bãi bỏ', 'Revoke')}
        initial={{ reason: '' }}
        fields={(input, set) => (
          <>
            <p>{say('Mọi nhiệm vụ đang làm của văn bản sẽ được rút.', 'All its running tasks will be withdrawn.')}</p>
            <Words label={say('Lý do', 'Reason')} value={input.reason} onChange={(reason) => set({ reason })} rows={3} required />
          </>
        )}
        run={(input, key) => answer(api.documents.POST('/api/v1/directives/{id}/revocation', { params: { path, header: { ...keyed(key), 'If-Match': desk.etag } }, body: input }))}
      />
    </>
  )
}

/** What this paper changes in others, for the clerk to take up. */
function Proposals({ id }: { id: string }) {
  const say = useSay()
  const api = useApi()
  const clerk = useMay('CLERK')
  const { nameOf } = useAgencies()
  const query = useQuery({
    queryKey: ['directive', id, 'proposals'],
    queryFn: () => answer(api.documents.GET('/api/v1/directives/{id}/proposals', { params: { path: { id } } })),
  })
  if (!query.data?.length) {
    return null
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

function Amendments({ directive }: { directive: Directive }) {
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

function Corrections({ id }: { id: string }) {
  const say = useSay()
  const api = useApi()
  const query = useQuery({
    queryKey: ['directive', id, 'corrections'],
    queryFn: () => answer(api.documents.GET('/api/v1/directives/{id}/corrections', { params: { path: { id } } })),
  })
  if (!query.data?.length) {
    return null
  }
  return (
    <section>
      <h2>{say('Văn thư đã sửa', 'Corrected by the clerk')}</h2>
      <ul>
        {query.data.map((it, at) => (
          <li key={at}>
            {moment(it.at)} {it.by}: {it.reason}{' '}
            {[...(it.after ?? []), ...(it.before ?? [])]
              .map((duty) => duty.path)
              .filter((path, n, all) => all.indexOf(path) === n)
              .join(', ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
