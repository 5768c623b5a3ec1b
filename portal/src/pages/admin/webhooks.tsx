import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, type Notices } from '../../app/api'
import { lines, moment, number } from '../../app/format'
import { useSay } from '../../app/language'
import { useApi, useMay } from '../../app/session'
import { CHANNELS, NOTICE_KINDS, options, word } from '../../app/words'
import { useAgencies } from '../../parts/agencies'
import { keyed } from '../../parts/command'
import { Act, Change } from '../../parts/dialog'
import { everything } from '../../parts/everything'
import { Check, Choice, Words } from '../../parts/fields'
import { Rows } from '../../parts/rows'
import { useAsked } from '../../parts/search'
import { Asked } from '../../parts/states'
import { Table } from '../../parts/table'

const STATUSES = { PENDING: ['đang chờ', 'pending'], SENT: ['đã gửi', 'sent'], FAILED: ['hỏng', 'failed'], SUPERSEDED: ['không còn đúng', 'superseded'] } as const

export function Webhooks() {
  const say = useSay()
  const api = useApi()
  const admin = useMay('ADMIN')
  const [secret, setSecret] = useState('')
  const query = useQuery({ queryKey: ['webhooks'], queryFn: () => everything((cursor) => answer(api.notices.GET('/api/v1/webhooks', { params: { query: { cursor, limit: 100 } } }))) })
  return (
    <>
      {admin && (
        <div className="actions">
          <Hook hook={undefined} tell={setSecret} />
        </div>
      )}
      {secret && (
        <p className="told" role="status">
          {say('Khóa ký, chỉ hiện một lần', 'The signing secret, shown once')}: <code>{secret}</code>
        </p>
      )}
      <Asked query={query} isEmpty={(it) => !it.items?.length} empty={say('Chưa có webhook nào.', 'There are no webhooks yet.')}>
        {(page) => (
          <Table label="Webhooks" heads={[say('Tên', 'Name'), say('Địa chỉ', 'Address'), say('Báo gì', 'What'), say('Thao tác', 'Actions')]}>
            {page.items?.map((it) => (
              <tr key={it.name}>
                <td>
                  {it.name} {!it.enabled && <span className="tag late">{say('tắt', 'off')}</span>}
                  {it.disabledBecause && <div className="late-text small">{it.disabledBecause}</div>}
                </td>
                <td>
                  <code>{it.address}</code>
                </td>
                <td>{it.kinds?.length ? it.kinds.map((kind) => word(NOTICE_KINDS, kind, say)).join('; ') : say('mọi thông báo', 'everything')}</td>
                <td>
                  {admin && (
                    <div className="actions">
                      <Hook hook={it} tell={setSecret} />
                      <Act
                        name={say('Đổi khóa', 'New secret')}
                        run={(key) => answer(api.notices.POST('/api/v1/webhooks/{name}/secret', { params: { path: { name: it.name ?? '' }, header: keyed(key) } }))}
                        after={(done) => setSecret(done.secret ?? '')}
                      />
                      <Change
                        danger
                        name={say('Xóa', 'Delete')}
                        initial={{}}
                        fields={() => <p>{it.address}</p>}
                        run={() => answer(api.notices.DELETE('/api/v1/webhooks/{name}', { params: { path: { name: it.name ?? '' } } }))}
                      />
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Asked>
      <DeadMailboxes />
      <Deliveries />
    </>
  )
}

function Hook({ hook, tell }: { hook: Notices['WebhookView'] | undefined; tell: (secret: string) => void }) {
  const say = useSay()
  const api = useApi()
  return (
    <Change
      name={hook ? say('Sửa', 'Edit') : say('Thêm webhook', 'Add a webhook')}
      initial={{ name: hook?.name ?? '', address: hook?.address ?? 'https://', enabled: hook?.enabled ?? true, recipients: hook?.recipients?.join('\n') ?? '', kinds: hook?.kinds ?? [] }}
      fields={(it, set) => (
        <>
          {!hook && <Words label={say('Tên', 'Name')} value={it.name} onChange={(name) => set({ name })} required />}
          <Words label={say('Địa chỉ', 'Address')} value={it.address} onChange={(address) => set({ address })} required />
          <Words label={say('Cơ quan, mỗi dòng một mã; bỏ trống là tất cả', 'Agencies, one code a line; empty for all')} value={it.recipients} onChange={(recipients) => set({ recipients })} rows={3} />
          <Choice
            label={say('Thêm loại thông báo', 'Add a kind of notice')}
            value=""
            onChange={(kind) => kind && set({ kinds: [...new Set([...it.kinds, kind as (typeof it.kinds)[number]])] })}
            options={options(NOTICE_KINDS, say)}
            any={say('mọi loại', 'all kinds')}
          />
          <p>
            {it.kinds.map((kind) => (
              <button key={kind} type="button" onClick={() => set({ kinds: it.kinds.filter((of) => of !== kind) })}>
                {word(NOTICE_KINDS, kind, say)} ×
              </button>
            ))}
          </p>
          <Check label={say('Bật', 'On')} value={it.enabled} onChange={(enabled) => set({ enabled })} />
        </>
      )}
      run={(it, key) =>
        answer(
          api.notices.PUT('/api/v1/webhooks/{name}', {
            params: { path: { name: it.name }, header: keyed(key) },
            body: { address: it.address, enabled: it.enabled, recipients: lines(it.recipients), kinds: it.kinds },
          }),
        )
      }
      after={(done) => done.secret && tell(done.secret)}
    />
  )
}

function DeadMailboxes() {
  const say = useSay()
  const api = useApi()
  const admin = useMay('ADMIN')
  const { nameOf } = useAgencies()
  const query = useQuery({ queryKey: ['dead-mailboxes'], queryFn: () => answer(api.notices.GET('/api/v1/dead-mailboxes')) })
  return (
    <section>
      <h2>{say('Hộp thư hỏng', 'Dead mailboxes')}</h2>
      <Asked query={query} isEmpty={(it) => !it.items?.length} empty={say('Không có hộp thư nào hỏng.', 'No mailbox is dead.')}>
        {(found) => (
          <ul>
            {found.items?.map((it) => (
              <li key={it.agency}>
                {nameOf(it.agency)}: <code>{it.mailbox}</code> – {it.answer} ({moment(it.since)})
                {admin && <Act name={say('Thử lại', 'Try it again')} run={() => answer(api.notices.DELETE('/api/v1/dead-mailboxes/{agency}', { params: { path: { agency: it.agency ?? '' } } }))} />}
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </section>
  )
}

/** What went out to whom, with every attempt. */
function Deliveries() {
  const say = useSay()
  const api = useApi()
  const { nameOf } = useAgencies()
  const retries = useMay('SUPERVISOR', 'ADMIN')
  const [asked, ask] = useAsked('channel', 'status')
  const query = { channel: asked.channel || undefined, status: (asked.status || undefined) as keyof typeof STATUSES | undefined }
  return (
    <section>
      <h2>{say('Đã gửi', 'Deliveries')}</h2>
      <div className="filters">
        <Choice label={say('Kênh', 'Channel')} value={asked.channel} onChange={(channel) => ask({ channel })} options={['INBOX', 'MAIL', 'WEBHOOK'].map((it) => [it, it])} any={say('Tất cả', 'All')} />
        <Choice label={say('Tình trạng', 'Status')} value={asked.status} onChange={(status) => ask({ status })} options={(Object.keys(STATUSES) as (keyof typeof STATUSES)[]).map((it) => [it, say(STATUSES[it])])} any={say('Tất cả', 'All')} />
      </div>
      <Rows<Notices['DeliveryView']>
        asked={['deliveries', query]}
        page={(cursor) => answer(api.notices.GET('/api/v1/deliveries', { params: { query: { ...query, cursor, limit: 100, count: cursor === undefined } } }))}
        rowKey={(it) => it.id ?? ''}
        label={say('Đã gửi', 'Deliveries')}
        empty={say('Chưa gửi gì.', 'Nothing was sent yet.')}
        columns={[
          { name: say('Lúc', 'At'), width: '9.5rem', cell: (it) => moment(it.createdAt) },
          {
            name: say('Cho ai', 'To whom'),
            width: 'minmax(0, 2fr)',
            cell: (it) => (
              <>
                {nameOf(it.recipient)}
                <div className="soft small">
                  {word(CHANNELS, it.channel, say)} {it.address}
                </div>
              </>
            ),
          },
          { name: say('Thông báo', 'Notice'), width: 'minmax(0, 1.3fr)', wide: true, cell: (it) => word(NOTICE_KINDS, it.kind, say) },
          {
            name: say('Tình trạng', 'Status'),
            width: 'minmax(0, 1.3fr)',
            cell: (it) => (
              <>
                <span className={`tag ${it.status === 'FAILED' ? 'late' : it.status === 'SENT' ? 'good' : ''}`}>{it.status && say(STATUSES[it.status])}</span>
                {!!it.log?.length && (
                  <details className="small">
                    <summary>
                      {number(it.attempts)} {say('lần', 'attempts')}
                    </summary>
                    {it.log.map((attempt, at) => (
                      <div key={at}>
                        {moment(attempt.at)} {attempt.successful ? '✓' : '✗'} {attempt.answer} ({number(attempt.milliseconds)} ms)
                      </div>
                    ))}
                  </details>
                )}
                {retries && it.status === 'FAILED' && <Act name={say('Gửi lại', 'Send again')} run={(key) => answer(api.notices.POST('/api/v1/deliveries/{id}/retry', { params: { path: { id: it.id ?? '' }, header: keyed(key) } }))} />}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}
