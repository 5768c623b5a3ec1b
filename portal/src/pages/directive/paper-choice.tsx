import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer } from '../../app/api'
import { day } from '../../app/format'
import { useSay } from '../../app/language'
import { useApi } from '../../app/session'
import { Choice } from '../../parts/fields'
import { Refusal } from '../../parts/states'
import { Typed } from '../../parts/typed'

const MOST = 50

/** Another paper that was issued, found by its number; none, if none is chosen. */
export function PaperChoice({ label, except, value, onChange }: { label: string; except: string; value: string; onChange: (id: string) => void }) {
  const say = useSay()
  const api = useApi()
  const [number, setNumber] = useState('')
  const query = useQuery({
    queryKey: ['directives', 'issued', number],
    queryFn: () => answer(api.documents.GET('/api/v1/directives', { params: { query: { number: number || undefined, limit: MOST } } })),
  })
  const [chosen, setChosen] = useState<readonly [id: string, name: string]>()
  const found = (query.data?.items ?? [])
    .filter((it) => it.id !== except && (it.status === 'ISSUED' || it.status === 'AMENDED'))
    .map((it) => [it.id ?? '', `${it.head?.number ?? it.sourceName} (${day(it.head?.issueDate)})`] as const)
  // What was chosen stays to be seen while one looks for another.
  const options = chosen && !found.some(([id]) => id === chosen[0]) ? [chosen, ...found] : found
  return (
    <div className="filters">
      <Typed label={`${label}: ${say('tìm theo số', 'find by number')}`} value={number} onChange={setNumber} />
      <Choice
        label={label}
        value={value}
        onChange={(id) => {
          setChosen(options.find(([of]) => of === id))
          onChange(id)
        }}
        options={options}
        any={say('không nêu', 'not said')}
      />
      {query.data?.next && <span className="soft small">{say('Còn văn bản khác: gõ số để tìm.', 'There are more: type a number to find them.')}</span>}
      <Refusal error={query.error} />
    </div>
  )
}
