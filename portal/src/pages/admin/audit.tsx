import { answer } from '../../app/api'
import { moment } from '../../app/format'
import { useSay } from '../../app/language'
import { useApi } from '../../app/session'
import { Choice } from '../../parts/fields'
import { Rows } from '../../parts/rows'
import { useAsked } from '../../parts/search'
import { Typed } from '../../parts/typed'

const KINDS = { SEEN: ['xem', 'saw'], DONE: ['làm', 'did'], CHANGED: ['đổi', 'changed'], REMOVED: ['bỏ', 'removed'], REFUSED: ['bị từ chối', 'was refused'] } as const
const SERVICES = { document: ['văn bản', 'directives'], task: ['nhiệm vụ', 'tasks'], reporting: ['báo cáo', 'reports'], notification: ['thông báo', 'notices'] } as const

interface Line {
  n?: number
  hash?: string
  previous?: string
  record?: Record<string, unknown>
  text?: string
}

/** Who did and saw what, before and after, each record hashed over the one before. */
export function Audit() {
  const say = useSay()
  const api = useApi()
  const [asked, ask] = useAsked('service', 'by', 'thing')
  const service = (asked.service || 'task') as keyof typeof SERVICES
  const client = { document: api.documents, task: api.tasks, reporting: api.reports, notification: api.notices }[service] as typeof api.tasks
  const query = { by: asked.by || undefined, thing: asked.thing || undefined }
  return (
    <>
      <div className="filters">
        <Choice label={say('Của dịch vụ', 'Of the service')} value={service} onChange={(it) => ask({ service: it })} options={(Object.keys(SERVICES) as (keyof typeof SERVICES)[]).map((it) => [it, say(SERVICES[it])])} />
        <Typed label={say('Ai, ví dụ clerk.VN-22', 'By whom, such as clerk.VN-22')} value={asked.by} onChange={(by) => ask({ by })} />
        <Typed label={say('Đối tượng, ví dụ tasks/…', 'Thing, such as tasks/…')} value={asked.thing} onChange={(thing) => ask({ thing })} />
      </div>
      <Rows<Line>
        asked={['audit', service, query]}
        page={(cursor) => answer(client.GET('/api/v1/audit', { params: { query: { ...query, sort: '-n', cursor, limit: 100, count: cursor === undefined } } }))}
        rowKey={(it) => String(it.n)}
        label={say('Nhật ký kiểm toán', 'Audit')}
        empty={say('Không có dòng nào như vậy.', 'There are no such lines.')}
        columns={[
          { name: '#', width: '4.5rem', number: true, wide: true, cell: (it) => it.n },
          { name: say('Lúc', 'At'), width: '9.5rem', cell: (it) => moment(text(it, 'at')) },
          { name: say('Ai', 'Who'), width: 'minmax(0, 1.2fr)', cell: (it) => text(it, 'by') },
          {
            name: say('Làm gì', 'What'),
            width: 'minmax(0, 3fr)',
            cell: (it) => (
              <>
                <span className="tag">{kindOf(text(it, 'kind'), say)}</span> <code>{text(it, 'operation')}</code>
                <details className="small">
                  <summary>{text(it, 'thing')}</summary>
                  <pre>{JSON.stringify(it.record, null, 2)}</pre>
                  <code>
                    {it.previous?.slice(0, 16)}… → {it.hash?.slice(0, 16)}…
                  </code>
                </details>
              </>
            ),
          },
        ]}
      />
    </>
  )
}

function text(line: Line, name: string): string | undefined {
  const value = line.record?.[name]
  return typeof value === 'string' ? value : undefined
}

function kindOf(kind: string | undefined, say: (vi: string, en: string) => string): string {
  const pair = (KINDS as Record<string, readonly [string, string]>)[kind ?? '']
  return pair ? say(pair[0], pair[1]) : (kind ?? '')
}
