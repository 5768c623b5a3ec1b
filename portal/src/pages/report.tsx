import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import { Link, useNavigate, useParams } from 'react-router'
import { answer, versioned, type Reports } from '../app/api'
import { bytes, day, moment, number, period } from '../app/format'
import { useLanguage, useSay } from '../app/language'
import { useApi, useMay, useSession } from '../app/session'
import { ACTORS, REPORT_STATUSES, RULINGS, word } from '../app/words'
import { useAgencies } from '../parts/agencies'
import { keyed } from '../parts/command'
import { Act, Change } from '../parts/dialog'
import { Check, Words } from '../parts/fields'
import { download, upload } from '../parts/files'
import { useForm, type Line } from '../parts/form'
import { Asked, Refusal } from '../parts/states'
import { Table } from '../parts/table'
import { Title } from '../parts/title'

type Report = Reports['ReportView']

const REFRESH_MILLISECONDS = 60_000

export default function ReportPage() {
  const { id = '' } = useParams()
  const say = useSay()
  const api = useApi()
  const { language } = useLanguage()
  const query = useQuery({
    queryKey: ['report', id, 'versioned'],
    queryFn: () => versioned(api.reports.GET('/api/v1/reports/{id}', { params: { path: { id } } })),
    refetchInterval: REFRESH_MILLISECONDS,
  })
  const body = query.data?.data.report
  return (
    <>
      <Title name={body ? `${body.formName}, ${period(body.period, language === 'en')}` : say('Báo cáo', 'Report')}>
        <Link to="/reports">{say('Tất cả báo cáo', 'All reports')}</Link>
      </Title>
      <Asked query={query}>{({ data, etag }) => <Whole report={data} etag={etag} />}</Asked>
    </>
  )
}

function Whole({ report, etag }: { report: Report; etag: string }) {
  const say = useSay()
  const { nameOf } = useAgencies()
  const body = report.report ?? {}
  const { lines, failed } = useForm(body.form ?? '')
  const wasFiled = (body.revision ?? 0) > 0
  const values = (wasFiled ? body.filed : body.draft) ?? {}
  return (
    <>
      <p>
        <span className={`tag ${body.status === 'APPROVED' ? 'good' : body.status === 'RETURNED' ? 'late' : ''}`}>{word(REPORT_STATUSES, body.status, say)}</span> {nameOf(body.agency)} · {say('hạn nộp', 'due')} {day(body.dueOn)} ·{' '}
        {say('số liệu từ', 'data from')} {day(body.windowStart)} {say('đến', 'to')} {day(body.windowEnd)}
      </p>
      {body.returnReason && (
        <p className="told">
          <strong>{say('Bị trả lại', 'Returned')}:</strong> {body.returnReason}
        </p>
      )}
      {report.approval?.next && (
        <p className="told">
          {say('Chờ duyệt', 'To be approved by')}: {nameOf(report.approval.next)} ({report.approval.level}/{report.approval.levels})
        </p>
      )}
      {report.notTakenUp?.map((it, at) => (
        <p key={at} className="told">
          {it.service}: {say(it.detail ?? '', it.detailEn ?? '')}
        </p>
      ))}
      <Actions report={report} etag={etag} />
      <div className="two">
        <div>
          <h2>{wasFiled ? say('Số liệu đã nộp', 'Figures as filed') : say('Số liệu đang nhập', 'Figures being filled in')}</h2>
          <Refusal error={failed} />
          {(wasFiled ? body.filedBeside?.nil : body.nil) ? (
            <p>{say('Báo cáo không phát sinh.', 'A nil report.')}</p>
          ) : (
            <Figures lines={lines} values={values} explanations={(wasFiled ? body.filedBeside?.explanations : body.explanations) ?? {}} />
          )}
          {Object.entries((wasFiled ? body.filedBeside?.texts : body.texts) ?? {}).map(([name, text]) => (
            <section key={name}>
              <h3>{name}</h3>
              <blockquote>{text}</blockquote>
            </section>
          ))}
          <Files report={report} />
          {!!body.answers?.length && (
            <section>
              <h2>{say('Trả lời cho', 'It answers')}</h2>
              <ul>
                {body.answers.map((it, at) => (
                  <li key={at}>
                    {it.directiveId ? <Link to={`/directives/${it.directiveId}?clause=${encodeURIComponent(it.clause ?? '')}`}>{it.directiveNumber}</Link> : it.directiveNumber} {it.clause}: {it.text}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <History id={report.id ?? ''} lines={lines} />
      </div>
    </>
  )
}

function Figures({ lines, values, explanations }: { lines: Line[]; values: Record<string, number>; explanations: Record<string, string> }) {
  const say = useSay()
  return (
    <Table label={say('Số liệu', 'Figures')} heads={[say('Số liệu', 'Figure'), [say('Giá trị', 'Value')], say('Đơn vị', 'Unit')]}>
      {lines.map((it) => (
        <tr key={it.code}>
          <td>
            {it.name}
            {explanations[it.code] && <div className="soft small">{explanations[it.code]}</div>}
          </td>
          <td className="number">{number(values[it.code])}</td>
          <td>{it.unit}</td>
        </tr>
      ))}
    </Table>
  )
}

function Files({ report }: { report: Report }) {
  const say = useSay()
  const api = useApi()
  const [failed, setFailed] = useState<unknown>()
  const files = (report.report?.revision ?? 0) > 0 ? report.report?.filedBeside?.files : report.report?.files
  if (!files?.length) {
    return null
  }
  return (
    <section>
      <h2>{say('Tệp kèm theo', 'Files')}</h2>
      <Refusal error={failed} />
      <ul>
        {files.map((it) => (
          <li key={it.id}>
            <Button className="plain" onPress={() => void download(api, 'reporting', `/api/v1/reports/${report.id}/files/${it.id}`, it.name ?? 'tep').catch(setFailed)}>
              {it.name}
            </Button>{' '}
            <span className="soft small">{bytes(it.bytes)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Rulings go by the version that was read: a correction that came meanwhile is not approved unseen. */
function Actions({ report, etag }: { report: Report; etag: string }) {
  const say = useSay()
  const api = useApi()
  const { person } = useSession()
  const officer = useMay('OFFICER')
  const rules = useMay('LEAD', 'SUPERVISOR')
  const body = report.report ?? {}
  const id = report.id ?? ''
  const path = { id }
  const seen = (key: string) => ({ ...keyed(key), 'If-Match': etag })
  const own = officer && person.agency === body.agency
  const filed = body.status === 'FILED'
  return (
    <div className="actions">
      {own && body.status === 'APPROVED' && <p className="soft">{say('Đã duyệt; muốn đính chính thì đề nghị bên duyệt trả lại.', 'Approved; to correct it, ask who approved it to return it.')}</p>}
      {own && body.status !== 'EXCUSED' && body.status !== 'APPROVED' && (
        <>
          <Link className="button primary" to={`/reports/${id}/filing`}>
            {(body.revision ?? 0) > 0 ? say('Đính chính', 'Correct it') : say('Nhập số liệu', 'Fill in')}
          </Link>
          <Workbook report={report} />
          {filed && (
            <Change
              danger
              name={say('Rút lại', 'Take it back')}
              initial={{ reason: '' }}
              fields={(input, set) => <Words label={say('Lý do', 'Reason')} value={input.reason} onChange={(reason) => set({ reason })} rows={3} required />}
              run={(input, key) => answer(api.reports.POST('/api/v1/reports/{id}/withdrawal', { params: { path, header: seen(key) }, body: input }))}
            />
          )}
        </>
      )}
      {!own && <WorkbookDown report={report} />}
      {rules && !own && (
        <>
          {filed && <Act primary name={say('Duyệt', 'Approve')} run={(key) => answer(api.reports.POST('/api/v1/reports/{id}/approval', { params: { path, header: seen(key) } }))} />}
          {(filed || body.status === 'APPROVED') && (
            <Change
              name={say('Trả lại', 'Return')}
              initial={{ reason: '' }}
              fields={(input, set) => <Words label={say('Lý do trả lại', 'Why')} value={input.reason} onChange={(reason) => set({ reason })} rows={3} required />}
              run={(input, key) => answer(api.reports.POST('/api/v1/reports/{id}/return', { params: { path, header: seen(key) }, body: input }))}
            />
          )}
          {(body.status === 'OWED' || body.status === 'RETURNED') && (
            <Change
              name={say('Miễn báo cáo kỳ này', 'Excuse it')}
              initial={{ reason: '' }}
              fields={(input, set) => <Words label={say('Lý do', 'Reason')} value={input.reason} onChange={(reason) => set({ reason })} rows={3} required />}
              run={(input, key) => answer(api.reports.POST('/api/v1/reports/{id}/excuse', { params: { path, header: seen(key) }, body: input }))}
            />
          )}
        </>
      )}
    </div>
  )
}

function WorkbookDown({ report }: { report: Report }) {
  const say = useSay()
  const api = useApi()
  const [failed, setFailed] = useState<unknown>()
  const body = report.report ?? {}
  return (
    <>
      <Button
        onPress={() => {
          setFailed(undefined)
          download(api, 'reporting', `/api/v1/reports/${report.id}/workbook`, `${body.form}-${body.period}-${body.agency}.xlsx`).catch(setFailed)
        }}
      >
        {say('Tải bảng Excel', 'Excel workbook')}
      </Button>
      <Refusal error={failed} />
    </>
  )
}

/** The same form as a workbook: down, filled in elsewhere, up again. */
function Workbook({ report }: { report: Report }) {
  const say = useSay()
  const api = useApi()
  const navigate = useNavigate()
  return (
    <>
      <WorkbookDown report={report} />
      <Change
        name={say('Nộp bằng Excel', 'File by Excel')}
        send={say('Gửi', 'Send')}
        initial={{ file: undefined as File | undefined, submit: true, reason: '' }}
        fields={(input, set) => (
          <>
            <FileTrigger acceptedFileTypes={['.xlsx']} onSelect={(files) => files?.[0] && set({ file: files[0] })}>
              <Button>{input.file ? input.file.name : say('Chọn tệp .xlsx', 'Choose an .xlsx file')}</Button>
            </FileTrigger>
            <Check label={say('Nộp luôn', 'File it at once')} value={input.submit} onChange={(submit) => set({ submit })} />
            {(report.report?.revision ?? 0) > 0 && <Words label={say('Vì sao đính chính', 'Why it is corrected')} value={input.reason} onChange={(reason) => set({ reason })} rows={2} />}
          </>
        )}
        run={(input, key) => {
          if (!input.file) {
            throw new Error(say('Chưa chọn tệp.', 'No file was chosen.'))
          }
          const reason = input.reason ? `&reason=${encodeURIComponent(input.reason)}` : ''
          return upload(api, 'reporting', `/api/v1/reports/workbook?submit=${input.submit}${reason}`, input.file, key)
        }}
        after={(done) => {
          // A workbook says itself whose report it is.
          if (done.id && done.id !== report.id) {
            void navigate(`/reports/${done.id}`)
          }
        }}
      />
    </>
  )
}

function History({ id, lines }: { id: string; lines: Line[] }) {
  const say = useSay()
  const api = useApi()
  const names = new Map(lines.map((it) => [it.code, it.name]))
  const query = useQuery({
    queryKey: ['report', id, 'revisions'],
    queryFn: () => answer(api.reports.GET('/api/v1/reports/{id}/revisions', { params: { path: { id } } })),
    refetchInterval: REFRESH_MILLISECONDS,
  })
  return (
    <section className="sheet">
      <h2>{say('Các lần nộp và quyết định', 'Filings and rulings')}</h2>
      <Asked query={query} isEmpty={(it) => !it.revisions?.length && !it.rulings?.length} empty={say('Chưa nộp lần nào.', 'Not filed yet.')}>
        {({ revisions = [], rulings = [], sinceApproval }) => (
          <>
            {!!sinceApproval?.changes?.length && (
              <p className="told">
                {say('Đổi so với lần đã duyệt', 'Changed since it was approved')} ({say('lần', 'revision')} {sinceApproval.approved}): <Changes changes={sinceApproval.changes} names={names} />
              </p>
            )}
            <ol className="history">
              {[
                ...revisions.map((it) => ({ at: it.at ?? '', node: <Filed key={`f${it.revision}`} filed={it} names={names} /> })),
                ...rulings.map((it, n) => ({
                  at: it.at ?? '',
                  node: (
                    <li key={`r${n}`}>
                      <strong>{word(RULINGS, it.kind, say)}</strong> {it.revision ? `(${say('lần', 'revision')} ${it.revision})` : ''} {it.reason}
                      <div className="soft small">
                        {moment(it.at)} · {word(ACTORS, it.actor, say)}
                      </div>
                    </li>
                  ),
                })),
              ]
                .sort((a, b) => b.at.localeCompare(a.at))
                .map((it) => it.node)}
            </ol>
          </>
        )}
      </Asked>
    </section>
  )
}

function Filed({ filed, names }: { filed: Reports['RevisionView']; names: Map<string, string> }) {
  const say = useSay()
  return (
    <li>
      <strong>
        {say('Nộp lần', 'Filed, revision')} {filed.revision}
      </strong>{' '}
      {filed.reason}
      {!!filed.changes?.length && <Changes changes={filed.changes} names={names} />}
      <div className="soft small">
        {moment(filed.at)} · {filed.actor}
      </div>
    </li>
  )
}

function Changes({ changes, names }: { changes: Reports['Change'][]; names: Map<string, string> }) {
  return (
    <ul>
      {changes.map((it) => (
        <li key={it.element}>
          {names.get(it.element ?? '') ?? it.element}: {shown(it.before)} → {shown(it.after)}
        </li>
      ))}
    </ul>
  )
}

function shown(value: string | undefined): string {
  return value !== undefined && /^-?\d+(\.\d+)?$/.test(value) ? number(value) : (value ?? '—')
}
