import { useQuery } from '@tanstack/react-query'
import { answer, type Tasks } from '../../app/api'
import { day } from '../../app/format'
import { useSay } from '../../app/language'
import { useApi, useMay, useSession } from '../../app/session'
import { keyed } from '../../parts/command'
import { Change } from '../../parts/dialog'
import { Check, Choice, Whole, Words } from '../../parts/fields'
import { useAsked } from '../../parts/search'
import { Asked } from '../../parts/states'
import { useToday } from '../../parts/today'

type State = NonNullable<Tasks['CalendarView']['state']>

const STATES = { COMPUTED: ['Tính theo luật', 'Computed'], PROPOSED: ['Dự kiến', 'Proposed'], CONFIRMED: ['Đã chốt', 'Confirmed'] } as const
const DAY = /^(\d{2})\/(\d{2})\/(\d{4})$/

/** Days as people write them, one a line, as the API has them. */
function daysOf(text: string): string[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((it) => it.replace(DAY, '$3-$2-$1'))
}

/** Which days of a year are worked. */
export function Calendars() {
  const say = useSay()
  const api = useApi()
  const writes = useMay('CLERK', 'ADMIN')
  const on = useToday()
  const [asked, ask] = useAsked('year')
  const year = Number(asked.year || on.slice(0, 4))
  const query = useQuery({
    queryKey: ['calendar', year],
    queryFn: () => answer(api.tasks.GET('/api/v1/calendars/{year}', { params: { path: { year } } })),
  })
  const now = Number(on.slice(0, 4))
  return (
    <>
      <div className="filters">
        <Choice label={say('Năm', 'Year')} value={String(year)} onChange={(it) => ask({ year: it })} options={Array.from({ length: 9 }, (_, at) => String(now + 2 - at)).map((it) => [it, it])} />
      </div>
      <Asked query={query}>
        {(calendar) => (
          <div className="sheet">
            <p>
              <span className="tag">{say(STATES[calendar.state ?? 'COMPUTED'])}</span> {calendar.decree}
            </p>
            <h2>{say('Ngày nghỉ', 'Days off')}</h2>
            <p>{calendar.daysOff?.map(day).join(', ') || '—'}</p>
            <h2>{say('Ngày làm bù', 'Days worked instead')}</h2>
            <p>{calendar.daysWorked?.map(day).join(', ') || '—'}</p>
            {writes && (
              <Change
                name={say('Sửa lịch', 'Change it')}
                title={`${say('Lịch năm', 'Calendar of')} ${year}`}
                initial={{ daysOff: calendar.daysOff?.map(day).join('\n') ?? '', daysWorked: calendar.daysWorked?.map(day).join('\n') ?? '', decree: calendar.decree ?? '', state: (calendar.state ?? 'PROPOSED') as State }}
                fields={(it, set) => (
                  <>
                    <Words label={say('Ngày nghỉ, mỗi dòng một ngày', 'Days off, one a line')} value={it.daysOff} onChange={(daysOff) => set({ daysOff })} rows={8} hint="30/04/2026" />
                    <Words label={say('Ngày làm bù', 'Days worked instead')} value={it.daysWorked} onChange={(daysWorked) => set({ daysWorked })} rows={3} />
                    <Words label={say('Văn bản quyết định', 'Decided by')} value={it.decree} onChange={(decree) => set({ decree })} />
                    <Choice label={say('Trạng thái', 'State')} value={it.state} onChange={(state) => set({ state: state as State })} options={(Object.entries(STATES) as [State, readonly [string, string]][]).map(([code, pair]) => [code, say(pair)])} />
                    <p className="soft">{say('Hạn của các nhiệm vụ tính theo ngày làm việc sẽ được tính lại.', 'Limits in working days will be counted again.')}</p>
                  </>
                )}
                run={(it, key) =>
                  answer(
                    api.tasks.PUT('/api/v1/calendars/{year}', {
                      params: { path: { year }, header: keyed(key) },
                      body: { daysOff: daysOf(it.daysOff), daysWorked: daysOf(it.daysWorked), decree: it.decree || undefined, state: it.state },
                    }),
                  )
                }
              />
            )}
          </div>
        )}
      </Asked>
    </>
  )
}

const WHOM = { AGENCY: ['cơ quan', 'the agency'], SUPERVISOR: ['cấp trên', 'its supervisor'], SUPERVISORS_SUPERVISOR: ['cấp trên của cấp trên', "the supervisor's supervisor"] } as const
const WAYS = { INBOX: ['hộp thư', 'inbox'], MAIL: ['thư', 'mail'] } as const
type Whom = keyof typeof WHOM
type Way = keyof typeof WAYS

/** Who is told how many working days before and after a day. */
export function Ladders() {
  const say = useSay()
  const api = useApi()
  const { person } = useSession()
  const writes = useMay('CLERK', 'ADMIN')
  const province = person.province ?? ''
  const query = useQuery({
    queryKey: ['ladder', province],
    queryFn: () => answer(api.tasks.GET('/api/v1/ladders/{province}', { params: { path: { province } } })),
    enabled: province !== '',
  })
  const when = (offset: number | undefined) =>
    offset === undefined ? '' : offset < 0 ? say(`${-offset} ngày làm việc trước hạn`, `${-offset} working days before`) : offset === 0 ? say('ngày đến hạn', 'on the day') : say(`${offset} ngày làm việc sau hạn`, `${offset} working days after`)
  return (
    <Asked query={query}>
      {(ladder) => (
        <div className="sheet">
          <p>
            {say('Báo lúc', 'Told at')} {ladder.hour?.slice(0, 5)}
          </p>
          <ul>
            {ladder.rungs?.map((rung) => (
              <li key={rung.offset}>
                <strong>{when(rung.offset)}</strong>:{' '}
                {rung.told?.map((it) => `${say(WHOM[it.whom ?? 'AGENCY'])} (${it.ways?.map((way) => say(WAYS[way])).join(', ')})`).join('; ')}
              </li>
            ))}
          </ul>
          {writes && (
            <Change
              wide
              name={say('Sửa thang', 'Change it')}
              initial={{
                hour: ladder.hour?.slice(0, 5) ?? '08:00',
                rungs: (ladder.rungs ?? []).map((it) => ({ offset: it.offset ?? 0, told: (it.told ?? []).map((of) => ({ whom: of.whom ?? 'AGENCY', ways: of.ways ?? [] })) })),
              }}
              fields={(input, set) => (
                <>
                  <Words label={say('Giờ', 'Hour')} value={input.hour} onChange={(hour) => set({ hour })} hint="08:00" />
                  {input.rungs.map((rung, at) => {
                    const change = (part: Partial<typeof rung>) => set({ rungs: input.rungs.map((it, n) => (n === at ? { ...it, ...part } : it)) })
                    const ways = (whom: Whom) => rung.told.find((it) => it.whom === whom)?.ways ?? []
                    const toggle = (whom: Whom, way: Way, chosen: boolean) => {
                      const after = chosen ? [...ways(whom), way] : ways(whom).filter((it) => it !== way)
                      change({ told: [...rung.told.filter((it) => it.whom !== whom), ...(after.length ? [{ whom, ways: after }] : [])] })
                    }
                    return (
                      <fieldset key={`${input.rungs.length} ${at}`}>
                        <legend>{when(rung.offset)}</legend>
                        <div className="filters">
                          <Whole label={say('Ngày làm việc (âm là trước hạn)', 'Working days (before: negative)')} value={rung.offset} onChange={(offset) => change({ offset: offset ?? 0 })} required />
                          {(Object.keys(WHOM) as Whom[]).map((whom) =>
                            (Object.keys(WAYS) as Way[]).map((way) => (
                              <Check key={whom + way} label={`${say(WHOM[whom])}: ${say(WAYS[way])}`} value={ways(whom).includes(way)} onChange={(chosen) => toggle(whom, way, chosen)} />
                            )),
                          )}
                          <button type="button" onClick={() => set({ rungs: input.rungs.filter((_, n) => n !== at) })}>
                            {say('Bỏ mốc', 'Remove')}
                          </button>
                        </div>
                      </fieldset>
                    )
                  })}
                  <button type="button" onClick={() => set({ rungs: [...input.rungs, { offset: 1, told: [{ whom: 'AGENCY', ways: ['INBOX'] }] }] })}>
                    {say('Thêm mốc', 'Add a rung')}
                  </button>
                </>
              )}
              run={(input, key) => answer(api.tasks.PUT('/api/v1/ladders/{province}', { params: { path: { province }, header: keyed(key) }, body: input }))}
            />
          )}
        </div>
      )}
    </Asked>
  )
}
