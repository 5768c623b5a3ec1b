import { Button, FileTrigger } from 'react-aria-components'
import { answer, type Api, orProblem, type Documents } from '../../app/api'
import { day, lines } from '../../app/format'
import { useSay } from '../../app/language'
import { useApi, useMay } from '../../app/session'
import { AGENCY_KINDS, options, word } from '../../app/words'
import { useAgencies } from '../../parts/agencies'
import { keyed } from '../../parts/command'
import { Change } from '../../parts/dialog'
import { Choice, Day, Find, Words } from '../../parts/fields'
import { Rows } from '../../parts/rows'
import { useAsked } from '../../parts/search'
import { Typed } from '../../parts/typed'

type Agency = Documents['AgencyView']
type Kind = NonNullable<Agency['kind']>

/** Who can be addressed, with the days from and until when. */
export function Catalogue() {
  const say = useSay()
  const api = useApi()
  const admin = useMay('ADMIN')
  const { nameOf } = useAgencies()
  const [asked, ask] = useAsked('q', 'kind', 'on')
  const query = { q: asked.q || undefined, kind: (asked.kind || undefined) as Kind | undefined, on: asked.on || undefined }
  return (
    <>
      <div className="filters">
        <Typed label={say('Tìm theo tên, tên khác', 'Find by name')} value={asked.q} onChange={(q) => ask({ q })} hint={say('gõ không dấu cũng được', 'diacritics not needed')} />
        <Choice label={say('Loại', 'Kind')} value={asked.kind} onChange={(kind) => ask({ kind })} options={options(AGENCY_KINDS, say)} any={say('Tất cả', 'All')} />
        <Day label={say('Có vào ngày', 'Existing on')} value={asked.on} onChange={(on) => ask({ on })} />
        {admin && <Register agency={undefined} />}
        {admin && <Import />}
      </div>
      <Rows<Agency>
        asked={['catalogue', query]}
        page={(cursor) => answer(api.documents.GET('/api/v1/agencies', { params: { query: { ...query, cursor, limit: 200, count: cursor === undefined } } }))}
        rowKey={(it) => it.code ?? ''}
        label={say('Danh mục cơ quan', 'Agencies')}
        empty={say('Không có cơ quan nào như vậy.', 'There are no such agencies.')}
        columns={[
          { name: say('Mã', 'Code'), width: 'minmax(0, 1.3fr)', cell: (it) => <code>{it.code}</code> },
          {
            name: say('Tên', 'Name'),
            width: 'minmax(0, 3fr)',
            cell: (it) => (
              <>
                {it.name}
                <div className="soft small">{it.aliases?.join('; ')}</div>
              </>
            ),
          },
          { name: say('Loại', 'Kind'), width: 'minmax(0, 1.2fr)', wide: true, cell: (it) => word(AGENCY_KINDS, it.kind, say) },
          { name: say('Cấp trên', 'Supervisor'), width: 'minmax(0, 1.8fr)', wide: true, cell: (it) => (it.supervisor ? nameOf(it.supervisor) : '—') },
          {
            name: say('Từ – đến', 'From – until'),
            width: '7rem',
            cell: (it) => (
              <>
                {day(it.validFrom)}
                {it.validTo && <div>– {day(it.validTo)}</div>}
              </>
            ),
          },
          ...(admin ? [{ name: say('Thao tác', 'Actions'), width: '6rem', wide: true, cell: (it: Agency) => <Register agency={it} /> }] : []),
        ]}
      />
    </>
  )
}

function Register({ agency }: { agency: Agency | undefined }) {
  const say = useSay()
  const api = useApi()
  const { agencies } = useAgencies()
  return (
    <Change
      wide
      name={agency ? say('Sửa', 'Edit') : say('Thêm cơ quan', 'Add an agency')}
      title={agency ? `${say('Sửa', 'Edit')} ${agency.code}` : say('Thêm cơ quan', 'Add an agency')}
      initial={{
        code: agency?.code ?? '',
        name: agency?.name ?? '',
        kind: (agency?.kind ?? 'DEPARTMENT') as Kind,
        head: agency?.head ?? '',
        parent: agency?.parent ?? '',
        supervisor: agency?.supervisor ?? '',
        mailbox: agency?.mailbox ?? '',
        aliases: agency?.aliases?.join('\n') ?? '',
        validFrom: agency?.validFrom ?? '',
        validTo: agency?.validTo ?? '',
      }}
      fields={(it, set) => (
        <>
          {!agency && <Words label={say('Mã', 'Code')} value={it.code} onChange={(code) => set({ code })} hint="VN-22.snv" required />}
          <Words label={say('Tên', 'Name')} value={it.name} onChange={(name) => set({ name })} required />
          <Choice label={say('Loại', 'Kind')} value={it.kind} onChange={(kind) => set({ kind: kind as Kind })} options={options(AGENCY_KINDS, say)} />
          <Words label={say('Chức danh người đứng đầu', 'Title of its head')} value={it.head} onChange={(head) => set({ head })} />
          <Find label={say('Thuộc', 'Belongs to')} value={it.parent} onChange={(parent) => set({ parent })} options={agencies.map((of) => [of.code, of.name])} />
          <Find label={say('Cấp trên', 'Supervisor')} value={it.supervisor} onChange={(supervisor) => set({ supervisor })} options={agencies.map((of) => [of.code, of.name])} />
          <Words label={say('Hộp thư điện tử', 'Mailbox')} value={it.mailbox} onChange={(mailbox) => set({ mailbox })} />
          <Words label={say('Tên khác, mỗi dòng một tên', 'Other names, one a line')} value={it.aliases} onChange={(aliases) => set({ aliases })} rows={3} />
          <div className="filters">
            <Day label={say('Từ ngày', 'From')} value={it.validFrom} onChange={(validFrom) => set({ validFrom })} required />
            <Day label={say('Đến ngày', 'Until')} value={it.validTo} onChange={(validTo) => set({ validTo })} />
          </div>
        </>
      )}
      run={async (it, key) => {
        if (!agency && (await exists(api, it.code))) {
          throw new Error(say(`Mã ${it.code} đã có; hãy sửa cơ quan đó.`, `${it.code} is there already; edit that agency.`))
        }
        return answer(
          api.documents.PUT('/api/v1/agencies/{code}', {
            params: { path: { code: it.code }, header: keyed(key) },
            body: {
              name: it.name,
              kind: it.kind,
              head: it.head || undefined,
              parent: it.parent || undefined,
              supervisor: it.supervisor || undefined,
              mailbox: it.mailbox || undefined,
              aliases: lines(it.aliases),
              codes: agency?.codes?.flatMap((of) => (of.scheme && of.value && of.validFrom ? [{ scheme: of.scheme, value: of.value, validFrom: of.validFrom, validTo: of.validTo }] : [])),
              validFrom: it.validFrom,
              validTo: it.validTo || undefined,
            },
          }),
        )
      }}
    />
  )
}

function Import() {
  const say = useSay()
  const api = useApi()
  return (
    <Change
      name={say('Nhập từ CSV', 'Import CSV')}
      initial={{ file: undefined as File | undefined }}
      fields={(it, set) => (
        <>
          <p className="soft small">code;name;kind;parent;supervisor;mailbox;aliases;validFrom;validTo;codes</p>
          <FileTrigger acceptedFileTypes={['.csv']} onSelect={(files) => files?.[0] && set({ file: files[0] })}>
            <Button>{it.file ? it.file.name : say('Chọn tệp', 'Choose a file')}</Button>
          </FileTrigger>
        </>
      )}
      run={async (it, key) => {
        if (!it.file) {
          throw new Error(say('Chưa chọn tệp.', 'No file was chosen.'))
        }
        await orProblem(
          await api.fetch('document', '/api/v1/agencies/import', { method: 'POST', body: it.file, headers: { 'Content-Type': 'text/csv', 'Idempotency-Key': key } }),
        )
      }}
    />
  )
}

/** Agencies that ended, and those that took over. */
export function Successions() {
  const say = useSay()
  const api = useApi()
  const admin = useMay('ADMIN')
  const { agencies, nameOf } = useAgencies()
  return (
    <>
      {admin && (
        <div className="actions">
          <Change
            name={say('Thêm kế thừa', 'Add a succession')}
            initial={{ from: '', to: '', on: '', note: '' }}
            fields={(it, set) => (
              <>
                <Find label={say('Cơ quan kết thúc', 'Ends')} value={it.from} onChange={(from) => set({ from })} options={agencies.map((of) => [of.code, of.name])} required />
                <Find label={say('Cơ quan kế thừa', 'Takes over')} value={it.to} onChange={(to) => set({ to })} options={agencies.map((of) => [of.code, of.name])} required />
                <Day label={say('Từ ngày', 'On')} value={it.on} onChange={(on) => set({ on })} required />
                <Words label={say('Căn cứ', 'Note')} value={it.note} onChange={(note) => set({ note })} />
              </>
            )}
            run={(it, key) =>
              answer(
                api.documents.POST('/api/v1/agencies/successions', {
                  params: { header: keyed(key) },
                  body: { from: it.from ? [it.from] : [], to: it.to ? [it.to] : [], on: it.on, note: it.note || undefined },
                }),
              )
            }
          />
        </div>
      )}
      <Rows<Documents['SuccessionView']>
        asked={['successions']}
        page={(cursor) => answer(api.documents.GET('/api/v1/agencies/successions', { params: { query: { cursor, limit: 100, count: cursor === undefined } } }))}
        rowKey={(it) => `${it.on} ${it.from?.join()} ${it.to?.join()}`}
        label={say('Kế thừa', 'Successions')}
        empty={say('Chưa có.', 'None yet.')}
        columns={[
          { name: say('Ngày', 'On'), width: '7rem', cell: (it) => day(it.on) },
          { name: say('Kết thúc', 'Ended'), width: 'minmax(0, 2fr)', cell: (it) => it.from?.map(nameOf).join('; ') },
          { name: say('Kế thừa', 'Took over'), width: 'minmax(0, 2fr)', cell: (it) => it.to?.map(nameOf).join('; ') },
          { name: say('Căn cứ', 'Note'), width: 'minmax(0, 1.5fr)', wide: true, cell: (it) => it.note },
        ]}
      />
    </>
  )
}

/** What is added would otherwise take the place of what has that code. */
async function exists(api: Api, code: string): Promise<boolean> {
  const asked = await api.documents.GET('/api/v1/agencies/{code}', { params: { path: { code } } })
  if (asked.response.status === 404) {
    return false
  }
  await answer(Promise.resolve(asked))
  return true
}
