import { useQuery } from '@tanstack/react-query'
import { Button } from 'react-aria-components'
import { Link } from 'react-router'
import { answer, type Tasks } from '../app/api'
import { day, daysBetween, number } from '../app/format'
import { useSay, type Say } from '../app/language'
import { useMay, useSession } from '../app/session'
import { ROLES, STANDINGS, TASK_STATUSES, options, word } from '../app/words'
import { useAgencies } from '../parts/agencies'
import { keyed } from '../parts/command'
import { Change } from '../parts/dialog'
import { Due, lateness, Standing } from '../parts/due'
import { Choice, Day, Words } from '../parts/fields'
import { WEEKDAYS } from '../parts/limit'
import { Rows } from '../parts/rows'
import { useAsked } from '../parts/search'
import { Several } from '../parts/several'
import { Refusal } from '../parts/states'
import { Title } from '../parts/title'
import { useToday } from '../parts/today'
import { Typed } from '../parts/typed'

type Task = Tasks['TaskView']
type Standings = NonNullable<Task['standing']>

const SHOWN: Standings[] = ['RUNNING_OVERDUE', 'RUNNING_IN_TIME', 'RUNNING_WITHOUT_LIMIT', 'DONE_ON_TIME', 'DONE_LATE', 'DONE_WITHOUT_LIMIT']
const REFRESH_MILLISECONDS = 60_000

/** What is due from me or my agency, by day and by lateness; for the province's own people, from everybody. */
export default function TasksPage() {
  const say = useSay()
  const { api, person } = useSession()
  const on = useToday()
  const { agencies, nameOf } = useAgencies()
  const provinceWide = useMay('SUPERVISOR', 'LEAD', 'AUDITOR', 'CLERK', 'ADMIN')
  const [asked, ask] = useAsked('standing', 'q', 'role', 'status', 'agency', 'directive', 'due-from', 'due-before')
  const agency = asked.agency || undefined
  const directive = asked.directive || undefined
  const dueFrom = asked['due-from'] || undefined
  const dueBefore = asked['due-before'] || undefined
  const counts = useQuery({
    queryKey: ['tasks', 'counts', agency, directive],
    queryFn: () => answer(api.tasks.GET('/api/v1/tasks/counts', { params: { query: { agency, directive } } })),
    refetchInterval: REFRESH_MILLISECONDS,
  })
  const of = (it: Standings) => counts.data?.standings?.[it] ?? 0
  const standing = (asked.standing || (counts.data ? (SHOWN.find((it) => of(it) > 0) ?? 'RUNNING_IN_TIME') : '')) as Standings | 'ALL' | ''
  const query = {
    q: asked.q || undefined,
    role: (asked.role || undefined) as 'LEAD' | 'COOPERATING' | undefined,
    status: (asked.status || undefined) as Task['status'],
    standing: standing === 'ALL' || standing === '' ? undefined : standing,
    agency,
    directive,
    'due-from': dueFrom,
    'due-before': dueBefore,
  }
  const group = (task: Task) => {
    const due = task.assignment?.dueOn
    if (!due) {
      return say('Không có ngày', 'No day')
    }
    const running = task.standing === 'RUNNING_OVERDUE' || task.standing === 'RUNNING_IN_TIME'
    return running ? `${weekday(due, say)} ${day(due)} – ${lateness(due, on, say)}` : `${day(due)}`
  }
  return (
    <>
      <Title name={provinceWide ? say('Việc của tỉnh', "The province's tasks") : say('Việc của tôi', 'My tasks')}>
        {person.roles.some((it) => ['CLERK', 'SUPERVISOR', 'LEAD', 'OFFICER'].includes(it)) && <Give />}
      </Title>
      <ul className="cards" aria-label={say('Theo tình trạng', 'By standing')}>
        {SHOWN.map((it) => (
          <li key={it}>
            <Link to={`?${withStanding(asked, it)}`} aria-current={standing === it ? 'true' : undefined}>
              <strong className={it === 'RUNNING_OVERDUE' && of(it) > 0 ? 'late-text' : ''}>{counts.data ? number(of(it)) : counts.error ? '—' : '…'}</strong>
              <span className={standing === it ? 'chosen' : ''}>{word(STANDINGS, it, say)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="filters">
        <Typed label={say('Tìm trong nội dung, số văn bản', 'Find in texts and numbers')} value={asked.q} onChange={(q) => ask({ q })} hint={say('gõ không dấu cũng được', 'diacritics not needed')} />
        <Choice label={say('Tình trạng', 'Standing')} value={standing === 'ALL' ? 'ALL' : standing} onChange={(it) => ask({ standing: it })} options={[['ALL', say('Tất cả', 'All')], ...options(STANDINGS, say)]} />
        <Choice label={say('Vai trò', 'Role')} value={asked.role} onChange={(role) => ask({ role })} options={options(ROLES, say)} any={say('Tất cả', 'All')} />
        <Choice label={say('Bước', 'Status')} value={asked.status} onChange={(status) => ask({ status })} options={options(TASK_STATUSES, say)} any={say('Tất cả', 'All')} />
        {provinceWide && (
          <Choice label={say('Cơ quan', 'Agency')} value={asked.agency} onChange={(it) => ask({ agency: it })} options={agencies.map((it) => [it.code, it.name])} any={say('Tất cả', 'All')} />
        )}
      </div>
      {(dueFrom || dueBefore) && (
        <p className="told">
          {say('Việc đến hạn', 'Tasks due')} {dueFrom && `${say('từ', 'from')} ${day(dueFrom)}`} {dueBefore && `${say('đến trước', 'until before')} ${day(dueBefore)}`}.{' '}
          <Button className="plain" onPress={() => ask({ 'due-from': '', 'due-before': '' })}>
            {say('Bỏ giới hạn này', 'Show all')}
          </Button>
        </p>
      )}
      {counts.error && !counts.data && <Refusal error={counts.error} retry={() => void counts.refetch()} />}
      {standing !== '' && (
        <Rows<Task>
          asked={['tasks', 'list', query]}
          page={(cursor) => answer(api.tasks.GET('/api/v1/tasks', { params: { query: { ...query, sort: 'due', cursor, limit: 200, count: cursor === undefined } } }))}
          rowKey={(it) => it.id ?? ''}
          label={say('Nhiệm vụ', 'Tasks')}
          refresh={REFRESH_MILLISECONDS}
          group={group}
          empty={say('Không có nhiệm vụ nào như vậy.', 'There are no such tasks.')}
          columns={[
            {
              name: say('Nhiệm vụ', 'Task'),
              width: 'minmax(0, 5fr)',
              cell: (it) => (
                <>
                  <Link to={`/tasks/${it.id}`} className="clamp">
                    {it.assignment?.text}
                  </Link>
                  <span className="soft small">
                    {[it.assignment?.directiveNumber, it.assignment?.clause && `${say('mục', 'clause')} ${it.assignment.clause}`, word(ROLES, it.assignment?.role, say)].filter(Boolean).join(' · ')}
                  </span>
                </>
              ),
            },
            ...(provinceWide ? [{ name: say('Cơ quan', 'Agency'), width: 'minmax(0, 2fr)', wide: true, cell: (it: Task) => nameOf(it.assignment?.agency) }] : []),
            { name: say('Hạn', 'Due'), width: 'minmax(5.8rem, 1.6fr)', cell: (it) => <Due task={it} /> },
            {
              name: say('Tiến độ', 'Progress'),
              width: 'minmax(0, 1.3fr)',
              wide: true,
              cell: (it) => (
                <>
                  <Standing of={it.standing} />
                  <div className="soft small">
                    {word(TASK_STATUSES, it.status, say)}
                    {(it.percent ?? 0) > 0 && ` · ${it.percent}%`}
                  </div>
                </>
              ),
            },
          ]}
        />
      )}
    </>
  )
}

function withStanding(asked: Record<string, string>, standing: string): string {
  const kept = Object.entries(asked).filter(([name, value]) => value && name !== 'standing' && name !== 'status')
  return new URLSearchParams([...kept, ['standing', standing]]).toString()
}

function weekday(date: string, say: Say): string {
  const name = say(WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? ['', ''])
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** A task without a paper: some words, to some agencies, until some day. */
function Give() {
  const say = useSay()
  const { api } = useSession()
  const on = useToday()
  return (
    <Change
      name={say('Giao việc', 'Give a task')}
      initial={{ text: '', agencies: [] as string[], dueOn: '' }}
      fields={(input, set) => (
        <>
          <Words label={say('Nội dung', 'What is to be done')} value={input.text} onChange={(text) => set({ text })} rows={3} required />
          <Several label={say('Giao cho', 'To')} chosen={input.agencies} onChange={(agencies) => set({ agencies })} />
          <Day label={say('Hạn', 'Due')} value={input.dueOn} onChange={(dueOn) => set({ dueOn })} hint={input.dueOn && daysBetween(on, input.dueOn) < 0 ? say('ngày này đã qua', 'this day is over') : undefined} />
        </>
      )}
      run={(input, key) =>
        answer(
          api.tasks.POST('/api/v1/tasks', {
            params: { header: keyed(key) },
            body: { text: input.text, agencies: input.agencies, dueOn: input.dueOn || undefined },
          }),
        )
      }
    />
  )
}
