import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { Link } from 'react-router'
import { answer, type Reports } from '../app/api'
import { day, number, period as periodName } from '../app/format'
import { useLanguage, useSay, type Say } from '../app/language'
import { useApi, useSession } from '../app/session'
import { useAgencies } from '../parts/agencies'
import { everything } from '../parts/everything'
import { Choice, Day } from '../parts/fields'
import { download } from '../parts/files'
import { ProvinceMap, shortName } from '../parts/map'
import { useAsked } from '../parts/search'
import { Asked, Empty, Loading, Refusal } from '../parts/states'
import { FIGURES_CHANGED, useStream } from '../parts/stream'
import { byValue, targetText } from '../parts/target'
import { Table } from '../parts/table'
import { Title } from '../parts/title'

const Chart = lazy(() => import('../parts/chart'))

type Figure = Reports['FigureView']
type Basis = 'FILED' | 'APPROVED'

/** What a filing changes; it is seen within a second or two. */
const CHANGED = [['figures'], ['comparison']]
const FORMATS = ['XLSX', 'CSV', 'SDMX_CSV', 'PARQUET'] as const
const MOST_INDICATORS = 50
const MOST_PERIODS = 24

/** Indicators against targets: of the province, over time, and of each agency. */
export default function IndicatorsPage() {
  const say = useSay()
  const api = useApi()
  const { language } = useLanguage()
  const { agencies } = useAgencies()
  const { person } = useSession()
  const english = language === 'en'
  const [asked, ask] = useAsked('indicator', 'period', 'basis', 'known')
  useStream('reporting', FIGURES_CHANGED, CHANGED, !asked.known)
  const indicators = useQuery({
    queryKey: ['indicators'],
    queryFn: () => everything((cursor) => answer(api.reports.GET('/api/v1/indicators', { params: { query: { cursor, limit: 200 } } }))),
    staleTime: 60_000,
  })
  const regimes = useQuery({
    queryKey: ['regimes'],
    queryFn: () => everything((cursor) => answer(api.reports.GET('/api/v1/regimes', { params: { query: { cursor, limit: 200 } } }))),
  })
  const list = indicators.data?.items ?? []
  const chosen = list.find((it) => it.code === asked.indicator)
  const periods = [...new Set((regimes.data?.items ?? []).filter((it) => !chosen || it.form === chosen.form).flatMap((it) => it.opened ?? []))].sort().reverse()
  // A period that this indicator does not have is not asked for.
  const period = asked.period && (regimes.isPending || periods.includes(asked.period)) ? asked.period : (periods[0] ?? '')
  const basis = (asked.basis || 'FILED') as Basis
  const whole = agencies.find((it) => it.kind === 'PROVINCE_COMMITTEE')?.code ?? `${person.province}.ubnd`
  return (
    <>
      <Title name={say('Chỉ tiêu', 'Indicators')} />
      <div className="filters">
        <Choice label={say('Chỉ tiêu', 'Indicator')} value={asked.indicator} onChange={(indicator) => ask({ indicator })} options={list.map((it) => [it.code ?? '', it.name ?? ''])} any={say('Tất cả', 'All')} />
        <Choice label={say('Kỳ', 'Period')} value={period} onChange={(it) => ask({ period: it })} options={periods.map((it) => [it, periodName(it, english)])} />
        <Choice
          label={say('Trên cơ sở', 'On the basis of')}
          value={basis}
          onChange={(it) => ask({ basis: it })}
          options={[
            ['FILED', say('báo cáo đã nộp', 'filed reports')],
            ['APPROVED', say('báo cáo đã duyệt', 'approved reports')],
          ]}
        />
        <Day label={say('Như đã biết vào ngày', 'As known on')} value={asked.known} onChange={(known) => ask({ known })} />
      </div>
      {asked.known && (
        <p className="told">
          {say('Số liệu như đã biết đến hết ngày', 'Figures as they were known by the end of')} {day(asked.known)}.{' '}
          <Button className="plain" onPress={() => ask({ known: '' })}>
            {say('Xem hiện nay', 'Show them as of now')}
          </Button>
        </p>
      )}
      {indicators.isPending || regimes.isPending ? (
        <Loading />
      ) : (indicators.error ?? regimes.error) ? (
        <Refusal error={indicators.error ?? regimes.error} retry={() => void Promise.all([indicators.refetch(), regimes.refetch()])} />
      ) : !period || list.length === 0 ? (
        <Empty>{say('Chưa có chỉ tiêu hoặc chưa mở kỳ báo cáo nào.', 'There is no indicator, or no period was opened yet.')}</Empty>
      ) : chosen ? (
        <One indicator={chosen} period={period} periods={periods} basis={basis} known={asked.known} whole={whole} />
      ) : (
        <All indicators={list} period={period} basis={basis} known={asked.known} whole={whole} choose={(indicator) => ask({ indicator })} />
      )}
      {period && list.length > 0 && <Export indicators={chosen ? [chosen.code ?? ''] : list.slice(0, MOST_INDICATORS).map((it) => it.code ?? '')} cut={!chosen && list.length > MOST_INDICATORS} period={period} basis={basis} known={asked.known} />}
    </>
  )
}

/** How a figure stands to what the directive set. */
export function Attained({ figure }: { figure: Pick<Figure, 'attainments' | 'unit'> }) {
  const say = useSay()
  if (!figure.attainments?.length) {
    return <span className="soft">—</span>
  }
  return (
    <>
      {figure.attainments.map((it) => (
        <div key={`${it.targetId}`}>
          {targetText({ comparator: it.comparator, value: it.target, valueMax: it.targetMax, unit: figure.unit, year: it.year }, say)}{' '}
          <span className={`tag ${it.met ? 'good' : 'late'}`}>
            {it.met ? say('đạt', 'met') : say('chưa đạt', 'not met')}
            {!it.met && it.gap !== undefined && ` ${number(it.gap)}`}
          </span>
        </div>
      ))}
    </>
  )
}

export function Reported({ figure }: { figure: Pick<Figure, 'reported' | 'expected'> }) {
  const say = useSay()
  return (
    <>
      {number(figure.reported)}/{number(figure.expected)} {say('đã báo cáo', 'reported')}
    </>
  )
}

function All({
  indicators,
  period,
  basis,
  known,
  whole,
  choose,
}: {
  indicators: Reports['IndicatorView'][]
  period: string
  basis: Basis
  known: string
  whole: string
  choose: (code: string) => void
}) {
  const say = useSay()
  const api = useApi()
  const codes = indicators.map((it) => it.code ?? '')
  const query = useQuery({
    queryKey: ['figures', 'all', codes, period, basis, known, whole],
    queryFn: async () => {
      const some = (from: number) =>
        answer(
          api.reports.GET('/api/v1/indicators/values', {
            params: { query: { indicator: codes.slice(from, from + MOST_INDICATORS), period: [period], agency: whole, basis, knownAt: known || undefined, limit: 200 } },
          }),
        )
      const pages = await Promise.all(codes.flatMap((_, at) => (at % MOST_INDICATORS === 0 ? [some(at)] : [])))
      return pages.flatMap((it) => it.items ?? [])
    },
  })
  return (
    <Asked query={query}>
      {(figures) => {
        const of = new Map(figures.map((it) => [it.indicator, it]))
        return (
          <Table label={say('Chỉ tiêu của tỉnh', 'Indicators of the province')} heads={[say('Chỉ tiêu', 'Indicator'), [say('Số liệu', 'Figure')], say('Mục tiêu', 'Target'), say('Báo cáo', 'Reports')]}>
            {indicators.map((it) => {
              const figure = of.get(it.code ?? '')
              return (
                <tr key={it.code}>
                  <td>
                    <Button className="plain" onPress={() => choose(it.code ?? '')}>
                      {it.name}
                    </Button>
                  </td>
                  <td className="number">
                    {figure && known ? (
                      <strong>
                        {number(figure.value, it.decimals)} {it.unit}
                      </strong>
                    ) : figure ? (
                      <Link to={`/indicators/${it.code}/${whole}/${period}?basis=${basis}`}>
                        <strong>
                          {number(figure.value, it.decimals)} {it.unit}
                        </strong>
                      </Link>
                    ) : (
                      '—'
                    )}
                  </td>
                  <td>{figure ? <Attained figure={figure} /> : '—'}</td>
                  <td>{figure ? <Reported figure={figure} /> : say('chưa có báo cáo', 'no report yet')}</td>
                </tr>
              )
            })}
          </Table>
        )
      }}
    </Asked>
  )
}

function One({
  indicator,
  period,
  periods,
  basis,
  known,
  whole,
}: {
  indicator: Reports['IndicatorView']
  period: string
  periods: string[]
  basis: Basis
  known: string
  whole: string
}) {
  const say = useSay()
  const api = useApi()
  const { language } = useLanguage()
  const english = language === 'en'
  const code = indicator.code ?? ''
  const query = useQuery({
    queryKey: ['figures', 'one', code, period, periods, basis, known, whole],
    queryFn: () =>
      answer(
        api.reports.GET('/api/v1/indicators/values', {
          params: { query: { indicator: [code], period: [...new Set([period, ...periods])].slice(0, MOST_PERIODS), agency: whole, basis, knownAt: known || undefined, limit: 200 } },
        }),
      ),
  })
  const figures = query.data?.items
  const option = useMemo(() => overTime(figures ?? [], indicator, english, say), [figures, indicator, english, say])
  return (
    <Asked query={query}>
      {(page) => {
        const figure = page.items?.find((it) => it.period === period)
        return (
          <>
            <h2>{indicator.name}</h2>
            {figure ? (
              <div className="sheet">
                <p className="figure" role="status">
                  {/* What a figure comes from is told of the one of today. */}
                  {known ? (
                    `${number(figure.value, indicator.decimals)} ${indicator.unit}`
                  ) : (
                    <Link to={`/indicators/${code}/${whole}/${period}?basis=${basis}`}>
                      {number(figure.value, indicator.decimals)} {indicator.unit}
                    </Link>
                  )}
                </p>
                <p>
                  <Reported figure={figure} />
                </p>
                {!!figure.attainments?.length && <Attained figure={figure} />}
              </div>
            ) : (
              <Empty>{say('Chưa có số liệu của tỉnh cho kỳ này.', 'The province has no figure for this period yet.')}</Empty>
            )}
            {(page.items?.length ?? 0) > 1 && (
              <Suspense fallback={<Loading />}>
                <Chart option={option} label={`${indicator.name}, ${say('theo thời gian', 'over time')}`} />
                <details>
                  <summary>{say('Số liệu của hình', 'Its figures')}</summary>
                  <Table label={`${indicator.name}, ${say('theo thời gian', 'over time')}`} heads={[say('Kỳ', 'Period'), [say('Số liệu', 'Figure')], say('Mục tiêu', 'Target')]}>
                    {(page.items ?? [])
                      .toSorted((a, b) => (b.period ?? '').localeCompare(a.period ?? ''))
                      .map((it) => (
                        <tr key={it.period}>
                          <td>{periodName(it.period, english)}</td>
                          <td className="number">
                            {number(it.value, indicator.decimals)} {indicator.unit}
                          </td>
                          <td>
                            <Attained figure={it} />
                          </td>
                        </tr>
                      ))}
                  </Table>
                </details>
              </Suspense>
            )}
            {known ? (
              <p className="soft">{say('Các cơ quan được so sánh theo số liệu hiện nay; bỏ ngày ở trên để xem.', 'Agencies are compared by the figures of today; clear the day above to see them.')}</p>
            ) : (
              <ByAgency indicator={indicator} period={period} basis={basis} whole={whole} />
            )}
          </>
        )
      }}
    </Asked>
  )
}

function overTime(figures: Figure[], indicator: Reports['IndicatorView'], english: boolean, say: Say) {
  const ordered = figures.toSorted((a, b) => (a.period ?? '').localeCompare(b.period ?? ''))
  const targets = ordered.at(-1)?.attainments ?? []
  return {
    tooltip: { trigger: 'axis', renderMode: 'richText' },
    grid: { left: 60, right: 90, top: 30, bottom: 40 },
    xAxis: { type: 'category', data: ordered.map((it) => periodName(it.period, english)) },
    yAxis: { type: 'value', name: indicator.unit, scale: true },
    series: [
      {
        type: 'line',
        name: indicator.name,
        data: ordered.map((it) => it.value ?? null),
        markLine: { symbol: 'none', data: targets.map((it) => ({ yAxis: it.target, name: it.year, label: { formatter: targetText({ comparator: it.comparator, value: it.target, valueMax: it.targetMax, year: it.year }, say) } })) },
      },
    ],
  }
}

const VIEWS = ['table', 'bars', 'map'] as const

/** Every agency for a period, ranked among its kind: as a table, bars and a map. */
function ByAgency({ indicator, period, basis, whole }: { indicator: Reports['IndicatorView']; period: string; basis: Basis; whole: string }) {
  const say = useSay()
  const api = useApi()
  const { nameOf } = useAgencies()
  const [asked, ask] = useAsked('view')
  const view = (VIEWS as readonly string[]).includes(asked.view) ? (asked.view as (typeof VIEWS)[number]) : 'table'
  const code = indicator.code ?? ''
  const query = useQuery({
    queryKey: ['comparison', code, period, basis],
    queryFn: () => answer(api.reports.GET('/api/v1/comparisons', { params: { query: { indicator: [code], period, basis } } })),
  })
  const rows = useMemo(
    () =>
      (query.data?.rows ?? [])
        .filter((it) => it.agency !== whole)
        .toSorted((a, b) => byValue(a.value, b.value, indicator.better === 'LOWER')),
    [query.data, whole, indicator.better],
  )
  const option = useMemo(() => {
    const drawn = rows.toReversed()
    return {
      tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' } },
      grid: { left: 150, right: 40, top: 10, bottom: 30 },
      xAxis: { type: 'value', name: indicator.unit },
      yAxis: { type: 'category', data: drawn.map((it) => shortName(nameOf(it.agency))), axisLabel: { width: 140, overflow: 'truncate' } },
      series: [{ type: 'bar', data: drawn.map((it) => it.value ?? null), itemStyle: { color: '#2a78b8' } }],
    }
    // eslint-free: names change only when the catalogue is there, which changes the rows' order not at all
  }, [rows, indicator.unit, nameOf(rows[0]?.agency)])
  const to = (agency: string | undefined) => `/indicators/${code}/${agency}/${period}?basis=${basis}`
  return (
    <section>
      <h2>{say('Theo cơ quan', 'By agency')}</h2>
      <div className="actions" role="group" aria-label={say('Cách xem', 'View')}>
        {VIEWS.map((it) => (
          <Button key={it} aria-pressed={view === it} className={view === it ? 'primary' : ''} onPress={() => ask({ view: it })}>
            {it === 'table' ? say('Bảng', 'Table') : it === 'bars' ? say('Cột', 'Bars') : say('Bản đồ', 'Map')}
          </Button>
        ))}
      </div>
      <Asked query={query} isEmpty={() => rows.length === 0} empty={say('Chưa cơ quan nào có số liệu kỳ này.', 'No agency has a figure for this period yet.')}>
        {() =>
          view === 'bars' ? (
            <Suspense fallback={<Loading />}>
              <Chart option={option} label={`${indicator.name}, ${say('theo cơ quan', 'by agency')}`} height={Math.max(240, rows.length * 26 + 60)} />
            </Suspense>
          ) : view === 'map' ? (
            <ProvinceMap
              label={`${indicator.name}, ${say('theo địa bàn', 'by place')}`}
              places={rows.map((it) => ({ agency: it.agency ?? '', name: nameOf(it.agency), value: it.value, unit: it.unit ?? '', met: it.met, to: to(it.agency) }))}
            />
          ) : (
            <Table label={say('Theo cơ quan', 'By agency')} heads={[say('Cơ quan', 'Agency'), [say('Số liệu', 'Figure')], [say('Kỳ trước', 'Before')], [say('Thay đổi', 'Change')], say('Thứ hạng', 'Rank'), say('Mục tiêu', 'Target'), say('Báo cáo', 'Reports')]}>
              {rows.map((it) => (
                <tr key={it.agency}>
                  <td>
                    <Link to={to(it.agency)}>{nameOf(it.agency)}</Link>
                  </td>
                  <td className="number">
                    {number(it.value, indicator.decimals)} {it.unit}
                  </td>
                  <td className="number">{number(it.before, indicator.decimals)}</td>
                  <td className="number">
                    {it.change !== undefined && it.change > 0 ? '+' : ''}
                    {number(it.change, indicator.decimals)}
                  </td>
                  <td>{it.rank !== undefined ? `${it.rank}/${it.among}` : '—'}</td>
                  <td>{it.met === undefined ? '—' : <span className={`tag ${it.met ? 'good' : 'late'}`}>{it.met ? say('đạt', 'met') : say('chưa đạt', 'not met')}</span>}</td>
                  <td>
                    {number(it.reported)}/{number(it.expected)}
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Asked>
    </section>
  )
}

function Export({ indicators, cut, period, basis, known }: { indicators: string[]; cut: boolean; period: string; basis: Basis; known: string }) {
  const say = useSay()
  const api = useApi()
  const [failed, setFailed] = useState<unknown>()
  const query = new URLSearchParams([...indicators.map((it) => ['indicator', it]), ['period', period], ['basis', basis], ...(known ? [['knownAt', known]] : [])])
  return (
    <section>
      <h2>{say('Tải số liệu', 'Take the figures along')}</h2>
      <div className="actions">
        {FORMATS.map((format) => (
          <Button
            key={format}
            onPress={() => {
              setFailed(undefined)
              download(api, 'reporting', `/api/v1/exports/figures?${query}&format=${format}`, `chi-tieu-${period}.${format === 'SDMX_CSV' ? 'csv' : format.toLowerCase()}`).catch(setFailed)
            }}
          >
            {format.replace('_', '-')}
          </Button>
        ))}
      </div>
      {cut && <p className="soft">{say(`Chỉ ${MOST_INDICATORS} chỉ tiêu đầu; chọn một chỉ tiêu để tải riêng.`, `Only the first ${MOST_INDICATORS} indicators; choose one to take it by itself.`)}</p>}
      <Refusal error={failed} />
    </section>
  )
}
