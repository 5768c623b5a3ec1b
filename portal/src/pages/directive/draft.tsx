import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { answer } from '../../app/api'
import { day, number } from '../../app/format'
import { useSay } from '../../app/language'
import { useApi } from '../../app/session'
import { LIMITS, word } from '../../app/words'
import { useAgencies } from '../../parts/agencies'
import { keyed } from '../../parts/command'
import { Act, Change } from '../../parts/dialog'
import { Day, Words } from '../../parts/fields'
import { Asked } from '../../parts/states'
import { Table } from '../../parts/table'
import type { Desk } from './desk'

/** What can still be done before a paper takes effect. */
export function OfADraft({ desk }: { desk: Desk }) {
  const say = useSay()
  const api = useApi()
  const navigate = useNavigate()
  const head = desk.directive.reading?.head ?? {}
  const path = { id: desk.id }
  return (
    <>
      <Act
        primary
        name={say('Ban hành', 'Issue')}
        run={(key) => answer(api.documents.POST('/api/v1/directives/{id}/issue', { params: { path, header: { ...keyed(key), 'If-Match': desk.etag } } }))}
      />
      {desk.directive.status === 'DRAFT' && (
        <Act
          name={say('Đã xem các điểm chưa chắc', 'I looked at what is not sure')}
          run={(key) => answer(api.documents.POST('/api/v1/directives/{id}/check', { params: { path, header: { ...keyed(key), 'If-Match': desk.etag } } }))}
        />
      )}
      <Change
        name={say('Số, ngày, trích yếu', 'Number, day, subject')}
        initial={{ number: head.number ?? '', issueDate: head.issueDate ?? '', subject: head.subject ?? '' }}
        fields={(input, set) => (
          <>
            <Words label={say('Số, ký hiệu', 'Number')} value={input.number} onChange={(it) => set({ number: it })} />
            <Day label={say('Ngày ban hành', 'Day of issue')} value={input.issueDate} onChange={(issueDate) => set({ issueDate })} />
            <Words label={say('Trích yếu', 'Subject')} value={input.subject} onChange={(subject) => set({ subject })} rows={3} />
          </>
        )}
        run={(input, key) =>
          answer(
            api.documents.PATCH('/api/v1/directives/{id}', {
              params: { path, header: { ...keyed(key), 'If-Match': desk.etag } },
              body: {
                number: input.number !== (head.number ?? '') ? input.number : undefined,
                issueDate: input.issueDate !== (head.issueDate ?? '') ? input.issueDate : undefined,
                subject: input.subject !== (head.subject ?? '') ? input.subject : undefined,
              },
            }),
          )
        }
      />
      <Change
        danger
        name={say('Xóa dự thảo', 'Delete the draft')}
        initial={{}}
        fields={() => <p>{say('Dự thảo và những gì đã đọc, đã sửa sẽ không còn.', 'The draft and what was read and corrected will be gone.')}</p>}
        run={() => answer(api.documents.DELETE('/api/v1/directives/{id}', { params: { path } }))}
        after={() => void navigate('/directives')}
      />
    </>
  )
}

/** To whom each clause would go. */
export function Preview({ id }: { id: string }) {
  const say = useSay()
  const api = useApi()
  const { nameOf } = useAgencies()
  const query = useQuery({
    queryKey: ['directive', id, 'preview'],
    queryFn: () => answer(api.documents.GET('/api/v1/directives/{id}/preview', { params: { path: { id } } })),
  })
  return (
    <details className="sheet" open>
      <summary>
        <strong>{say('Sẽ đến những ai', 'To whom it will go')}</strong>
      </summary>
      <Asked query={query}>
        {(preview) => (
          <>
            <p>
              {number(preview.tasks)} {say('nhiệm vụ sẽ được giao', 'tasks would be assigned')}
              {preview.day && ` (${say('danh mục ngày', 'catalogue of')} ${day(preview.day)})`}
            </p>
            {!!preview.nobody?.length && (
              <p className="told">
                {say('Không biết là ai', 'Nobody known by')}: {preview.nobody.join('; ')}
              </p>
            )}
            {!!preview.toBeChecked?.length && (
              <p className="told">
                {say('Chưa ban hành được cho đến khi xem', 'To be looked at before it can be issued')}: {preview.toBeChecked.length} {say('điểm', 'points')}
              </p>
            )}
            <Table label={say('Sẽ đến những ai', 'To whom it will go')} heads={[say('Mục', 'Clause'), say('Nội dung', 'What'), say('Chủ trì', 'Lead'), say('Phối hợp', 'Co-operating'), say('Hạn', 'Due')]}>
              {preview.duties?.map((it) => (
                <tr key={it.path}>
                  <td>{it.path}</td>
                  <td>{it.text}</td>
                  <td>
                    <Names codes={it.lead} nameOf={nameOf} />
                    {!!it.nobody?.length && <div className="late-text small">{say('không biết là ai', 'nobody known')}: {it.nobody.join('; ')}</div>}
                  </td>
                  <td>
                    <Names codes={it.cooperating} nameOf={nameOf} />
                  </td>
                  <td>
                    {it.dueOn ? day(it.dueOn) : word(LIMITS, it.limit, say)} {it.past && <span className="tag late">{say('đã qua', 'past')}</span>}
                  </td>
                </tr>
              ))}
            </Table>
          </>
        )}
      </Asked>
    </details>
  )
}

const MOST_NAMES = 6

function Names({ codes, nameOf }: { codes: string[] | undefined; nameOf: (code: string) => string }): ReactNode {
  const say = useSay()
  const all = codes ?? []
  const first = all.slice(0, MOST_NAMES).map(nameOf).join('; ')
  return all.length > MOST_NAMES ? (
    <details>
      <summary>
        {all.length} {say('cơ quan', 'agencies')}
      </summary>
      {all.map(nameOf).join('; ')}
    </details>
  ) : (
    first || '—'
  )
}
