import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { Link } from 'react-router'
import { parse } from 'yaml'
import { config, type Service } from '../app/config'
import { useSay } from '../app/language'
import { Asked } from '../parts/states'
import { Table } from '../parts/table'
import { Title } from '../parts/title'
import { Typed } from '../parts/typed'
import { plain } from '../parts/fields'

const SERVICES: Service[] = ['document', 'task', 'reporting', 'notification']

interface Message {
  name: string
  summary: string
  schema: string
}

interface Topic {
  address: string
  description: string
  messages: Message[]
}

interface AsyncApi {
  channels?: Record<string, { address: string; description?: string; messages?: Record<string, { name: string; summary?: string; payload?: { $ref?: string } }> }>
}

export function topicsOf(asyncApi: string): Topic[] {
  const { channels = {} } = parse(asyncApi) as AsyncApi
  return Object.values(channels).map(({ address, description = '', messages = {} }) => ({
    address,
    description,
    messages: Object.values(messages).map(({ name, summary = '', payload }) => ({ name, summary, schema: payload?.$ref ?? '' })),
  }))
}

/** What data teams build on: topics, schemas, events as they look, exports, the APIs. */
export default function DataPage() {
  const say = useSay()
  const [wanted, setWanted] = useState('')
  const settings = useQuery({ queryKey: ['config'], queryFn: config, staleTime: Infinity })
  const docs = settings.data?.services.document
  const topics = useQuery({
    queryKey: ['asyncapi', docs],
    queryFn: async () => topicsOf(await (await fetch(`${docs}/docs/asyncapi.yaml`)).text()),
    enabled: !!docs,
    staleTime: Infinity,
  })
  return (
    <>
      <Title name={say('Dữ liệu', 'Data')} />
      <section className="sheet">
        <h2>{say('Tài liệu', 'Documents')}</h2>
        <ul>
          {settings.data &&
            SERVICES.map((it) => (
              <li key={it}>
                <a href={`${settings.data.services[it]}/docs`}>
                  OpenAPI – {it}-service
                </a>
              </li>
            ))}
          {docs && (
            <>
              <li>
                <a href={`${docs}/docs/asyncapi.yaml`}>AsyncAPI</a>
              </li>
              <li>
                <a href={`${docs}/docs/events`}>{say('Mọi sự kiện, từng trường', 'Every event, field by field')}</a>
              </li>
              <li>
                <a href={`${docs}/docs/api`}>{say('Quy ước của API', 'Conventions of the APIs')}</a>
              </li>
            </>
          )}
          <li>
            <Link to="/indicators">{say('Tải số liệu: XLSX, CSV, SDMX-CSV, Parquet', 'Figures as files: XLSX, CSV, SDMX-CSV, Parquet')}</Link>
          </li>
        </ul>
        <p className="soft small">
          {say('Đọc sự kiện thật', 'Read real events')}: <code>./dondoc tail dondoc.tasks --all</code>, {say('chép thành tệp', 'copy them into files')}: <code>./dondoc archive</code>
        </p>
      </section>
      <h2>{say('Chủ đề Kafka', 'Kafka topics')}</h2>
      <div className="filters">
        <Typed label={say('Tìm sự kiện', 'Find an event')} value={wanted} onChange={setWanted} />
      </div>
      <Asked query={topics} isEmpty={(it) => it.length === 0} empty={say('Không đọc được tài liệu AsyncAPI.', 'The AsyncAPI document could not be read.')}>
        {(all) =>
          all.map((topic) => {
            const shown = topic.messages.filter((it) => plain(`${it.name} ${it.summary}`).includes(plain(wanted)))
            return shown.length === 0 ? null : (
              <details key={topic.address} className="sheet" open={wanted !== ''}>
                <summary>
                  <code>{topic.address}</code> – {topic.description} ({shown.length})
                </summary>
                {shown.map((it) => (
                  <Event key={it.name} message={it} docs={docs ?? ''} />
                ))}
              </details>
            )
          })
        }
      </Asked>
    </>
  )
}

interface Schema {
  type?: string | string[]
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
  format?: string
  $ref?: string
}

function Event({ message, docs }: { message: Message; docs: string }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const query = useQuery({
    queryKey: ['schema', message.schema],
    queryFn: async () => (await (await fetch(`${docs}/docs/${message.schema}`)).json()) as Schema,
    enabled: open,
    staleTime: Infinity,
  })
  return (
    <section>
      <h3>
        <code>{message.name}</code>
      </h3>
      <p>{message.summary}</p>
      <Button aria-expanded={open} onPress={() => setOpen(!open)}>
        {open ? say('Đóng', 'Close') : say('Xem sự kiện', 'Look at it')}
      </Button>
      {open && (
        <Asked query={query}>
          {(schema) => (
            <>
              <Table label={message.name} heads={[say('Trường', 'Member'), say('Kiểu', 'Type'), say('Nghĩa', 'Meaning')]}>
                {Object.entries(schema.properties ?? {}).map(([name, it]) => (
                  <tr key={name}>
                    <td>
                      <code>{name}</code>
                      {!schema.required?.includes(name) && <span className="soft small"> {say('có thể vắng', 'optional')}</span>}
                    </td>
                    <td>
                      {[it.type].flat().join(' | ')} {it.format && `(${it.format})`} {it.enum?.join(', ')}
                    </td>
                    <td>{it.description}</td>
                  </tr>
                ))}
              </Table>
              <p>
                <a href={`${docs}/docs/${message.schema}`}>JSON Schema</a>
              </p>
              <Example name={message.name} />
            </>
          )}
        </Asked>
      )}
    </section>
  )
}

/** One as it goes over the topic, from those that were approved. */
function Example({ name }: { name: string }) {
  const say = useSay()
  const query = useQuery({
    queryKey: ['example', name],
    queryFn: async () => {
      const answer = await fetch(`/examples/${name}.json`)
      return answer.ok && answer.headers.get('Content-Type')?.includes('json') ? answer.text() : ''
    },
    staleTime: Infinity,
  })
  return query.data ? (
    <>
      <h3>{say('Ví dụ', 'Example')}</h3>
      <pre tabIndex={0}>{query.data}</pre>
    </>
  ) : null
}
