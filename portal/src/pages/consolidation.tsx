import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { answer, type Reports } from '../app/api'
import { bytes, lines, moment, period as periodName } from '../app/format'
import { useLanguage, useSay } from '../app/language'
import { useApi, useMay, useSession } from '../app/session'
import { useAgencies } from '../parts/agencies'
import { keyed } from '../parts/command'
import { Act, Change } from '../parts/dialog'
import { everything } from '../parts/everything'
import { Choice, Day, Find, Words } from '../parts/fields'
import { download } from '../parts/files'
import { Asked, Refusal } from '../parts/states'
import { Table } from '../parts/table'
import { useToday } from '../parts/today'

interface Frame {
  basis: 'FILED' | 'APPROVED'
  issuer: string
  superior: string
  number: string
  place: string
  date: string
  signer: string
  signerTitle: string
  to: string
  outside: string
}

/** The consolidated report of a period: as a document, and sent onward. */
export function Consolidate({ form, period }: { form: string; period: string }) {
  const say = useSay()
  const api = useApi()
  const { person } = useSession()
  const { agencies, nameOf } = useAgencies()
  const lead = useMay('LEAD')
  const makes = useMay('CLERK', 'LEAD', 'SUPERVISOR', 'ADMIN')
  const on = useToday()
  const agency = `${person.province}.ubnd`
  const initial: Frame = {
    basis: 'APPROVED',
    issuer: nameOf(person.agency).toUpperCase(),
    superior: '',
    number: '',
    place: '',
    date: on,
    signer: '',
    signerTitle: '',
    to: '',
    outside: '',
  }
  const frame = (input: Frame): Reports['Frame'] => ({
    issuer: input.issuer,
    superior: input.superior || undefined,
    number: input.number || undefined,
    place: input.place,
    date: input.date,
    signer: input.signer,
    signerTitle: input.signerTitle,
    recipients: named(input.outside),
  })
  const fields = (input: Frame, set: (part: Partial<Frame>) => void) => (
    <>
      <Choice
        label={say('Trên cơ sở', 'On the basis of')}
        value={input.basis}
        onChange={(basis) => set({ basis: basis as Frame['basis'] })}
        options={[
          ['APPROVED', say('báo cáo đã duyệt', 'approved reports')],
          ['FILED', say('báo cáo đã nộp', 'filed reports')],
        ]}
      />
      <Words label={say('Cơ quan chủ quản', 'Superior body')} value={input.superior} onChange={(superior) => set({ superior })} />
      <Words label={say('Cơ quan ban hành', 'Issuer')} value={input.issuer} onChange={(issuer) => set({ issuer })} required />
      <Words label={say('Số', 'Number')} value={input.number} onChange={(it) => set({ number: it })} hint="125/BC-SNV" />
      <Words label={say('Địa danh', 'Place')} value={input.place} onChange={(place) => set({ place })} required />
      <Day label={say('Ngày', 'Day')} value={input.date} onChange={(date) => set({ date })} required />
      <Words label={say('Chức vụ người ký', "Signer's title")} value={input.signerTitle} onChange={(signerTitle) => set({ signerTitle })} required />
      <Words label={say('Người ký', 'Signer')} value={input.signer} onChange={(signer) => set({ signer })} required />
      <Words label={say('Nơi nhận khác, mỗi dòng một nơi', 'Other recipients, one a line')} value={input.outside} onChange={(outside) => set({ outside })} rows={2} />
    </>
  )
  if (!makes) {
    return null
  }
  return (
    <div className="actions">
      <Change
        name={say('Báo cáo tổng hợp (Word)', 'Consolidated report (Word)')}
        initial={initial}
        fields={fields}
        send={say('Tải về', 'Download')}
        run={(input) =>
          download(api, 'reporting', '/api/v1/exports/consolidated', `tong-hop-${form}-${period}.docx`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ form, period, agency, basis: input.basis, frame: frame(input) }),
          })
        }
      />
      {lead && (
        <Change
          name={say('Gửi báo cáo tổng hợp', 'Send it onward')}
          initial={initial}
          fields={(input, set) => (
            <>
              {fields(input, set)}
              <Find label={say('Gửi đến', 'To')} value={input.to} onChange={(to) => set({ to })} options={agencies.map((it) => [it.code, it.name])} />
            </>
          )}
          run={(input, key) =>
            answer(
              api.reports.POST('/api/v1/consolidations', {
                params: { header: keyed(key) },
                body: { form, period, agency, basis: input.basis, frame: frame(input), to: input.to ? [input.to] : undefined, outside: named(input.outside) },
              }),
            )
          }
        />
      )}
    </div>
  )
}

/** Nothing at all, where nobody is named. */
function named(text: string): string[] | undefined {
  const all = lines(text)
  return all.length ? all : undefined
}

/** Consolidated reports that went onward, and who has them. */
export function Sent() {
  const say = useSay()
  const api = useApi()
  const { person } = useSession()
  const { language } = useLanguage()
  const { nameOf } = useAgencies()
  const [failed, setFailed] = useState<unknown>()
  const confirms = useMay('CLERK', 'OFFICER', 'LEAD', 'SUPERVISOR')
  const query = useQuery({
    queryKey: ['consolidations'],
    queryFn: () => everything((cursor) => answer(api.reports.GET('/api/v1/consolidations', { params: { query: { cursor, limit: 200 } } }))),
  })
  return (
    <section>
      <h2>{say('Báo cáo tổng hợp đã gửi', 'Consolidated reports sent')}</h2>
      <Refusal error={failed} />
      <Asked query={query} isEmpty={(it) => !it.items?.length} empty={say('Chưa có báo cáo nào được gửi.', 'None was sent yet.')}>
        {(page) => (
          <Table label={say('Báo cáo tổng hợp đã gửi', 'Consolidated reports sent')} heads={[say('Báo cáo', 'Report'), say('Gửi', 'Sent'), say('Đến', 'To'), say('Đã nhận', 'Received')]}>
            {page.items?.map((it) => (
              <tr key={it.id}>
                <td>
                  {it.number} {it.formName}, {periodName(it.period, language === 'en')}
                  <div>
                    <Button className="plain" onPress={() => void download(api, 'reporting', `/api/v1/consolidations/${it.id}/document`, it.documentName ?? 'bao-cao.docx').catch(setFailed)}>
                      {it.documentName} ({bytes(it.documentBytes)})
                    </Button>
                  </div>
                </td>
                <td>
                  {moment(it.sentAt)}
                  <div className="soft small">{it.sender}</div>
                </td>
                <td>{[...(it.to ?? []).map(nameOf), ...(it.outside ?? [])].join('; ')}</td>
                <td>
                  {it.received?.map((received) => (
                    <div key={received.by}>
                      {nameOf(received.by)} {moment(received.at)}
                    </div>
                  ))}
                  {confirms && it.to?.includes(person.agency ?? '') && !it.received?.some((received) => received.by === person.agency) && (
                    <Act name={say('Xác nhận đã nhận', 'Confirm receipt')} run={(key) => answer(api.reports.POST('/api/v1/consolidations/{id}/receipt', { params: { path: { id: it.id ?? '' }, header: keyed(key) } }))} />
                  )}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Asked>
    </section>
  )
}
