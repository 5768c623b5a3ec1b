import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import { Link, useNavigate, useParams } from 'react-router'
import { answer, Problem, versioned, type Reports } from '../app/api'
import { bytes, day, number, period, typed as asTyped, typedNumber } from '../app/format'
import { useLanguage, useSay } from '../app/language'
import { useApi } from '../app/session'
import { keyed, sameFile, useCommand } from '../parts/command'
import { Act } from '../parts/dialog'
import { Check, Words } from '../parts/fields'
import { upload } from '../parts/files'
import { useForm, type Line } from '../parts/form'
import { Asked, Loading, Refusal } from '../parts/states'
import { Title } from '../parts/title'
import { uuid } from '../parts/uuid'

type Report = Reports['ReportView']
type Finding = Reports['FindingView']

const CHECK_AFTER_MILLISECONDS = 500
const KEEP_AFTER_MILLISECONDS = 1_500

/** A form as a page: checked as one types, kept as one goes, last period beside. */
export default function FilingPage() {
  const { id = '' } = useParams()
  const say = useSay()
  const api = useApi()
  const { language } = useLanguage()
  const query = useQuery({
    queryKey: ['filing', id],
    meta: { beingTyped: true },
    queryFn: () => versioned(api.reports.GET('/api/v1/reports/{id}', { params: { path: { id } } })),
    // What is being typed is newer than what a look from elsewhere would bring.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const body = query.data?.data.report
  const { form, lines, failed } = useForm(body?.form ?? '')
  return (
    <>
      <Title name={body ? `${body.formName}, ${period(body.period, language === 'en')}` : say('Nhập số liệu', 'Fill in')}>
        <Link to={`/reports/${id}`}>{say('Về báo cáo', 'Back to the report')}</Link>
      </Title>
      <Asked query={query}>{({ data, etag }) => (form ? <Filling key={id} report={data} etag={etag} form={form} lines={lines} /> : failed ? <Refusal error={failed} /> : <Loading />)}</Asked>
    </>
  )
}

interface Typed {
  values: Record<string, string>
  texts: Record<string, string>
  explanations: Record<string, string>
  nil: boolean
}

function Filling({ report, etag, form, lines }: { report: Report; etag: string; form: Reports['ReportFormView']; lines: Line[] }) {
  const say = useSay()
  const api = useApi()
  const navigate = useNavigate()
  const body = report.report ?? {}
  const [typed, setTyped] = useState<Typed>(() => ({
    values: Object.fromEntries(Object.entries(body.draft ?? {}).map(([code, value]) => [code, asTyped(value)])),
    texts: { ...body.texts },
    explanations: { ...body.explanations },
    nil: body.nil ?? false,
  }))
  const [reason, setReason] = useState('')
  const before = useBefore(report)
  const wasFiled = (body.revision ?? 0) > 0
  const filled = lines.filter((it) => !it.sum)
  const wrong = new Map(
    filled.flatMap((it) => {
      const said = typed.values[it.code] ?? ''
      const complaint = said.trim() === '' ? undefined : complaintOf(it, said, say)
      return complaint ? [[it.code, complaint] as const] : []
    }),
  )
  const content = contentOf(typed, filled)
  const keeping = useKeeping(report, etag, content)
  const findings = useFindings(body, content, wrong.size === 0)
  const submit = useCommand(
    async (_: undefined, key) => {
      await keeping.now()
      return answer(api.reports.POST('/api/v1/reports/{id}/submission', { params: { path: { id: report.id ?? '' }, header: { ...keyed(key), 'If-Match': keeping.etag() } }, body: { reason: reason || undefined } }))
    },
    () => void navigate(`/reports/${report.id}`),
  )
  const value = (code: string, said: string) => setTyped((it) => ({ ...it, values: { ...it.values, [code]: said } }))
  const at = (pointer: string) => findings.list.filter((it) => it.pointer === pointer)
  const begun = typed.nil || Object.values(typed.values).some((it) => it.trim() !== '')
  const general = findings.list.filter((it) => !lines.some((line) => it.pointer === `/values/${line.code}`))
  return (
    <>
      <p>
        {say('Hạn nộp', 'Due')} {day(body.dueOn)} · {say('số liệu từ', 'data from')} {day(body.windowStart)} {say('đến', 'to')} {day(body.windowEnd)} ·{' '}
        <span role="status" className={keeping.failed ? 'late-text' : 'soft'}>
          {keeping.failed ? say('Chưa lưu được bản nháp', 'The draft is not kept') : keeping.kept ? (wrong.size > 0 ? say('Đã lưu bản nháp, trừ những ô chưa đúng', 'Draft kept, but for what is wrong') : say('Đã lưu bản nháp', 'Draft kept')) : say('Đang lưu bản nháp…', 'Keeping the draft…')}
        </span>
      </p>
      {body.returnReason && (
        <p className="told">
          <strong>{say('Bị trả lại', 'Returned')}:</strong> {body.returnReason}
        </p>
      )}
      {keeping.failed && (
        <>
          <Refusal error={keeping.failed} retry={keeping.overtaken ? undefined : () => void keeping.now().catch(() => undefined)} />
          {keeping.overtaken && (
            <div className="actions">
              <Button onPress={() => location.reload()}>{say('Lấy bản mới, bỏ phần đang nhập', 'Take the other version, drop mine')}</Button>
              <Button onPress={() => void keeping.takeOver().catch(() => undefined)}>{say('Giữ phần đang nhập', 'Keep mine')}</Button>
            </div>
          )}
        </>
      )}
      <Check label={say('Kỳ này không phát sinh', 'There is nothing to report')} value={typed.nil} onChange={(nil) => setTyped((it) => ({ ...it, nil }))} />
      {!typed.nil && (
        <div className="scroll" tabIndex={0} role="region" aria-label={say('Số liệu', 'Figures')}>
          <table className="figures">
            <thead>
              <tr>
                <th>{say('Số liệu', 'Figure')}</th>
                <th className="number">
                  {say('Kỳ trước', 'Last period')} {before?.period && <div>{before.period}</div>}
                </th>
                <th className="number">{say('Kỳ này', 'This period')}</th>
                <th>{say('Đơn vị', 'Unit')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((it) => {
                const here = at(`/values/${it.code}`)
                const complaint = wrong.get(it.code)
                const blocked = complaint !== undefined || here.some((finding) => finding.blocks)
                return (
                  <tr key={it.code} className={blocked ? 'wrong' : ''}>
                    <td>
                      <label htmlFor={`v-${it.code}`}>
                        {it.name} {it.required && <span className="late-text">*</span>}
                      </label>
                      <div id={`s-${it.code}`}>
                        {complaint && <div className="late-text small">{complaint}</div>}
                        {here.map((finding, n) => (
                          <FindingLine key={n} finding={finding} />
                        ))}
                      </div>
                      {(here.some((finding) => !finding.blocks) || typed.explanations[it.code]) && (
                        <Words label={say('Giải trình', 'Explanation')} value={typed.explanations[it.code] ?? ''} onChange={(text) => setTyped((all) => ({ ...all, explanations: { ...all.explanations, [it.code]: text } }))} />
                      )}
                    </td>
                    <td className="number">{number(before?.values[it.code])}</td>
                    <td className="number">
                      {it.sum ? (
                        number(sumOf(it, lines, content.values))
                      ) : (
                        <input
                          id={`v-${it.code}`}
                          inputMode="decimal"
                          autoComplete="off"
                          value={typed.values[it.code] ?? ''}
                          onChange={(event) => value(it.code, event.target.value)}
                          aria-invalid={blocked}
                          aria-describedby={`s-${it.code}`}
                        />
                      )}
                    </td>
                    <td>{it.unit}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {form.texts?.map((it) => (
        <Words
          key={it.code}
          label={it.name ?? ''}
          required={it.required}
          value={typed.texts[it.code ?? ''] ?? ''}
          onChange={(text) => setTyped((all) => ({ ...all, texts: { ...all.texts, [it.code ?? '']: text } }))}
          rows={4}
          hint={it.most ? `${say('nhiều nhất', 'at most')} ${number(it.most)} ${say('ký tự', 'characters')}` : undefined}
        />
      ))}
      <Attachments report={report} form={form} inTurn={keeping.inTurn} />
      {begun && general.map((it, at) => (
        <FindingLine key={at} finding={it} />
      ))}
      <Refusal error={findings.failed} />
      {wasFiled && <Words label={say('Vì sao đính chính', 'Why it is corrected')} value={reason} onChange={setReason} rows={2} />}
      <Refusal error={submit.error} />
      <div className="actions">
        <Button className="primary" isDisabled={wrong.size > 0} isPending={submit.isPending} onPress={() => submit.mutate(undefined)}>
          {submit.isPending ? say('Đang nộp…', 'Filing…') : wasFiled ? say('Nộp bản đính chính', 'File the correction') : say('Nộp báo cáo', 'File the report')}
        </Button>
        {begun && findings.fileable === false && <span className="late-text">{say('Còn chỗ phải sửa hoặc giải trình trước khi nộp.', 'Something has to be put right or explained first.')}</span>}
      </div>
    </>
  )
}

function FindingLine({ finding }: { finding: Finding }) {
  const say = useSay()
  return <div className={finding.blocks ? 'late-text small' : 'small'}>{say(finding.detail ?? '', finding.detailEn ?? '')}</div>
}

function complaintOf(line: Line, said: string, say: (vi: string, en: string) => string): string | undefined {
  const value = typedNumber(said)
  if (value === undefined) {
    return say('Không phải là số; viết như 1.234,5', 'This is no number; write it as 1.234,5')
  }
  if (line.integer && !Number.isInteger(value)) {
    return say('Phải là số nguyên', 'It must be a whole number')
  }
  if (line.min !== undefined && value < line.min) {
    return say(`Không nhỏ hơn ${number(line.min)}`, `Not less than ${number(line.min)}`)
  }
  if (line.max !== undefined && value > line.max) {
    return say(`Không lớn hơn ${number(line.max)}`, `Not more than ${number(line.max)}`)
  }
  return undefined
}

interface Content {
  values: Record<string, number>
  texts: Record<string, string>
  explanations: Record<string, string>
  nil: boolean
}

function contentOf(typed: Typed, lines: Line[]): Content {
  const said = <T,>(all: [string, T | undefined][]) => Object.fromEntries(all.filter((it): it is [string, T] => it[1] !== undefined && it[1] !== ''))
  return {
    nil: typed.nil,
    values: typed.nil ? {} : said(lines.map((it) => [it.code, typedNumber(typed.values[it.code] ?? '')])),
    texts: said(Object.entries(typed.texts)),
    explanations: typed.nil ? {} : said(Object.entries(typed.explanations)),
  }
}

function sumOf(sum: Line, lines: Line[], values: Record<string, number>): number | undefined {
  const parts = lines.filter((it) => it.code.startsWith(`${sum.code}__`)).map((it) => values[it.code])
  return parts.some((it) => it !== undefined) ? parts.reduce<number>((all, it) => all + (it ?? 0), 0) : undefined
}

/** What the same agency filed for the period before. */
function useBefore(report: Report): { period: string; values: Record<string, number> } | undefined {
  const api = useApi()
  const { language } = useLanguage()
  const { form, agency, period: of = '', dueOn } = report.report ?? {}
  const query = useQuery({
    queryKey: ['report', report.id, 'before'],
    queryFn: () => answer(api.reports.GET('/api/v1/obligations', { params: { query: { form, agency, 'due-before': dueOn, limit: 5 } } })),
  })
  const found = query.data?.items?.map((it) => it.report).find((it) => it?.filed && it.period !== of)
  return found?.filed && { period: period(found.period, language === 'en'), values: found.filed }
}

/** What would be said of the report if it were filed as it stands, asked whenever one pauses. */
function useFindings(body: Reports['Body'], content: Content, sound: boolean): { list: Finding[]; fileable: boolean | undefined; failed: unknown } {
  const api = useApi()
  const settled = useSettled(JSON.stringify(content), CHECK_AFTER_MILLISECONDS)
  const query = useQuery({
    queryKey: ['checks', body.form, body.period, settled],
    queryFn: () => answer(api.reports.POST('/api/v1/reports/checks', { body: { form: body.form ?? '', period: body.period ?? '', ...(JSON.parse(settled) as Content) } })),
    enabled: sound,
    placeholderData: (before) => before,
    gcTime: 0,
  })
  return { list: query.data?.findings ?? [], fileable: query.data?.fileable, failed: query.error }
}

function useSettled(value: string, after: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const pause = setTimeout(() => setSettled(value), after)
    return () => clearTimeout(pause)
  }, [value, after])
  return settled
}

interface Keeping {
  kept: boolean
  failed: Error | undefined
  /** Whether somebody else changed the report meanwhile. */
  overtaken: boolean
  now: () => Promise<void>
  /** The version that was kept last: what is filed is what stands on the page. */
  etag: () => string
  /** Keeps what is typed over what somebody else wrote. */
  takeOver: () => Promise<void>
  /** Changes the report otherwise, between two keepings of the draft. */
  inTurn: <Done extends { version?: number }>(change: () => Promise<Done>) => Promise<Done>
}

/** Keeps the draft as it is typed, each time on the version that was kept before: somebody else's is not written over. */
function useKeeping(report: Report, etag: string, content: Content): Keeping {
  const api = useApi()
  const written = JSON.stringify(content)
  const version = useRef(etag)
  const [last, setLast] = useState(written)
  const lastNow = useRef(written)
  const [failed, setFailed] = useState<Error>()
  const failedNow = useRef(false)
  const latest = useRef(written)
  latest.current = written
  const intention = useRef({ key: uuid(), content: written })
  const turn = useRef<Promise<void>>(Promise.resolve())
  const keep = async () => {
    const saying = latest.current
    if (saying === lastNow.current && !failedNow.current) {
      return
    }
    if (intention.current.content !== saying) {
      intention.current = { key: uuid(), content: saying }
    }
    try {
      const { etag: next } = await versioned(
        api.reports.PUT('/api/v1/reports/{id}', {
          params: { path: { id: report.id ?? '' }, header: { ...keyed(intention.current.key), 'If-Match': version.current } },
          body: JSON.parse(saying) as Content,
        }),
      )
      version.current = next
      intention.current = { key: uuid(), content: saying }
      lastNow.current = saying
      failedNow.current = false
      setLast(saying)
      setFailed(undefined)
    } catch (refused) {
      if (refused instanceof Problem && refused.status < 500) {
        intention.current = { key: uuid(), content: saying }
      }
      failedNow.current = true
      setFailed(refused as Error)
      throw refused
    }
  }
  const now = () => {
    turn.current = turn.current.catch(() => undefined).then(keep)
    return turn.current
  }
  const inTurn = <Done extends { version?: number }>(change: () => Promise<Done>): Promise<Done> => {
    const changed = turn.current
      .catch(() => undefined)
      .then(change)
      .then((done) => {
        version.current = done.version === undefined ? version.current : `"${done.version}"`
        return done
      })
    turn.current = changed.then(() => undefined)
    return changed
  }
  const takeOver = async () => {
    const { etag: theirs } = await versioned(api.reports.GET('/api/v1/reports/{id}', { params: { path: { id: report.id ?? '' } } }))
    version.current = theirs
    await now()
  }
  const doNow = useRef(now)
  doNow.current = now
  const unkeptNow = useRef(false)
  unkeptNow.current = written !== last
  // Who goes to another page before the pause is over takes nothing typed along.
  useEffect(
    () => () => {
      if (unkeptNow.current) {
        void doNow.current().catch(() => undefined)
      }
    },
    [],
  )
  useEffect(() => {
    if (written === last) {
      return
    }
    const pause = setTimeout(() => void doNow.current().catch(() => undefined), KEEP_AFTER_MILLISECONDS)
    return () => clearTimeout(pause)
  }, [written, last])
  const unkept = written !== last
  useEffect(() => {
    if (!unkept) {
      return
    }
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [unkept])
  return { kept: !unkept, failed, overtaken: failed instanceof Problem && failed.status === 412, now, etag: () => version.current, takeOver, inTurn }
}

function Attachments({ report, form, inTurn }: { report: Report; form: Reports['ReportFormView']; inTurn: Keeping['inTurn'] }) {
  const say = useSay()
  const api = useApi()
  const id = report.id ?? ''
  const query = useQuery({
    queryKey: ['report', id, 'files'],
    queryFn: async () => (await answer(api.reports.GET('/api/v1/reports/{id}', { params: { path: { id } } }))).report?.files ?? [],
  })
  const send = useCommand(({ file, element }: { file: File; element: string }, key) =>
    inTurn(() => upload(api, 'reporting', `/api/v1/reports/${id}/files?element=${encodeURIComponent(element)}&name=${encodeURIComponent(file.name)}`, file, key)),
    undefined,
    ({ file, element }) => `${element} ${sameFile(file)}`,
  )
  if (!form.attachments?.length) {
    return null
  }
  return (
    <section>
      <h2>{say('Tệp kèm theo', 'Files')}</h2>
      {form.attachments.map((it) => (
        <div key={it.code}>
          {it.name} {it.required && <span className="late-text">*</span>}
          <ul>
            {query.data
              ?.filter((file) => file.element === it.code)
              .map((file) => (
                <li key={file.id}>
                  {file.name} <span className="soft small">{bytes(file.bytes)}</span>{' '}
                  <Act
                    name={say('bỏ', 'remove')}
                    run={(key) => inTurn(() => answer(api.reports.DELETE('/api/v1/reports/{id}/files/{file}', { params: { path: { id, file: file.id ?? '' }, header: keyed(key) } })))}
                  />
                </li>
              ))}
          </ul>
          <FileTrigger onSelect={(files) => files?.[0] && send.mutate({ file: files[0], element: it.code ?? '' })}>
            <Button isPending={send.isPending}>{say('Kèm tệp', 'Attach a file')}</Button>
          </FileTrigger>
        </div>
      ))}
      <Refusal error={send.error} />
    </section>
  )
}
