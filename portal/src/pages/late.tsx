import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { Link } from 'react-router'
import { answer, type Tasks } from '../app/api'
import { moment, number } from '../app/format'
import { useSay } from '../app/language'
import { useApi, useMay } from '../app/session'
import { CHANNELS, NOTICE_KINDS, STEPS, word } from '../app/words'
import { useAgencies } from '../parts/agencies'
import { keyed, mayHaveHappened } from '../parts/command'
import { Change } from '../parts/dialog'
import { Due } from '../parts/due'
import { everything } from '../parts/everything'
import { Choice, Words } from '../parts/fields'
import { Rows } from '../parts/rows'
import { useAsked } from '../parts/search'
import { Asked, Refusal } from '../parts/states'
import { Title } from '../parts/title'

type Task = Tasks['TaskView']

const REFRESH_MILLISECONDS = 60_000
const MOST_PRESSED = 100
const ABREAST = 4
const TOLD = new Set(['DEADLINE_APPROACHING', 'DEADLINE_MISSED', 'PRESSED'])

/** Who is late, how much, since when, what was said to them; and pressing one or many. */
export default function LatePage() {
  const say = useSay()
  const [asked, ask] = useAsked('view', 'agency')
  const board = asked.view === 'board'
  return (
    <>
      <Title name={say('Ai trễ', 'Who is late')} />
      <div className="actions" role="group" aria-label={say('Cách xem', 'View')}>
        <Button aria-pressed={!board} className={board ? '' : 'primary'} onPress={() => ask({ view: '' })}>
          {say('Việc quá hạn', 'Overdue tasks')}
        </Button>
        <Button aria-pressed={board} className={board ? 'primary' : ''} onPress={() => ask({ view: 'board' })}>
          {say('Bảng theo cơ quan', 'Scoreboard')}
        </Button>
      </div>
      {board ? <Scoreboard choose={(agency) => ask({ view: '', agency })} /> : <Overdue agency={asked.agency} choose={(agency) => ask({ agency })} />}
    </>
  )
}

function Overdue({ agency, choose }: { agency: string; choose: (agency: string) => void }) {
  const say = useSay()
  const api = useApi()
  const presses = useMay('SUPERVISOR', 'LEAD', 'CLERK')
  const { agencies, nameOf } = useAgencies()
  const [chosen, setChosen] = useState<ReadonlyMap<string, Task>>(new Map())
  const toggle = (task: Task) =>
    setChosen((before) => {
      const after = new Map(before)
      if (!after.delete(task.id ?? '')) {
        after.set(task.id ?? '', task)
      }
      return after
    })
  return (
    <>
      <div className="filters">
        <Choice label={say('Cơ quan', 'Agency')} value={agency} onChange={choose} options={agencies.map((it) => [it.code, it.name])} any={say('Tất cả', 'All')} />
        {presses && <Press tasks={[...chosen.values()]} pressed={(ids) => setChosen((before) => new Map([...before].filter(([id]) => !ids.has(id))))} />}
      </div>
      <Rows<Task>
        asked={['tasks', 'late', agency]}
        page={(cursor) => answer(api.tasks.GET('/api/v1/tasks', { params: { query: { standing: 'RUNNING_OVERDUE', agency: agency || undefined, sort: 'due', cursor, limit: 200, count: cursor === undefined } } }))}
        rowKey={(it) => it.id ?? ''}
        label={say('Việc quá hạn', 'Overdue tasks')}
        refresh={REFRESH_MILLISECONDS}
        empty={say('Không ai trễ.', 'Nobody is late.')}
        columns={[
          ...(presses
            ? [
                {
                  name: say('Chọn', 'Choose'),
                  width: '3.2rem',
                  cell: (it: Task) => (
                    <input
                      type="checkbox"
                      aria-label={`${say('chọn', 'choose')}: ${nameOf(it.assignment?.agency)}, ${it.assignment?.text?.slice(0, 60)}`}
                      checked={chosen.has(it.id ?? '')}
                      disabled={!chosen.has(it.id ?? '') && chosen.size >= MOST_PRESSED}
                      onChange={() => toggle(it)}
                    />
                  ),
                },
              ]
            : []),
          {
            name: say('Cơ quan, nhiệm vụ', 'Agency, task'),
            width: 'minmax(0, 4fr)',
            cell: (it) => (
              <>
                <strong>{nameOf(it.assignment?.agency)}</strong>
                <Link to={`/tasks/${it.id}`} className="clamp">
                  {it.assignment?.text}
                </Link>
                <span className="soft small">
                  {[it.assignment?.directiveNumber, it.assignment?.clause].filter(Boolean).join(' · ')} {it.accountable}
                </span>
              </>
            ),
          },
          { name: say('Hạn', 'Due'), width: 'minmax(5.8rem, 1.4fr)', cell: (it) => <Due task={it} /> },
          { name: say('Đã nói gì', 'What was said'), width: '8.5rem', wide: true, cell: (it) => <Said task={it} /> },
        ]}
      />
    </>
  )
}

/**
 * One set of words to the agencies of all chosen tasks. Whoever was pressed is chosen no longer, so that what failed, which
 * is named, can be sent again without pressing anybody twice.
 */
function Press({ tasks, pressed }: { tasks: Task[]; pressed: (ids: ReadonlySet<string>) => void }) {
  const say = useSay()
  const api = useApi()
  const { nameOf } = useAgencies()
  return (
    <Change
      primary
      asItIs
      name={`${say('Đôn đốc', 'Press')}${tasks.length ? ` (${tasks.length})` : ''}`}
      title={say('Đôn đốc bằng lời của mình', 'Press in words of your own')}
      disabled={tasks.length === 0}
      initial={{ text: '' }}
      fields={(input, set) => (
        <>
          <p className="soft">
            {[...new Set(tasks.map((it) => nameOf(it.assignment?.agency)))].join('; ')} – {number(tasks.length)} {say('nhiệm vụ', 'tasks')}
          </p>
          <Words label={say('Ý kiến', 'Words')} value={input.text} onChange={(text) => set({ text })} rows={4} required hint={say('cơ quan nhận trong hộp thư và qua thư điện tử', 'the agency gets it in its inbox and by mail')} />
        </>
      )}
      run={async (input, key) => {
        const waiting = [...tasks]
        const failed: { task: Task; error: unknown }[] = []
        const done = new Set<string>()
        const one = async () => {
          for (let task = waiting.shift(); task; task = waiting.shift()) {
            const id = task.id ?? ''
            await answer(api.tasks.POST('/api/v1/tasks/{id}/press', { params: { path: { id }, header: keyed(`${key}-${id}`) }, body: input })).then(
              () => done.add(id),
              (error: unknown) => failed.push({ task, error }),
            )
          }
        }
        await Promise.all(Array.from({ length: ABREAST }, one))
        pressed(done)
        const first = failed.find((it) => mayHaveHappened(it.error)) ?? failed[0]
        if (first) {
          if (failed.length === tasks.length) {
            throw first.error
          }
          const names = failed.map((it) => nameOf(it.task.assignment?.agency)).join('; ')
          throw new Error(`${say('Chưa đôn đốc được', 'Not pressed')}: ${names}. ${first.error instanceof Error ? first.error.message : ''}`)
        }
      }}
    />
  )
}

/** What the agency was told about a task, when, and whether it arrived. */
function Said({ task }: { task: Task }) {
  const say = useSay()
  const api = useApi()
  const { nameOf } = useAgencies()
  const sees = useMay('SUPERVISOR', 'AUDITOR', 'ADMIN')
  const [open, setOpen] = useState(false)
  const id = task.id ?? ''
  const history = useQuery({
    queryKey: ['task', id, 'history'],
    queryFn: () => answer(api.tasks.GET('/api/v1/tasks/{id}/history', { params: { path: { id } } })),
    enabled: open,
  })
  const deliveries = useQuery({
    queryKey: ['deliveries', id],
    queryFn: () => everything((cursor) => answer(api.notices.GET('/api/v1/deliveries', { params: { query: { task: id, cursor, limit: 200 } } }))),
    enabled: open && sees,
  })
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('Xem', 'Show')}</summary>
      {open && (
        <Asked query={history}>
          {(it) => {
            const steps = it.steps?.filter((step) => TOLD.has(step.kind ?? '')) ?? []
            return (
              <ul className="small">
                {steps.length === 0 && <li>{say('Chưa nói gì.', 'Nothing yet.')}</li>}
                {steps.toReversed().map((step, at) => (
                  <li key={at}>
                    {moment(step.at)} {word(STEPS, step.kind, say)} {step.text && `“${step.text}”`}
                  </li>
                ))}
              </ul>
            )
          }}
        </Asked>
      )}
      {open && sees && <Refusal error={deliveries.error} />}
      {open && sees && (
        <ul className="small">
          {deliveries.data?.items?.map((it) => (
            <li key={it.id}>
              {word(CHANNELS, it.channel, say)} → {nameOf(it.recipient)}: {word(NOTICE_KINDS, it.kind, say)}, {it.stage === 'NEW' ? say('chưa mở', 'not opened') : say('đã mở', 'opened')}
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

const THIS_YEAR = new Date().getFullYear()

/** How every agency stands, and how it did over a year; each number opens to its tasks. */
function Scoreboard({ choose }: { choose: (agency: string) => void }) {
  const say = useSay()
  const api = useApi()
  const { nameOf } = useAgencies()
  const [asked, ask] = useAsked('year')
  return (
    <>
      <div className="filters">
        <Choice
          label={say('Thời gian', 'Time')}
          value={asked.year}
          onChange={(year) => ask({ year })}
          options={Array.from({ length: 8 }, (_, at) => String(THIS_YEAR - at)).map((it) => [it, `${say('Năm', 'Year')} ${it}`])}
          any={say('Hiện nay', 'As of now')}
        />
      </div>
      {asked.year ? (
        <Evaluation year={asked.year} />
      ) : (
        <Rows<Tasks['LineView']>
          asked={['scoreboard']}
          page={(cursor) => answer(api.tasks.GET('/api/v1/scoreboard', { params: { query: { sort: '-overdue', cursor, limit: 200, count: cursor === undefined } } }))}
          rowKey={(it) => it.agency ?? ''}
          label={say('Bảng theo cơ quan', 'Scoreboard')}
          refresh={REFRESH_MILLISECONDS}
          empty={say('Chưa có nhiệm vụ nào.', 'There are no tasks yet.')}
          columns={[
            { name: say('Cơ quan', 'Agency'), width: 'minmax(0, 3fr)', cell: (it) => <Link to={`/tasks?standing=ALL&agency=${it.agency}`}>{nameOf(it.agency)}</Link> },
            {
              name: say('Quá hạn', 'Overdue'),
              width: '6rem',
              number: true,
              cell: (it) =>
                it.overdue ? (
                  <Button className="plain late-text" onPress={() => choose(it.agency ?? '')}>
                    {number(it.overdue)}
                  </Button>
                ) : (
                  '0'
                ),
            },
            { name: say('Đang làm', 'Running'), width: '6rem', number: true, wide: true, cell: (it) => number(it.running) },
            { name: say('Xong', 'Done'), width: '5rem', number: true, wide: true, cell: (it) => number(it.done) },
            { name: say('Được giao', 'Assigned'), width: '6rem', number: true, wide: true, cell: (it) => number(it.assigned) },
            { name: say('Đúng hạn', 'On time'), width: '6.5rem', number: true, cell: (it) => (it.onTimePercent === undefined ? '—' : `${number(it.onTimePercent, 1)}%`) },
          ]}
        />
      )}
    </>
  )
}

function Evaluation({ year }: { year: string }) {
  const say = useSay()
  const api = useApi()
  const { nameOf } = useAgencies()
  const within = `due-from=${year}-01-01&due-before=${Number(year) + 1}-01-01`
  return (
    <Rows<Tasks['EvaluationView']>
      asked={['evaluations', year]}
      page={(cursor) => answer(api.tasks.GET('/api/v1/evaluations', { params: { query: { from: `${year}-01`, to: `${year}-12`, sort: '-daysLate', cursor, limit: 200, count: cursor === undefined } } }))}
      rowKey={(it) => it.agency ?? ''}
      label={`${say('Đánh giá năm', 'Evaluation of')} ${year}`}
      empty={say('Năm này không có nhiệm vụ nào đến hạn.', 'No task was due in this year.')}
      columns={[
        { name: say('Cơ quan', 'Agency'), width: 'minmax(0, 3fr)', cell: (it) => <Link to={`/tasks?standing=ALL&agency=${it.agency}&${within}`}>{nameOf(it.agency)}</Link> },
        { name: say('Đến hạn', 'Due'), width: '5rem', number: true, wide: true, cell: (it) => number(it.assigned) },
        { name: say('Trễ', 'Late'), width: '5rem', number: true, cell: (it) => <span className={it.late ? 'late-text' : ''}>{number(it.late)}</span> },
        { name: say('Ngày trễ', 'Days late'), width: '6rem', number: true, cell: (it) => number(it.daysLate) },
        { name: say('Gia hạn', 'Extended'), width: '5.5rem', number: true, wide: true, cell: (it) => number(it.extended) },
        { name: say('Trả lại', 'Returned'), width: '5.5rem', number: true, wide: true, cell: (it) => number(it.returned) },
        {
          name: say('Đúng hạn', 'On time'),
          width: '8rem',
          number: true,
          cell: (it) => (
            <>
              {it.onTimePercent === undefined ? '—' : `${number(it.onTimePercent, 1)}%`}
              {it.trend !== undefined && <div className="soft small">{`${it.trend > 0 ? '+' : ''}${number(it.trend, 1)}`}</div>}
            </>
          ),
        },
      ]}
    />
  )
}
