import { useQuery } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { FileTrigger, Button } from 'react-aria-components'
import { Link, useParams } from 'react-router'
import { answer, versioned, type Tasks } from '../app/api'
import { bytes, day, moment, number } from '../app/format'
import { useSay } from '../app/language'
import { useApi, useMay, useSession } from '../app/session'
import { ACTORS, LIMITS, ROLES, STEPS, TASK_STATUSES, word } from '../app/words'
import { useAgencies } from '../parts/agencies'
import { keyed, sameFile, useCommand } from '../parts/command'
import { Act, Change } from '../parts/dialog'
import { Due, Standing } from '../parts/due'
import { Check, Day, Find, Words } from '../parts/fields'
import { download, upload } from '../parts/files'
import { Asked, Refusal } from '../parts/states'
import { Title } from '../parts/title'

type Task = Tasks['TaskView']

const REFRESH_MILLISECONDS = 60_000

/** One agency's duty: its clause, what happened, and what whoever looks may do about it. */
export default function TaskPage() {
  const { id = '' } = useParams()
  const api = useApi()
  const say = useSay()
  const query = useQuery({
    queryKey: ['task', id, 'versioned'],
    queryFn: () => versioned(api.tasks.GET('/api/v1/tasks/{id}', { params: { path: { id } } })),
    refetchInterval: REFRESH_MILLISECONDS,
  })
  return (
    <>
      <Title name={say('Nhiệm vụ', 'Task')}>
        <Link to="/tasks">{say('Tất cả nhiệm vụ', 'All tasks')}</Link>
      </Title>
      <Asked query={query}>{({ data, etag }) => <Whole task={data} etag={etag} />}</Asked>
    </>
  )
}

function Whole({ task, etag }: { task: Task; etag: string }) {
  const say = useSay()
  const { nameOf } = useAgencies()
  const assignment = task.assignment ?? {}
  return (
    <>
      <p className="lead">{assignment.text}</p>
      <p>
        <Standing of={task.standing} /> <Due task={task} />
      </p>
      <Actions task={task} etag={etag} />
      <div className="two">
        <div>
          <div className="sheet">
            <dl>
              <dt>{say('Cơ quan', 'Agency')}</dt>
              <dd>
                {nameOf(assignment.agency)} ({word(ROLES, assignment.role, say).toLowerCase()})
              </dd>
              <dt>{say('Bên giao', 'Given by')}</dt>
              <dd>{assignment.assigner ? nameOf(assignment.assigner) : say('Tỉnh', 'The province')}</dd>
              <dt>{say('Người chịu trách nhiệm', 'Who answers')}</dt>
              <dd>{task.accountable ?? '—'}</dd>
              <dt>{say('Bước', 'Status')}</dt>
              <dd>
                {word(TASK_STATUSES, task.status, say)}
                {task.percent !== undefined && `, ${task.percent}%`}
              </dd>
              <dt>{say('Thời hạn', 'Time limit')}</dt>
              <dd>
                {word(LIMITS, assignment.timeLimit, say)}
                {assignment.limitText && ` – “${assignment.limitText}”`}
                {assignment.counted && <div className="soft">{say(assignment.counted.vi ?? '', assignment.counted.en ?? '')}</div>}
              </dd>
              {task.completedOn && (
                <>
                  <dt>{say('Hoàn thành ngày', 'Done on')}</dt>
                  <dd>
                    {day(task.completedOn)} {task.productNumber && `– ${task.productNumber}`} {task.productDate && day(task.productDate)}
                    {task.evidence && <div>{task.evidence}</div>}
                  </dd>
                </>
              )}
              {task.reason && (
                <>
                  <dt>{say('Lý do', 'Reason')}</dt>
                  <dd>
                    {task.reason}
                    {task.proposed && ` → ${nameOf(task.proposed)}`}
                  </dd>
                </>
              )}
              {task.extensions?.asked && (
                <>
                  <dt>{say('Xin gia hạn đến', 'More time asked, until')}</dt>
                  <dd>
                    {day(task.extensions.asked.dueOn)} – {task.extensions.asked.reason} <span className="soft">({word(ACTORS, task.extensions.asked.actor, say)}, {moment(task.extensions.asked.at)})</span>
                  </dd>
                </>
              )}
              {assignment.reportId && (
                <>
                  <dt>{say('Báo cáo', 'Report')}</dt>
                  <dd>
                    <Link to={`/reports/${assignment.reportId}`}>{say('Mở báo cáo', 'Open the report')}</Link>
                  </dd>
                </>
              )}
              {assignment.superior && (
                <>
                  <dt>{say('Là một phần của', 'A part of')}</dt>
                  <dd>
                    <Link to={`/tasks/${assignment.superior}`}>{say('nhiệm vụ cấp trên', 'the task above')}</Link>
                  </dd>
                </>
              )}
            </dl>
          </div>
          <Clause task={task} />
          <Questions task={task} />
          <Attachments task={task} />
          <Beside task={task} />
        </div>
        <Steps id={task.id ?? ''} />
      </div>
    </>
  )
}

/** The clause as it stands in the directive. */
function Clause({ task }: { task: Task }) {
  const say = useSay()
  const api = useApi()
  const { directiveId: id, clause, directiveNumber } = task.assignment ?? {}
  const query = useQuery({
    queryKey: ['directive', id],
    queryFn: () => answer(api.documents.GET('/api/v1/directives/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: !!id,
  })
  if (!id) {
    return null
  }
  return (
    <section>
      <h2>{say('Điều khoản', 'Clause')}</h2>
      <div className="sheet">
        <p>
          <Link to={`/directives/${id}?clause=${encodeURIComponent(clause ?? '')}`}>
            {[directiveNumber, `${say('mục', 'clause')} ${clause}`].filter(Boolean).join(' – ')}
          </Link>
        </p>
        <Asked query={query}>
          {(directive) => {
            const provision = directive.reading?.provisions?.find((it) => it.path === clause)
            return (
              <>
                <p className="soft">{directive.reading?.head?.subject}</p>
                <blockquote>{provision?.excerpt ?? provision?.text ?? task.assignment?.text}</blockquote>
              </>
            )
          }}
        </Asked>
      </div>
    </section>
  )
}

function Steps({ id }: { id: string }) {
  const say = useSay()
  const api = useApi()
  const { nameOf } = useAgencies()
  const query = useQuery({
    queryKey: ['task', id, 'history'],
    queryFn: () => answer(api.tasks.GET('/api/v1/tasks/{id}/history', { params: { path: { id } } })),
    refetchInterval: REFRESH_MILLISECONDS,
  })
  return (
    <section className="sheet">
      <h2>{say('Lịch sử', 'History')}</h2>
      <Asked query={query} isEmpty={(it) => !it.steps?.length} empty={say('Chưa có gì.', 'Nothing yet.')}>
        {(history) => (
          <ol className="history" reversed>
            {(history.steps ?? []).toReversed().map((it, at) => (
              <li key={at}>
                <strong>{word(STEPS, it.kind, say)}</strong>
                {it.percent !== undefined && ` ${it.percent}%`}
                {it.dueOn && ` – ${say('hạn', 'due')} ${day(it.dueOn)}`}
                {it.text && <div>{it.text}</div>}
                {Object.entries(it.figures ?? {}).map(([name, value]) => (
                  <div key={name}>
                    {name}: {number(value)}
                  </div>
                ))}
                <div className="soft small">
                  {moment(it.at)} · {word(ACTORS, it.actor, say)}
                  {it.agency && ` · ${nameOf(it.agency)}`}
                </div>
              </li>
            ))}
          </ol>
        )}
      </Asked>
    </section>
  )
}

function Questions({ task }: { task: Task }) {
  const say = useSay()
  const api = useApi()
  const { gives } = useSides(task)
  const id = task.id ?? ''
  if (!task.questions?.length) {
    return null
  }
  return (
    <section>
      <h2>{say('Hỏi và trả lời', 'Questions')}</h2>
      {task.questions.map((it, at) => (
        <div key={at} className="sheet">
          <p>
            {it.text} <span className="soft small">({it.actor}, {moment(it.at)})</span>
          </p>
          {it.answer ? (
            <blockquote>
              {it.answer} <span className="soft small">({it.answeredBy}, {moment(it.answeredAt)})</span>
            </blockquote>
          ) : (
            gives && (
              <Change
                name={say('Trả lời', 'Answer')}
                initial={{ text: '' }}
                fields={(input, set) => <Words label={say('Trả lời', 'Answer')} value={input.text} onChange={(text) => set({ text })} rows={3} required />}
                run={(input, key) =>
                  answer(api.tasks.POST('/api/v1/tasks/{id}/questions/{question}/answer', { params: { path: { id, question: at + 1 }, header: keyed(key) }, body: input }))
                }
              />
            )
          )}
        </div>
      ))}
    </section>
  )
}

function Attachments({ task }: { task: Task }) {
  const say = useSay()
  const api = useApi()
  const id = task.id ?? ''
  const { does, gives, open } = useSides(task)
  const send = useCommand((file: File, key) => upload(api, 'task', `/api/v1/tasks/${id}/attachments?name=${encodeURIComponent(file.name)}`, file, key), undefined, sameFile)
  const [failed, setFailed] = useState<unknown>()
  return (
    <section>
      <h2>{say('Tệp kèm theo', 'Files')}</h2>
      {task.attachments?.length ? (
        <ul>
          {task.attachments.map((it) => (
            <li key={it.id}>
              <Button className="plain" onPress={() => void download(api, 'task', `/api/v1/tasks/${id}/attachments/${it.id}`, it.name ?? 'tep').catch(setFailed)}>
                {it.name}
              </Button>{' '}
              <span className="soft small">
                {bytes(it.bytes)} · {word(ACTORS, it.actor, say)} · {moment(it.at)}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">{say('Chưa có tệp nào.', 'No files yet.')}</p>
      )}
      {open && (does || gives) && (
        <FileTrigger onSelect={(files) => files?.[0] && send.mutate(files[0])}>
          <Button isPending={send.isPending}>{send.isPending ? say('Đang tải lên…', 'Uploading…') : say('Đính kèm tệp', 'Attach a file')}</Button>
        </FileTrigger>
      )}
      <Refusal error={send.error ?? failed} />
    </section>
  )
}

/** Others under the same clause, and parts that were handed down. */
function Beside({ task }: { task: Task }) {
  const say = useSay()
  const api = useApi()
  const { nameOf } = useAgencies()
  const id = task.id ?? ''
  const query = useQuery({
    queryKey: ['task', id, 'related'],
    queryFn: () => answer(api.tasks.GET('/api/v1/tasks/{id}/related', { params: { path: { id } } })),
  })
  const list = (name: string, tasks: Tasks['Beside'][] | undefined) =>
    tasks?.length ? (
      <section>
        <h2>{name}</h2>
        <ul>
          {tasks.map((it) => (
            <li key={it.id}>
              <Link to={`/tasks/${it.id}`}>{nameOf(it.agency)}</Link> ({word(ROLES, it.role, say).toLowerCase()}) – <Standing of={it.standing} /> {it.dueOn && day(it.dueOn)}
              {it.contribution && <blockquote>{it.contribution}</blockquote>}
            </li>
          ))}
        </ul>
      </section>
    ) : null
  return (
    <Asked query={query}>
      {(related) => (
        <>
          {list(say('Phần đã giao xuống', 'Parts handed down'), related.parts)}
          {list(say('Cơ quan khác cùng điều khoản', 'Others under this clause'), related.alongside)}
        </>
      )}
    </Asked>
  )
}

/** On which side of the task whoever looks stands. */
function useSides(task: Task): { does: boolean; gives: boolean; open: boolean } {
  const { person } = useSession()
  const officer = useMay('OFFICER')
  const gave = useMay('CLERK', 'SUPERVISOR', 'LEAD')
  const assignment = task.assignment ?? {}
  const own = person.agency === assignment.agency
  return {
    does: officer && own,
    gives: !own && (assignment.assigner ? person.agency === assignment.assigner : gave),
    open: ['ASSIGNED', 'ACCEPTED', 'RETURNED', 'MISADDRESSED'].includes(task.status ?? ''),
  }
}

function Actions({ task, etag }: { task: Task; etag: string }) {
  const { does, gives, open } = useSides(task)
  const actions: ReactNode[] = []
  if (does && open) {
    actions.push(<OfWhoDoes key="does" task={task} />)
  }
  if (gives) {
    actions.push(<OfWhoGave key="gives" task={task} etag={etag} open={open} />)
  }
  return actions.length ? <div className="actions">{actions}</div> : null
}

function OfWhoDoes({ task }: { task: Task }) {
  const say = useSay()
  const api = useApi()
  const attached = useRef<File>(undefined)
  const { agencies } = useAgencies()
  const path = { id: task.id ?? '' }
  const choices = agencies.map((it) => [it.code, it.name] as const)
  return (
    <>
      {task.status !== 'ACCEPTED' && (
        <Act primary name={say('Nhận việc', 'Accept')} run={(key) => answer(api.tasks.POST('/api/v1/tasks/{id}/acceptance', { params: { path, header: keyed(key) } }))} />
      )}
      <Change
        name={say('Báo tiến độ', 'Report progress')}
        initial={{ percent: String(task.percent ?? 0), note: '' }}
        fields={(input, set) => (
          <>
            <Words label={say('Phần trăm (0–100)', 'Percent (0–100)')} value={input.percent} onChange={(percent) => set({ percent })} numeric required />
            <Words label={say('Ghi chú', 'Note')} value={input.note} onChange={(note) => set({ note })} rows={3} />
          </>
        )}
        run={(input, key) =>
          answer(api.tasks.POST('/api/v1/tasks/{id}/progress', { params: { path, header: keyed(key) }, body: { percent: Number(input.percent), note: input.note || undefined } }))
        }
      />
      {!task.assignment?.reportId && (
        <Change
          primary={task.status === 'ACCEPTED'}
          name={say('Báo hoàn thành', 'Report it done')}
          initial={{ evidence: '', number: '', date: '', file: undefined as File | undefined }}
          fields={(input, set) => (
            <>
              <Words label={say('Kết quả', 'What was done')} value={input.evidence} onChange={(evidence) => set({ evidence })} rows={3} />
              <Words label={say('Số văn bản kết quả', 'Number of the product')} value={input.number} onChange={(it) => set({ number: it })} hint="125/BC-SNV" />
              <Day label={say('Ngày văn bản', 'Its day')} value={input.date} onChange={(date) => set({ date })} />
              <FileTrigger onSelect={(files) => files?.[0] && set({ file: files[0] })}>
                <Button>{input.file ? input.file.name : say('Kèm tệp kết quả', 'Attach the product')}</Button>
              </FileTrigger>
            </>
          )}
          run={async (input, key) => {
            // A completion that is refused and put right does not attach the same file again.
            if (input.file && attached.current !== input.file) {
              await upload(api, 'task', `/api/v1/tasks/${path.id}/attachments?name=${encodeURIComponent(input.file.name)}`, input.file, `${key}-file`)
              attached.current = input.file
            }
            return answer(
              api.tasks.POST('/api/v1/tasks/{id}/completion', {
                params: { path, header: keyed(key) },
                body: { evidence: input.evidence || undefined, number: input.number || undefined, date: input.date || undefined },
              }),
            )
          }}
        />
      )}
      {task.assignment?.dueOn && !task.extensions?.asked && (
        <Change
          name={say('Xin gia hạn', 'Ask for more time')}
          initial={{ dueOn: '', reason: '' }}
          fields={(input, set) => (
            <>
              <Day label={say('Gia hạn đến', 'Until')} value={input.dueOn} onChange={(dueOn) => set({ dueOn })} required hint={`${say('hạn hiện nay', 'due now')}: ${day(task.assignment?.dueOn)}`} />
              <Words label={say('Lý do', 'Reason')} value={input.reason} onChange={(reason) => set({ reason })} rows={3} required />
            </>
          )}
          run={(input, key) => answer(api.tasks.POST('/api/v1/tasks/{id}/extension', { params: { path, header: keyed(key) }, body: input }))}
        />
      )}
      <Change
        name={say('Giao xuống', 'Hand down')}
        initial={{ text: task.assignment?.text ?? '', agency: '', dueOn: '' }}
        fields={(input, set) => (
          <>
            <Words label={say('Phần việc', 'The part')} value={input.text} onChange={(text) => set({ text })} rows={3} required />
            <Find label={say('Giao cho', 'To')} value={input.agency} onChange={(agency) => set({ agency })} options={choices} required />
            <Day label={say('Hạn', 'Due')} value={input.dueOn} onChange={(dueOn) => set({ dueOn })} />
          </>
        )}
        run={(input, key) =>
          answer(
            api.tasks.POST('/api/v1/tasks/{id}/parts', {
              params: { path, header: keyed(key) },
              body: { text: input.text, agencies: input.agency ? [input.agency] : [], dueOn: input.dueOn || undefined },
            }),
          )
        }
      />
      {task.assignment?.role === 'COOPERATING' && (
        <Change
          name={say('Gửi phần đóng góp', 'Contribute')}
          initial={{ text: '' }}
          fields={(input, set) => <Words label={say('Nội dung', 'What')} value={input.text} onChange={(text) => set({ text })} rows={4} required />}
          run={(input, key) => answer(api.tasks.POST('/api/v1/tasks/{id}/contribution', { params: { path, header: keyed(key) }, body: input }))}
        />
      )}
      {task.assignment?.timeLimit === 'AWAITED' && <Begun task={task} />}
      <Change
        name={say('Hỏi bên giao', 'Ask who gave it')}
        initial={{ text: '' }}
        fields={(input, set) => <Words label={say('Câu hỏi', 'Question')} value={input.text} onChange={(text) => set({ text })} rows={3} required />}
        run={(input, key) => answer(api.tasks.POST('/api/v1/tasks/{id}/questions', { params: { path, header: keyed(key) }, body: input }))}
      />
      <Change
        danger
        name={say('Báo giao nhầm', 'Not for us')}
        initial={{ reason: '', proposed: '' }}
        fields={(input, set) => (
          <>
            <Words label={say('Lý do', 'Reason')} value={input.reason} onChange={(reason) => set({ reason })} rows={3} required />
            <Find label={say('Đúng ra là việc của', 'It belongs to')} value={input.proposed} onChange={(proposed) => set({ proposed })} options={choices} />
          </>
        )}
        run={(input, key) => answer(api.tasks.POST('/api/v1/tasks/{id}/refusal', { params: { path, header: keyed(key) }, body: { reason: input.reason, proposed: input.proposed || undefined } }))}
      />
    </>
  )
}

/** What a limit is counted from has happened. */
function Begun({ task }: { task: Task }) {
  const say = useSay()
  const api = useApi()
  const path = { id: task.id ?? '' }
  return (
    <Change
      name={say('Sự kiện đã xảy ra', 'It has happened')}
      initial={{ startedOn: '' }}
      fields={(input, set) => <Day label={say('Ngày xảy ra', 'On')} value={input.startedOn} onChange={(startedOn) => set({ startedOn })} required />}
      run={(input, key) => answer(api.tasks.POST('/api/v1/tasks/{id}/start', { params: { path, header: keyed(key) }, body: input }))}
    />
  )
}

/** Decisions go by the version that was read. */
function OfWhoGave({ task, etag, open }: { task: Task; etag: string; open: boolean }) {
  const say = useSay()
  const api = useApi()
  const { agencies } = useAgencies()
  const path = { id: task.id ?? '' }
  const seen = (key: string) => ({ ...keyed(key), 'If-Match': etag })
  const reason = (label = say('Lý do', 'Reason')) =>
    function Reason(input: { reason: string }, set: (part: { reason: string }) => void) {
      return <Words label={label} value={input.reason} onChange={(it) => set({ reason: it })} rows={3} required />
    }
  return (
    <>
      {task.status === 'COMPLETED' && (
        <Change
          primary
          name={say('Xác nhận hoàn thành', 'Verify')}
          initial={{ note: '' }}
          fields={(input, set) => <Words label={say('Ghi chú', 'Note')} value={input.note} onChange={(note) => set({ note })} rows={2} />}
          run={(input, key) => answer(api.tasks.POST('/api/v1/tasks/{id}/verification', { params: { path, header: seen(key) }, body: { note: input.note || undefined } }))}
        />
      )}
      {(task.status === 'COMPLETED' || task.status === 'VERIFIED') && (
        <Change
          name={say('Trả lại để làm tiếp', 'Return it')}
          initial={{ reason: '', dueOn: '' }}
          fields={(input, set) => (
            <>
              {reason()(input, set)}
              <Day label={say('Hạn mới', 'New day')} value={input.dueOn} onChange={(dueOn) => set({ dueOn })} />
            </>
          )}
          run={(input, key) =>
            answer(api.tasks.POST('/api/v1/tasks/{id}/return', { params: { path, header: seen(key) }, body: { reason: input.reason, dueOn: input.dueOn || undefined } }))
          }
        />
      )}
      {task.extensions?.asked && (
        <Change
          primary
          name={say('Quyết định gia hạn', 'Decide on more time')}
          initial={{ granted: true, dueOn: task.extensions.asked.dueOn ?? '', reason: '' }}
          fields={(input, set) => (
            <>
              <p>
                {say('Xin đến', 'Asked until')} {day(task.extensions?.asked?.dueOn)}: {task.extensions?.asked?.reason}
              </p>
              <Check label={say('Cho gia hạn', 'Grant it')} value={input.granted} onChange={(granted) => set({ granted })} />
              {input.granted && <Day label={say('Đến ngày', 'Until')} value={input.dueOn} onChange={(dueOn) => set({ dueOn })} />}
              <Words label={say('Lý do', 'Reason')} value={input.reason} onChange={(it) => set({ reason: it })} rows={2} required={!input.granted} />
            </>
          )}
          run={(input, key) =>
            answer(
              api.tasks.POST('/api/v1/tasks/{id}/extension/decision', {
                params: { path, header: seen(key) },
                body: { granted: input.granted, dueOn: input.granted ? input.dueOn || undefined : undefined, reason: input.reason || undefined },
              }),
            )
          }
        />
      )}
      {task.status === 'MISADDRESSED' && (
        <>
          <Change
            primary
            name={say('Chuyển cho cơ quan khác', 'Redirect')}
            initial={{ agency: task.proposed ?? '', reason: '' }}
            fields={(input, set) => (
              <>
                <Find label={say('Chuyển cho', 'To')} value={input.agency} onChange={(agency) => set({ agency })} options={agencies.map((it) => [it.code, it.name])} required />
                {reason()(input, set)}
              </>
            )}
            run={(input, key) => answer(api.tasks.POST('/api/v1/tasks/{id}/redirection', { params: { path, header: seen(key) }, body: input }))}
          />
          <Change
            name={say('Giữ nguyên việc giao', 'Insist')}
            initial={{ reason: '' }}
            fields={reason()}
            run={(input, key) => answer(api.tasks.POST('/api/v1/tasks/{id}/refusal/rejection', { params: { path, header: seen(key) }, body: input }))}
          />
        </>
      )}
      {open && task.assignment?.timeLimit === 'AWAITED' && <Begun task={task} />}
      {open && (
        <Change
          danger
          name={say('Rút nhiệm vụ', 'Withdraw')}
          initial={{ reason: '' }}
          fields={reason()}
          run={(input, key) => answer(api.tasks.POST('/api/v1/tasks/{id}/withdrawal', { params: { path, header: seen(key) }, body: input }))}
        />
      )}
    </>
  )
}
