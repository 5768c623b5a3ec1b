import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { Link, useParams } from 'react-router'
import { answer, versioned, type Documents } from '../app/api'
import { day, moment, number } from '../app/format'
import { useLanguage, useSay } from '../app/language'
import { useApi, useMay } from '../app/session'
import { DIRECTIVE_STATUSES, word } from '../app/words'
import { Check } from '../parts/fields'
import { download } from '../parts/files'
import { Lineage } from '../parts/lineage'
import { Paper, type Selected, type Span } from '../parts/paper'
import { useAsked } from '../parts/search'
import { Asked, Refusal } from '../parts/states'
import { Title } from '../parts/title'
import type { Desk } from './directive/desk'
import { OfADraft, Preview } from './directive/draft'
import { Correct, Duty, Remove } from './directive/duty'
import { Amendments, OfAnIssued, Proposals } from './directive/issued'
import { CorrectTarget, TargetOf } from './directive/target'

type Provision = Documents['Provision']
type Target = Documents['Target']

/** Below this a finding is to be looked at before the paper is issued. */
const SURE = 0.9

export default function DirectivePage() {
  const { id = '' } = useParams()
  const say = useSay()
  const api = useApi()
  const query = useQuery({
    queryKey: ['directive', id, 'versioned'],
    queryFn: () => versioned(api.documents.GET('/api/v1/directives/{id}', { params: { path: { id } } })),
  })
  const head = query.data?.data.reading?.head
  return (
    <>
      <Title name={head?.number ?? query.data?.data.sourceName ?? say('Văn bản', 'Directive')}>
        <Link to="/directives">{say('Tất cả văn bản', 'All directives')}</Link>
      </Title>
      <Asked query={query}>{({ data, etag }) => <Whole desk={{ directive: data, etag, id }} />}</Asked>
    </>
  )
}

function Whole({ desk }: { desk: Desk }) {
  const say = useSay()
  const api = useApi()
  const clerk = useMay('CLERK')
  const reader = useMay('CLERK', 'AUDITOR')
  const { directive, id } = desk
  const [failed, setFailed] = useState<unknown>()
  const head = directive.reading?.head ?? {}
  const draft = directive.status === 'DRAFT' || directive.status === 'CHECKED'
  return (
    <>
      <p className="lead">{head.subject}</p>
      <p>
        <span className="tag">{word(DIRECTIVE_STATUSES, directive.status, say)}</span>{' '}
        <span className="soft">
          {[head.issuer, day(head.issueDate ?? directive.issuedOn), head.signer?.name && `${say('người ký', 'signed by')} ${head.signer.name}`].filter(Boolean).join(' · ')}
        </span>
      </p>
      {directive.ending && (
        <p className="told">
          {day(directive.ending.on)}: {directive.ending.reason}{' '}
          {directive.ending.replacedBy && <Link to={`/directives/${directive.ending.replacedBy}`}>{say('văn bản thay thế', 'what replaced it')}</Link>}
        </p>
      )}
      {directive.notTakenUp?.map((it, at) => (
        <p key={at} className="told">
          {it.service}: {say(it.detail ?? '', it.detailEn ?? '')} ({moment(it.since)})
        </p>
      ))}
      <div className="actions">
        {clerk && draft && <OfADraft desk={desk} />}
        {clerk && !draft && directive.status !== 'REVOKED' && <OfAnIssued desk={desk} />}
        <Link className="button" to={`/tasks?standing=ALL&directive=${encodeURIComponent(id)}`}>
          {say('Nhiệm vụ của văn bản', 'Its tasks')}
        </Link>
        <Button
          onPress={() => {
            setFailed(undefined)
            download(api, 'document', `/api/v1/directives/${id}/file`, directive.sourceName ?? 'van-ban').catch(setFailed)
          }}
        >
          {say('Tải bản gốc', 'The original')}
        </Button>
      </div>
      <Refusal error={failed} />
      {clerk && draft && <Preview id={id} />}
      {reader && !draft && <Proposals id={id} />}
      <Reading desk={desk} correctable={clerk && draft} />
      <Amendments directive={directive} />
      <section>
        <h2>{say('Văn bản liên quan', 'Lineage')}</h2>
        <Lineage id={id} number={head.number ?? ''} />
      </section>
      {reader && <Corrections id={id} />}
    </>
  )
}

/** The paper at the left, what was read out of it at the right, each leading to the other. */
function Reading({ desk, correctable }: { desk: Desk; correctable: boolean }) {
  const say = useSay()
  const api = useApi()
  const { language } = useLanguage()
  const { directive, id } = desk
  const [asked, ask] = useAsked('clause')
  const [chosen, setChosen] = useState(asked.clause ? `duty:${asked.clause}` : '')
  const [onlyUnsure, setOnlyUnsure] = useState(false)
  const [selected, setSelected] = useState<Selected>()
  const list = useRef<HTMLDivElement>(null)
  const text = useQuery({
    queryKey: ['directive', id, 'text'],
    queryFn: () => answer(api.documents.GET('/api/v1/directives/{id}/text', { params: { path: { id } }, parseAs: 'text' })),
  })
  const reading = directive.reading ?? {}
  const whys = new Map<string, Documents['SureOf'][]>()
  for (const it of directive.sure ?? []) {
    if ((it.confidence ?? 1) < SURE) {
      const key = `${it.field === 'TARGET' ? 'target' : 'duty'}:${it.path}`
      whys.set(key, [...(whys.get(key) ?? []), it])
    }
  }
  const found: Found[] = [
    ...(reading.provisions ?? []).map((it) => ({ key: `duty:${it.path}`, mark: it.mark, unsure: whys.get(`duty:${it.path}`) ?? [], duty: it })),
    ...(reading.targets ?? []).map((it) => ({ key: `target:${it.path}`, mark: it.mark, unsure: whys.get(`target:${it.path}`) ?? [], target: it })),
    ...(reading.findings ?? []).map((it, at) => ({ key: `finding:${at}`, mark: it.mark, unsure: [{ why: it.vi, whyEn: it.en }], finding: it })),
  ]
  const spans: Span[] = found.flatMap((it) =>
    it.mark?.end ? [{ start: it.mark.start ?? 0, end: it.mark.end, key: it.key, unsure: it.unsure.length > 0 }] : [],
  )
  const choose = (key: string) => {
    setChosen(key)
    ask({ clause: key.startsWith('duty:') ? key.slice(5) : '' })
  }
  useEffect(() => {
    list.current?.querySelector('.chosen')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const shown = found.filter((it) => !onlyUnsure || it.unsure.length > 0)
  const unsure = found.filter((it) => it.unsure.length > 0).length
  return (
    <section>
      <h2>{say('Đã đọc được', 'What was read')}</h2>
      <div className="actions">
        <span>
          {number(reading.provisions?.length ?? 0)} {say('nhiệm vụ', 'duties')}, {number(reading.targets?.length ?? 0)} {say('mục tiêu', 'targets')}
        </span>
        {unsure > 0 && (
          <Check
            label={
              <>
                {say('chỉ những điểm máy chưa chắc', 'only what the reader is not sure of')} ({number(unsure)})
              </>
            }
            value={onlyUnsure}
            onChange={setOnlyUnsure}
          />
        )}
        {correctable && <Correct desk={desk} selected={selected} />}
        {correctable && <CorrectTarget desk={desk} selected={selected} />}
      </div>
      <div className="halves">
        <Asked query={text}>{(it) => <Paper text={String(it)} spans={spans} chosen={chosen} choose={choose} select={correctable ? setSelected : undefined} />}</Asked>
        <div className="findings" ref={list} tabIndex={0} aria-label={say('Đã đọc được', 'What was read')} role="region">
          {shown.map((it) => (
            <article key={it.key} className={`${it.unsure.length ? 'unsure' : ''} ${chosen === it.key ? 'chosen' : ''}`}>
              {it.duty && <Duty duty={it.duty} />}
              {it.target && <TargetOf target={it.target} />}
              {it.finding && <strong>{say('Cần xem', 'To look at')}</strong>}
              {it.unsure.map((why, at) => (
                <p key={at} className="late-text small">
                  {language === 'vi' ? why.why : (why.whyEn ?? why.why)}
                </p>
              ))}
              <div className="actions">
                {!!it.mark?.end && (
                  <Button className="plain" onPress={() => choose(it.key)}>
                    {say('Chỗ này trong văn bản', 'Where it stands')}
                  </Button>
                )}
                {correctable && it.duty && <Correct desk={desk} duty={it.duty} />}
                {correctable && it.duty && <Remove desk={desk} path={it.duty.path ?? ''} target={false} />}
                {correctable && it.target && <CorrectTarget desk={desk} target={it.target} />}
                {correctable && it.target && <Remove desk={desk} path={it.target.path ?? ''} target />}
              </div>
            </article>
          ))}
        </div>
      </div>
    </section>
  )
}

interface Found {
  key: string
  mark: Documents['Mark'] | undefined
  unsure: { why?: string; whyEn?: string }[]
  duty?: Provision
  target?: Target
  finding?: Documents['Finding']
}

function Corrections({ id }: { id: string }) {
  const say = useSay()
  const api = useApi()
  const query = useQuery({
    queryKey: ['directive', id, 'corrections'],
    queryFn: () => answer(api.documents.GET('/api/v1/directives/{id}/corrections', { params: { path: { id } } })),
  })
  if (!query.data?.length) {
    return <Refusal error={query.error} retry={() => void query.refetch()} />
  }
  return (
    <section>
      <h2>{say('Văn thư đã sửa', 'Corrected by the clerk')}</h2>
      <ul>
        {query.data.map((it, at) => (
          <li key={at}>
            {moment(it.at)} {it.by}: {it.reason}{' '}
            {[...(it.after ?? []), ...(it.before ?? [])]
              .map((duty) => duty.path)
              .filter((path, n, all) => all.indexOf(path) === n)
              .join(', ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
