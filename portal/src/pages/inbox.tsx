import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { Link, NavLink, Route, Routes } from 'react-router'
import { answer, type Notices } from '../app/api'
import { day, moment } from '../app/format'
import { useLanguage, useSay } from '../app/language'
import { useApi, useMay } from '../app/session'
import { NOTICE_KINDS, options, word } from '../app/words'
import { useAgencies } from '../parts/agencies'
import { keyed, useCommand } from '../parts/command'
import { Check, Choice, Day, Find, Words } from '../parts/fields'
import { Rows } from '../parts/rows'
import { useAsked } from '../parts/search'
import { Asked, Refusal } from '../parts/states'
import { Title } from '../parts/title'
import { Typed } from '../parts/typed'

type Notice = Notices['NoticeView']
type Kind = NonNullable<Notice['kind']>

/** Where the stream is not there, it is asked all the same. */
const A_MINUTE = 60_000

export default function InboxPage() {
  const say = useSay()
  return (
    <>
      <Title name={say('Hộp thư', 'Inbox')} />
      <nav className="tabs" aria-label={say('Hộp thư', 'Inbox')}>
        <NavLink to="/inbox" end>
          {say('Thông báo', 'Notices')}
        </NavLink>
        <NavLink to="/inbox/digest">{say('Xem trước bản tin', 'Digest preview')}</NavLink>
        <NavLink to="/inbox/preferences">{say('Cách nhận', 'Preferences')}</NavLink>
      </nav>
      <Routes>
        <Route index element={<Letters />} />
        <Route path="digest" element={<Digest />} />
        <Route path="preferences" element={<Preferences />} />
      </Routes>
    </>
  )
}

/** Notices as they come, by directive. */
function Letters() {
  const say = useSay()
  const api = useApi()
  const { language } = useLanguage()
  const marks = useMay('CLERK', 'OFFICER', 'LEAD', 'SUPERVISOR')
  const [asked, ask] = useAsked('q', 'kind', 'unread', 'archived', 'directive')
  const summary = useQuery({
    queryKey: ['inbox', 'summary'],
    queryFn: () => answer(api.notices.GET('/api/v1/notices/summary')),
  })
  const query = {
    q: asked.q || undefined,
    kind: (asked.kind || undefined) as Kind | undefined,
    unread: asked.unread === '1' ? true : undefined,
    archived: asked.archived === '1',
    directive: asked.directive || undefined,
  }
  const mark = useCommand((it: { ids: string[]; as: Notices['MarksRequest']['as'] }) => answer(api.notices.POST('/api/v1/notices/marks', { body: it })))
  const acknowledge = useCommand((id: string, key) => answer(api.notices.POST('/api/v1/notices/{id}/acknowledgement', { params: { path: { id }, header: keyed(key) } })), undefined, (id) => id)
  return (
    <>
      <Asked query={summary}>
        {(it) => (
          <>
            <p role="status">
              {it.unread} {say('chưa đọc', 'unread')}, {it.unacknowledged} {say('chưa xác nhận', 'unacknowledged')} / {it.total}
            </p>
            <ul className="cards groups" aria-label={say('Theo văn bản', 'By directive')}>
              {it.groups?.map((group, at) => (
                <li key={at}>
                  {group.directiveNumber ? (
                    <button className="plain" aria-pressed={asked.directive === group.directiveNumber} onClick={() => ask({ directive: asked.directive === group.directiveNumber ? '' : group.directiveNumber })}>
                      {say(group.heading ?? '', group.headingEn ?? '')}
                    </button>
                  ) : (
                    say(group.heading ?? '', group.headingEn ?? '')
                  )}{' '}
                  {!!group.unread && <span className="badge">{group.unread}</span>}
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
      <div className="filters">
        <Typed label={say('Tìm', 'Find')} value={asked.q} onChange={(q) => ask({ q })} hint={say('gõ không dấu cũng được', 'diacritics not needed')} />
        <Choice label={say('Loại', 'Kind')} value={asked.kind} onChange={(kind) => ask({ kind })} options={options(NOTICE_KINDS, say)} any={say('Tất cả', 'All')} />
        <Check label={say('chưa đọc', 'unread')} value={asked.unread === '1'} onChange={(it) => ask({ unread: it ? '1' : '' })} />
        <Check label={say('đã cất', 'archived')} value={asked.archived === '1'} onChange={(it) => ask({ archived: it ? '1' : '' })} />
      </div>
      <Refusal error={mark.error ?? acknowledge.error} />
      <Rows<Notice>
        asked={['inbox', 'list', query]}
        page={(cursor) => answer(api.notices.GET('/api/v1/notices', { params: { query: { ...query, cursor, limit: 100, count: cursor === undefined } } }))}
        rowKey={(it) => it.id ?? ''}
        label={say('Thông báo', 'Notices')}
        refresh={A_MINUTE}
        empty={say('Không có thông báo nào.', 'There are no notices.')}
        columns={[
          {
            name: say('Thông báo', 'Notice'),
            width: 'minmax(0, 1fr)',
            cell: (it) => (
              <article className={it.readAt ? '' : 'unread'}>
                <strong>{language === 'vi' ? it.subject : it.subjectEn}</strong>
                <p>{language === 'vi' ? it.body : it.bodyEn}</p>
                {it.next && <p className="soft">→ {language === 'vi' ? it.next : it.nextEn}</p>}
                <div className="soft small">
                  {moment(it.createdAt)} · {word(NOTICE_KINDS, it.kind, say)} {it.dueOn && `· ${say('hạn', 'due')} ${day(it.dueOn)}`} {it.readBy && `· ${say('đọc', 'read')}: ${it.readBy}, ${moment(it.readAt)}`}
                </div>
                <div className="actions">
                  {it.taskId && (
                    <Link className="button" to={`/tasks/${it.taskId}`} onClick={() => marks && !it.readAt && mark.mutate({ ids: [it.id ?? ''], as: 'READ' })}>
                      {say('Mở nhiệm vụ', 'Open the task')}
                    </Link>
                  )}
                  {it.reportId && (
                    <Link className="button" to={`/reports/${it.reportId}`} onClick={() => marks && !it.readAt && mark.mutate({ ids: [it.id ?? ''], as: 'READ' })}>
                      {say('Mở báo cáo', 'Open the report')}
                    </Link>
                  )}
                  {marks && !it.readAt && <Button onPress={() => mark.mutate({ ids: [it.id ?? ''], as: 'READ' })}>{say('Đã đọc', 'Read')}</Button>}
                  {marks && !it.acknowledged && <Button onPress={() => acknowledge.mutate(it.id ?? '')}>{say('Xác nhận đã nhận', 'Acknowledge')}</Button>}
                  {marks && <Button onPress={() => mark.mutate({ ids: [it.id ?? ''], as: it.archived ? 'BACK_FROM_ARCHIVE' : 'ARCHIVED' })}>{it.archived ? say('Lấy lại', 'Take back') : say('Cất', 'Archive')}</Button>}
                </div>
              </article>
            ),
          },
        ]}
      />
    </>
  )
}

/** What the next digests would say, in the words in which they will be sent. */
function Digest() {
  const say = useSay()
  const api = useApi()
  const query = useQuery({ queryKey: ['digest'], queryFn: () => answer(api.notices.GET('/api/v1/digests/next')) })
  return (
    <Asked query={query}>
      {(digests) =>
        digests.map((it) => (
          <section key={it.kind}>
            <h2>
              {it.kind === 'WEEKLY_DIGEST' ? say('Bản tin hằng tuần, về các cơ quan cấp dưới', 'Weekly digest, of the agencies below') : say('Bản tin hằng ngày, về việc của cơ quan', 'Daily digest, of the agency’s own tasks')} –{' '}
              {day(it.day)}
            </h2>
            {!it.wanted && (
              <p className="told">
                {say('Cơ quan không nhận bản tin này; đổi ở', 'The agency does not take this digest; change that under')} <Link to="/inbox/preferences">{say('Cách nhận', 'Preferences')}</Link>.
              </p>
            )}
            {it.subject ? (
              <div className="sheet">
                <strong>{say(it.subject, it.subjectEn ?? '')}</strong>
                <p className="written">{say(it.body ?? '', it.bodyEn ?? '')}</p>
                {it.next && <p className="soft">→ {say(it.next, it.nextEn ?? '')}</p>}
              </div>
            ) : (
              <p className="soft">{say('Không có gì quá hạn hoặc sắp đến hạn, nên sẽ không gửi.', 'Nothing is late or due soon, so none will be sent.')}</p>
            )}
          </section>
        ))
      }
    </Asked>
  )
}

const MODES = {
  AT_ONCE: ['ngay', 'at once'],
  DAILY: ['trong bản tin hằng ngày', 'in the daily digest'],
  WEEKLY: ['trong bản tin hằng tuần', 'in the weekly digest'],
  OFF: ['không', 'never'],
} as const

function Preferences() {
  const say = useSay()
  const api = useApi()
  const query = useQuery({ queryKey: ['preferences'], queryFn: () => answer(api.notices.GET('/api/v1/preferences')) })
  return <Asked query={query}>{(it) => <Written kept={it} say={say} />}</Asked>
}

function Written({ kept, say }: { kept: Notices['PreferencesView']; say: ReturnType<typeof useSay> }) {
  const api = useApi()
  const { agencies } = useAgencies()
  const writes = useMay('CLERK', 'OFFICER', 'LEAD', 'SUPERVISOR', 'ADMIN')
  const [it, setIt] = useState(kept)
  const set = (part: Partial<typeof kept>) => setIt((before) => ({ ...before, ...part }))
  const keep = useCommand((_: undefined, key) =>
    answer(
      api.notices.PUT('/api/v1/preferences', {
        params: { header: keyed(key) },
        body: { modes: it.modes, dailyDigest: it.dailyDigest, weeklyDigest: it.weeklyDigest, languages: it.languages, quietHours: it.quietHours, deputy: it.deputy },
      }),
    ),
  )
  const mode = (kind: Kind) => it.modes?.find((of) => of.kind === kind && of.channel === 'MAIL')?.mode ?? ''
  const setMode = (kind: Kind, value: string) =>
    set({
      modes: [...(it.modes ?? []).filter((of) => of.kind !== kind || of.channel !== 'MAIL'), ...(value ? [{ kind, channel: 'MAIL', mode: value as keyof typeof MODES }] : [])],
    })
  return (
    <div className="halves">
      <div className="sheet">
        <h2>{say('Bản tin và ngôn ngữ', 'Digests and languages')}</h2>
        <Check label={say('Bản tin hằng ngày', 'Daily digest')} value={it.dailyDigest ?? false} onChange={(dailyDigest) => set({ dailyDigest })} />
        <Check label={say('Bản tin hằng tuần', 'Weekly digest')} value={it.weeklyDigest ?? false} onChange={(weeklyDigest) => set({ weeklyDigest })} />
        <Check label={say('Thư có cả tiếng Anh', 'Mails in English too')} value={it.languages?.includes('EN') ?? false} onChange={(on) => set({ languages: on ? ['VI', 'EN'] : ['VI'] })} />
        <h2>{say('Giờ yên tĩnh', 'Quiet hours')}</h2>
        <Check label={say('Chỉ gửi việc gấp trong giờ này', 'Only what is urgent within these hours')} value={!!it.quietHours} onChange={(on) => set({ quietHours: on ? { from: '18:00', to: '07:00', daysOff: true } : undefined })} />
        {it.quietHours && (
          <div className="filters">
            <Words label={say('Từ', 'From')} value={it.quietHours.from.slice(0, 5)} onChange={(from) => it.quietHours && set({ quietHours: { ...it.quietHours, from } })} hint="18:00" />
            <Words label={say('đến', 'to')} value={it.quietHours.to.slice(0, 5)} onChange={(to) => it.quietHours && set({ quietHours: { ...it.quietHours, to } })} hint="07:00" />
            <Check label={say('cả ngày nghỉ', 'days off too')} value={it.quietHours.daysOff} onChange={(daysOff) => it.quietHours && set({ quietHours: { ...it.quietHours, daysOff } })} />
          </div>
        )}
        <h2>{say('Cơ quan thay', 'Deputy')}</h2>
        <Check label={say('Báo cho cơ quan khác cùng lúc, trong một thời gian', 'Another agency is told as well, for a time')} value={!!it.deputy} onChange={(on) => set({ deputy: on ? { agency: '', from: '', until: '' } : undefined })} />
        {it.deputy && (
          <>
            <Find label={say('Cơ quan', 'Agency')} value={it.deputy.agency} onChange={(agency) => it.deputy && set({ deputy: { ...it.deputy, agency } })} options={agencies.map((of) => [of.code, of.name])} />
            <div className="filters">
              <Day label={say('Từ', 'From')} value={it.deputy.from} onChange={(from) => it.deputy && set({ deputy: { ...it.deputy, from } })} />
              <Day label={say('đến', 'until')} value={it.deputy.until} onChange={(until) => it.deputy && set({ deputy: { ...it.deputy, until } })} />
            </div>
          </>
        )}
        <Refusal error={keep.error} />
        {keep.isSuccess && <p role="status">{say('Đã lưu.', 'Kept.')}</p>}
        {writes && (
          <div className="actions">
            <Button className="primary" isPending={keep.isPending} onPress={() => keep.mutate(undefined)}>
              {say('Lưu', 'Keep')}
            </Button>
          </div>
        )}
      </div>
      <div className="sheet">
        <h2>{say('Gửi thư khi nào', 'When a mail is sent')}</h2>
        <div className="columns">
        {(Object.keys(NOTICE_KINDS) as Kind[]).map((kind) => (
          <Choice
            key={kind}
            label={word(NOTICE_KINDS, kind, say)}
            value={mode(kind)}
            onChange={(value) => setMode(kind, value)}
            options={(Object.entries(MODES) as [keyof typeof MODES, readonly [string, string]][]).filter(([code]) => code !== 'OFF' || !it.mandatory?.includes(kind)).map(([code, pair]) => [code, say(pair)])}
            any={say('như mặc định của tỉnh', 'as the province has it')}
          />
        ))}
        </div>
      </div>
    </div>
  )
}
