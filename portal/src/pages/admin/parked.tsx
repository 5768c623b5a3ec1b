import { useQuery } from '@tanstack/react-query'
import { orProblem } from '../../app/api'
import type { Service } from '../../app/config'
import { useSay } from '../../app/language'
import { useApi } from '../../app/session'
import { Act, Change } from '../../parts/dialog'
import { Words } from '../../parts/fields'
import { Asked } from '../../parts/states'

const SERVICES: Service[] = ['document', 'task', 'reporting', 'notification']

interface Sequence {
  id: string
  topic: string
  key: string
  records: { partition: number; offset: number; type: string; reason: string }[]
}

/** Events that could not be handled, and to try them again: for whoever runs the system. */
export function Parked() {
  return (
    <>
      {SERVICES.map((it) => (
        <Of key={it} service={it} />
      ))}
    </>
  )
}

function Of({ service }: { service: Service }) {
  const say = useSay()
  const api = useApi()
  const query = useQuery({
    queryKey: ['parked', service],
    queryFn: async () => (await (await orProblem(await api.fetch(service, '/actuator/parked'))).json()) as Sequence[],
  })
  const write = async (body: Record<string, unknown>) =>
    orProblem(await api.fetch(service, '/actuator/parked', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }))
  return (
    <section>
      <h2>{service}-service</h2>
      <Asked query={query} isEmpty={(it) => it.length === 0} empty={say('Không có sự kiện nào bị giữ lại.', 'No event is parked.')}>
        {(sequences) =>
          sequences.map((it) => (
            <div key={it.id} className="sheet">
              <p>
                <code>
                  {it.topic} {it.key}
                </code>
              </p>
              <ol>
                {it.records.map((record) => (
                  <li key={`${record.partition}@${record.offset}`}>
                    <code>
                      {record.partition}@{record.offset} {record.type}
                    </code>
                    <div className="late-text small">{record.reason}</div>
                  </li>
                ))}
              </ol>
              <div className="actions">
                <Act primary name={say('Thử lại', 'Replay')} run={() => write({ sequence: it.id })} />
                <Change
                  danger
                  name={say('Bỏ sự kiện đầu', 'Discard the first')}
                  initial={{ reason: '' }}
                  fields={(input, set) => <Words label={say('Lý do', 'Reason')} value={input.reason} onChange={(reason) => set({ reason })} required rows={2} />}
                  run={(input) => write({ sequence: it.id, discard: input.reason, partition: it.records[0]?.partition, offset: it.records[0]?.offset })}
                />
              </div>
            </div>
          ))
        }
      </Asked>
    </section>
  )
}
