import { DropZone, FileTrigger, Button, isFileDropItem } from 'react-aria-components'
import { Link, useNavigate } from 'react-router'
import { answer, type Documents } from '../app/api'
import { day, number } from '../app/format'
import { useSay } from '../app/language'
import { useApi, useMay } from '../app/session'
import { DIRECTIVE_STATUSES, options, word } from '../app/words'
import { sameFile, useCommand } from '../parts/command'
import { Choice, Day } from '../parts/fields'
import { upload } from '../parts/files'
import { Rows } from '../parts/rows'
import { useAsked } from '../parts/search'
import { Refusal } from '../parts/states'
import { Title } from '../parts/title'
import { Typed } from '../parts/typed'

type Row = Documents['DirectiveRow']

/** The registry, found as one types; the clerk drops a paper on it. */
export default function DirectivesPage() {
  const say = useSay()
  const api = useApi()
  const clerk = useMay('CLERK')
  const [asked, ask] = useAsked('q', 'number', 'status', 'from', 'to')
  const query = {
    q: asked.q || undefined,
    number: asked.number || undefined,
    status: (asked.status || undefined) as Row['status'],
    from: asked.from || undefined,
    to: asked.to || undefined,
  }
  return (
    <>
      <Title name={say('Văn bản', 'Directives')} />
      {clerk && <Intake />}
      <div className="filters">
        <Typed label={say('Tìm trong toàn văn', 'Find in the text')} value={asked.q} onChange={(q) => ask({ q })} hint={say('gõ không dấu cũng được: cai cach hanh chinh', 'diacritics not needed')} />
        <Typed label={say('Số, ký hiệu', 'Number')} value={asked.number} onChange={(it) => ask({ number: it })} />
        <Choice label={say('Tình trạng', 'Status')} value={asked.status} onChange={(status) => ask({ status })} options={options(DIRECTIVE_STATUSES, say)} any={say('Tất cả', 'All')} />
        <Day label={say('Ban hành từ', 'Issued from')} value={asked.from} onChange={(from) => ask({ from })} />
        <Day label={say('đến', 'to')} value={asked.to} onChange={(to) => ask({ to })} />
      </div>
      <Rows<Row>
        asked={['directives', query]}
        page={(cursor) => answer(api.documents.GET('/api/v1/directives', { params: { query: { ...query, cursor, limit: 100, count: cursor === undefined } } }))}
        rowKey={(it) => it.id ?? ''}
        label={say('Văn bản', 'Directives')}
        refresh={15_000}
        empty={say('Không có văn bản nào như vậy.', 'There are no such directives.')}
        columns={[
          { name: say('Số, ký hiệu', 'Number'), width: 'minmax(5.8rem, 1.4fr)', cell: (it) => <Link to={`/directives/${it.id}`}>{it.head?.number ?? it.sourceName ?? say('chưa có số', 'no number')}</Link> },
          {
            name: say('Trích yếu', 'Subject'),
            width: 'minmax(0, 4fr)',
            cell: (it) => (
              <>
                <span className="clamp">{it.head?.subject}</span>
                <span className="soft small">{it.head?.issuer}</span>
              </>
            ),
          },
          { name: say('Ngày', 'Day'), width: '6.5rem', wide: true, cell: (it) => day(it.issuedOn ?? it.head?.issueDate) },
          { name: say('Nhiệm vụ', 'Duties'), width: '5.5rem', wide: true, number: true, cell: (it) => number(it.duties) },
          { name: say('Mục tiêu', 'Targets'), width: '5.5rem', wide: true, number: true, cell: (it) => number(it.targets) },
          {
            name: say('Tình trạng', 'Status'),
            width: '7.5rem',
            cell: (it) => (
              <>
                <span className="tag">{word(DIRECTIVE_STATUSES, it.status, say)}</span>
                {it.status === 'DRAFT' && !!it.findings && (
                  <div className="soft small">
                    {number(it.findings)} {say('điểm cần xem', 'points to look at')}
                  </div>
                )}
              </>
            ),
          },
        ]}
      />
    </>
  )
}

function Intake() {
  const say = useSay()
  const api = useApi()
  const navigate = useNavigate()
  const send = useCommand(
    (file: File, key) => upload(api, 'document', `/api/v1/directives/intake?name=${encodeURIComponent(file.name)}`, file, key),
    (receipt) => void navigate(`/directives/${receipt.id}`),
    sameFile,
  )
  return (
    <>
      <DropZone
        className="drop"
        onDrop={async (event) => {
          const item = event.items.find(isFileDropItem)
          if (item) {
            send.mutate(await item.getFile())
          }
        }}
      >
        <p slot="label">
          {send.isPending ? say('Đang đọc văn bản…', 'Reading the paper…') : say('Kéo tệp văn bản vào đây (DOCX, PDF có chữ, HTML, edXML, TXT), hoặc', 'Drop a paper here (DOCX, PDF with text, HTML, edXML, TXT), or')}
        </p>
        <FileTrigger acceptedFileTypes={['.docx', '.pdf', '.html', '.txt', '.xml', '.edxml']} onSelect={(files) => files?.[0] && send.mutate(files[0])}>
          <Button className="primary" isPending={send.isPending}>
            {say('Chọn tệp', 'Choose a file')}
          </Button>
        </FileTrigger>
      </DropZone>
      <Refusal error={send.error} />
      <br />
    </>
  )
}
