import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { answer, type Reports } from '../app/api'
import { day, number, period } from '../app/format'
import { useLanguage, useSay } from '../app/language'
import { useApi, useMay, useSession } from '../app/session'
import { REPORT_STATUSES, options, word } from '../app/words'
import { useAgencies } from '../parts/agencies'
import { everything } from '../parts/everything'
import { Choice } from '../parts/fields'
import { Rows } from '../parts/rows'
import { useAsked } from '../parts/search'
import { Asked } from '../parts/states'
import { FIGURES_CHANGED, useStream } from '../parts/stream'
import { Title } from '../parts/title'
import { useToday } from '../parts/today'
import { lateness } from '../parts/due'
import { Consolidate, Sent } from './consolidation'

type Report = Reports['ReportView']
type Status = NonNullable<Reports['Body']['status']>

const STATUSES: Status[] = ['OWED', 'FILED', 'RETURNED', 'APPROVED', 'EXCUSED']
const REFRESH_MILLISECONDS = 60_000

/** Reports owed and filed; for the lead agency, who of all. */
export default function ReportsPage() {
  const say = useSay()
  const api = useApi()
  const { person } = useSession()
  const { language } = useLanguage()
  const { agencies, nameOf } = useAgencies()
  const on = useToday()
  const files = useMay('OFFICER')
  const provinceWide = useMay('SUPERVISOR', 'LEAD', 'AUDITOR', 'CLERK', 'ADMIN')
  const [asked, ask] = useAsked('form', 'period', 'status', 'agency')
  useStream('reporting', FIGURES_CHANGED, [['reports']])
  const regimes = useQuery({
    queryKey: ['regimes'],
    queryFn: () => everything((cursor) => answer(api.reports.GET('/api/v1/regimes', { params: { query: { cursor, limit: 200 } } }))),
  })
  const forms = useQuery({
    queryKey: ['forms'],
    queryFn: () => everything((cursor) => answer(api.reports.GET('/api/v1/forms', { params: { query: { cursor, limit: 200, fields: 'code,name' } } }))),
  })
  const periods = [...new Set((regimes.data?.items ?? []).filter((it) => !asked.form || it.form === asked.form).flatMap((it) => it.opened ?? []))].sort().reverse()
  const query = {
    form: asked.form || undefined,
    period: asked.period || undefined,
    status: (asked.status || undefined) as Status | undefined,
    agency: asked.agency || undefined,
  }
  return (
    <>
      <Title name={say('Báo cáo', 'Reports')} />
      <div className="filters">
        <Choice label={say('Biểu mẫu', 'Form')} value={asked.form} onChange={(form) => ask({ form })} options={(forms.data?.items ?? []).map((it) => [it.code ?? '', it.name ?? ''])} any={say('Tất cả', 'All')} />
        <Choice label={say('Kỳ', 'Period')} value={asked.period} onChange={(it) => ask({ period: it })} options={(asked.period && !periods.includes(asked.period) ? [asked.period, ...periods] : periods).map((it) => [it, period(it, language === 'en')])} any={say('Tất cả', 'All')} />
        <Choice label={say('Tình trạng', 'Status')} value={asked.status} onChange={(status) => ask({ status })} options={options(REPORT_STATUSES, say)} any={say('Tất cả', 'All')} />
        {provinceWide && (
          <Choice label={say('Cơ quan', 'Agency')} value={asked.agency} onChange={(agency) => ask({ agency })} options={agencies.map((it) => [it.code, it.name])} any={say('Tất cả', 'All')} />
        )}
      </div>
      {provinceWide && asked.form && asked.period && <WhoHasFiled form={asked.form} period={asked.period} chosen={asked.status} choose={(status) => ask({ status })} />}
      {provinceWide && asked.form && asked.period && <Consolidate form={asked.form} period={asked.period} />}
      <Rows<Report>
        asked={['reports', query]}
        page={(cursor) => answer(api.reports.GET('/api/v1/obligations', { params: { query: { ...query, cursor, limit: 100, count: cursor === undefined } } }))}
        rowKey={(it) => it.id ?? ''}
        label={say('Báo cáo', 'Reports')}
        refresh={REFRESH_MILLISECONDS}
        empty={say('Không có báo cáo nào như vậy.', 'There are no such reports.')}
        columns={[
          {
            name: say('Báo cáo', 'Report'),
            width: 'minmax(0, 3fr)',
            cell: (it) => (
              <>
                <Link to={`/reports/${it.id}`}>
                  {it.report?.formName}, {period(it.report?.period, language === 'en')}
                </Link>
                {provinceWide && <div className="soft small">{nameOf(it.report?.agency)}</div>}
              </>
            ),
          },
          {
            name: say('Hạn nộp', 'Due'),
            width: 'minmax(5.8rem, 1.4fr)',
            cell: (it) => (
              <>
                {day(it.report?.dueOn)}{' '}
                {(it.report?.status === 'OWED' || it.report?.status === 'RETURNED') && it.report.dueOn && (
                  <span className={`tag ${it.report.dueOn < on ? 'late' : 'soon'}`}>{lateness(it.report.dueOn, on, say)}</span>
                )}
              </>
            ),
          },
          {
            name: say('Tình trạng', 'Status'),
            width: 'minmax(5.8rem, 1.5fr)',
            cell: (it) => (
              <>
                <span className={`tag ${it.report?.status === 'APPROVED' ? 'good' : it.report?.status === 'RETURNED' ? 'late' : ''}`}>{word(REPORT_STATUSES, it.report?.status, say)}</span>
                {it.report?.filedOn && (
                  <div className="soft small">
                    {say('nộp', 'filed')} {day(it.report.filedOn)}
                    {it.onTime === false && `, ${say('muộn', 'late')}`}
                    {(it.report.revision ?? 0) > 1 && `, ${say('lần', 'revision')} ${it.report.revision}`}
                  </div>
                )}
              </>
            ),
          },
          ...(files
            ? [
                {
                  name: say('Thao tác', 'Actions'),
                  width: '8.5rem',
                  wide: true,
                  cell: (it: Report) =>
                    it.report?.agency === person.agency && (it.report?.status === 'OWED' || it.report?.status === 'RETURNED') ? (
                      <Link className="button" to={`/reports/${it.id}/filing`}>
                        {say('Nhập số liệu', 'Fill in')}
                      </Link>
                    ) : null,
                },
              ]
            : []),
        ]}
      />
      <Sent />
    </>
  )
}

/** "28/31 đã báo cáo": how many of those who owe have filed, and who has not. */
function WhoHasFiled({ form, period: of, chosen, choose }: { form: string; period: string; chosen: string; choose: (status: string) => void }) {
  const say = useSay()
  const api = useApi()
  const query = useQuery({
    queryKey: ['reports', 'filed', form, of],
    queryFn: async () => {
      const counts = await Promise.all(
        STATUSES.map((status) => answer(api.reports.GET('/api/v1/obligations', { params: { query: { form, period: of, status, count: true, limit: 1, fields: 'id' } } }))),
      )
      return Object.fromEntries(STATUSES.map((it, at) => [it, counts[at]?.total ?? 0])) as Record<Status, number>
    },
    refetchInterval: REFRESH_MILLISECONDS,
  })
  return (
    <Asked query={query}>
      {(counts) => {
        const filed = counts.FILED + counts.APPROVED
        const expected = filed + counts.OWED + counts.RETURNED
        return (
          <>
            <p className="lead" role="status">
              {number(filed)}/{number(expected)} {say('đã báo cáo', 'have reported')}
            </p>
            <div className="bar">
              <i style={{ width: `${expected ? (100 * filed) / expected : 0}%` }} />
            </div>
            <ul className="cards" aria-label={say('Theo tình trạng', 'By status')}>
              {STATUSES.map((it) => (
                <li key={it}>
                  <button className="plain" onClick={() => choose(chosen === it ? '' : it)} aria-pressed={chosen === it}>
                    {word(REPORT_STATUSES, it, say)}
                  </button>
                  <strong>{number(counts[it])}</strong>
                </li>
              ))}
            </ul>
          </>
        )
      }}
    </Asked>
  )
}
