import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { answer, type Reports } from '../app/api'
import { moment, number, period as periodName } from '../app/format'
import { useLanguage, useSay } from '../app/language'
import { useApi, useMay } from '../app/session'
import { useAgencies } from '../parts/agencies'
import { useForm } from '../parts/form'
import { Rows } from '../parts/rows'
import { useAsked } from '../parts/search'
import { Asked } from '../parts/states'
import { FIGURES_CHANGED, useStream } from '../parts/stream'
import { Table } from '../parts/table'
import { Title } from '../parts/title'
import { Attained, Reported } from './indicators'

const CHANGED = [['figure']]

/** One figure, down to the reports it came from and the clause that set its target. */
export default function FigurePage() {
  const { code = '', agency = '', period = '' } = useParams()
  const say = useSay()
  const api = useApi()
  const { language } = useLanguage()
  const { nameOf } = useAgencies()
  const [asked] = useAsked('basis')
  const basis = (asked.basis || 'FILED') as 'FILED' | 'APPROVED'
  const traces = useMay('CLERK', 'LEAD', 'SUPERVISOR', 'AUDITOR', 'ADMIN')
  useStream('reporting', FIGURES_CHANGED, CHANGED)
  const figure = useQuery({
    queryKey: ['figure', code, agency, period, basis],
    queryFn: () => answer(api.reports.GET('/api/v1/indicators/values', { params: { query: { indicator: [code], period: [period], agency, basis } } })),
  })
  const today = useQuery({
    queryKey: ['figure', 'today', code, agency, period, basis],
    queryFn: () => answer(api.reports.GET('/api/v1/indicators/values/today', { params: { query: { indicator: [code], period: [period], agency, basis } } })),
    retry: false,
  })
  const now = figure.data?.items?.[0]
  const composed = today.data?.figures?.[0]
  return (
    <>
      <Title name={now?.name ?? code}>
        <Link to={`/indicators?indicator=${code}&period=${period}`}>{say('Về chỉ tiêu', 'Back to the indicator')}</Link>
      </Title>
      <p>
        {nameOf(agency)} · {periodName(period, language === 'en')} · {basis === 'FILED' ? say('trên báo cáo đã nộp', 'on filed reports') : say('trên báo cáo đã duyệt', 'on approved reports')}
      </p>
      <Asked query={figure} isEmpty={(it) => !it.items?.length} empty={say('Chưa có số liệu.', 'There is no figure yet.')}>
        {() =>
          now && (
            <div className="sheet">
              <p className="figure" role="status">
                {number(now.value)} {now.unit}
              </p>
              <p>
                {now.denominator !== undefined && (
                  <>
                    {number(now.numerator)} / {number(now.denominator)} ·{' '}
                  </>
                )}
                <Reported figure={now} />
                {now.previous !== undefined && ` · ${say('trước đó', 'before')} ${number(now.previous)}`}
              </p>
              {!!now.attainments?.length && <Attained figure={now} />}
              {composed && (composed.parts?.length ?? 0) > 1 && (
                <p>
                  {say('Theo địa giới hiện nay', 'By the boundaries of today')}: <strong>{number(composed.value)}</strong> {composed.unit} ({composed.parts?.map((it) => nameOf(it.agency)).join(', ')})
                </p>
              )}
            </div>
          )
        }
      </Asked>
      {traces ? (
        <>
          <Trace code={code} agency={agency} period={period} basis={basis} />
          <Revisions code={code} agency={agency} period={period} basis={basis} />
        </>
      ) : (
        <p className="soft">{say('Truy vết và lịch sử của số liệu dành cho cấp tỉnh.', 'Lineage and history are for the province.')}</p>
      )}
    </>
  )
}

/** What the codes of a formula stand for, by the form. */
function Members({ definition = {} }: { definition: Reports['LineageView']['definition'] }) {
  const { lines } = useForm(definition.form ?? '')
  const used: string[] = `${definition.numerator} ${definition.denominator}`.match(/[A-Z][A-Z0-9_]*/g) ?? []
  return (
    <dl>
      {lines
        .filter((it) => used.includes(it.code))
        .map((it) => [<dt key={it.code}>{it.code}</dt>, <dd key={`${it.code} name`}>{it.name}</dd>])}
    </dl>
  )
}

interface Of {
  code: string
  agency: string
  period: string
  basis: 'FILED' | 'APPROVED'
}

function Trace({ code, agency, period, basis }: Of) {
  const say = useSay()
  const api = useApi()
  const { nameOf } = useAgencies()
  const query = useQuery({
    queryKey: ['figure', 'lineage', code, agency, period, basis],
    queryFn: () => answer(api.reports.GET('/api/v1/indicators/{code}/lineage', { params: { path: { code }, query: { agency, period, basis } } })),
  })
  return (
    <Asked query={query}>
      {(lineage) => (
        <>
          <section>
            <h2>{say('Cách tính', 'How it is computed')}</h2>
            <div className="sheet">
              <code>
                {lineage.definition?.numerator}
                {lineage.definition?.denominator && ` / (${lineage.definition.denominator})`}
                {lineage.definition?.factor !== undefined && lineage.definition.factor !== 1 && ` × ${number(lineage.definition.factor)}`}
              </code>
              <Members definition={lineage.definition} />
              <p className="soft">
                {say('biểu mẫu', 'form')} {lineage.definition?.form}; {lineage.adds ? say('các báo cáo dưới đây cộng lại đúng bằng số liệu', 'the reports below add up to the figure') : say('các báo cáo dưới đây không cộng lại bằng số liệu: đang tính lại', 'the reports below do not add up: it is being computed')}
              </p>
            </div>
          </section>
          {!!lineage.targets?.length && (
            <section>
              <h2>{say('Mục tiêu và điều khoản đặt ra', 'Targets and the clauses that set them')}</h2>
              <ul>
                {lineage.targets.map((it: Reports['Target']) => (
                  <li key={it.id}>
                    {it.directiveId ? (
                      <Link to={`/directives/${it.directiveId}?clause=${encodeURIComponent(it.clause ?? '')}`}>
                        {it.directiveNumber ?? say('văn bản', 'directive')} – {say('mục', 'clause')} {it.clause}
                      </Link>
                    ) : (
                      it.clause
                    )}
                    <blockquote>{it.text ?? it.name}</blockquote>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section>
            <h2>
              {say('Từ các báo cáo', 'From the reports')} ({number(lineage.contributions?.length ?? 0)})
            </h2>
            <Table label={say('Từ các báo cáo', 'From the reports')} heads={[say('Cơ quan', 'Agency'), [say('Tử số', 'Numerator')], [say('Mẫu số', 'Denominator')], say('Báo cáo', 'Report')]}>
              {lineage.contributions?.map((it) => (
                <tr key={it.reportId}>
                  <td>{nameOf(it.agency)}</td>
                  <td className="number">{number(it.numerator)}</td>
                  <td className="number">{number(it.denominator)}</td>
                  <td>
                    <Link to={`/reports/${it.reportId}`}>
                      {say('lần', 'revision')} {it.revision}
                    </Link>
                  </td>
                </tr>
              ))}
            </Table>
            {!!lineage.missing?.length && (
              <p className="told">
                {say('Chưa báo cáo', 'Have not reported')}: {lineage.missing.map(nameOf).join('; ')}
              </p>
            )}
          </section>
        </>
      )}
    </Asked>
  )
}

const CAUSES: Record<string, readonly [string, string]> = {
  SUBMITTED: ['nộp', 'filed'],
  CORRECTED: ['đính chính', 'corrected'],
  APPROVED: ['duyệt', 'approved'],
  RETURNED: ['trả lại', 'returned'],
  WITHDRAWN: ['rút', 'taken back'],
  EXCUSED: ['miễn', 'excused'],
  REQUESTED: ['mở kỳ', 'period opened'],
}

/** Every value that it ever had. */
function Revisions({ code, agency, period, basis }: Of) {
  const say = useSay()
  const api = useApi()
  const { nameOf } = useAgencies()
  return (
    <section>
      <h2>{say('Mọi giá trị đã có', 'Every value it ever had')}</h2>
      <Rows<Reports['FigureRevisionView']>
        asked={['figure', 'revisions', code, agency, period, basis]}
        page={(cursor) => answer(api.reports.GET('/api/v1/indicators/{code}/revisions', { params: { path: { code }, query: { agency, period, basis, cursor, limit: 100, count: cursor === undefined } } }))}
        rowKey={(it) => String(it.revision)}
        label={say('Mọi giá trị đã có', 'Every value it ever had')}
        empty={say('Chưa có.', 'None yet.')}
        columns={[
          { name: say('Lúc', 'At'), width: '9.5rem', cell: (it) => moment(it.at) },
          { name: say('Số liệu', 'Figure'), width: '7rem', number: true, cell: (it) => `${number(it.before)} → ${number(it.value)}` },
          { name: say('Báo cáo', 'Reports'), width: '6rem', wide: true, cell: (it) => `${number(it.reported)}/${number(it.expected)}` },
          {
            name: say('Vì', 'Because'),
            width: 'minmax(0, 1fr)',
            cell: (it) => {
              const cause = it.cause
              const words = CAUSES[cause?.step ?? '']
              return cause?.kind === 'REPORT' ? (
                <>
                  <Link to={`/reports/${cause.id}`}>
                    {nameOf(cause.agency)} {words ? say(words[0], words[1]) : cause.step} {cause.revision ? `(${say('lần', 'revision')} ${cause.revision})` : ''}
                  </Link>{' '}
                  <span className="soft small">{cause.by}</span>
                </>
              ) : (
                <>
                  {cause?.kind} {cause?.id} <span className="soft small">{cause?.by}</span>
                </>
              )
            },
          },
        ]}
      />
    </section>
  )
}
