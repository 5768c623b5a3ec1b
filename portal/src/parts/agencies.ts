import { useQuery } from '@tanstack/react-query'
import { answer, type Api } from '../app/api'
import { useApi, useSession } from '../app/session'
import { everything } from './everything'

const A_WHILE_MILLISECONDS = 10 * 60_000

export interface Agency {
  code: string
  name: string
  kind: string
}

async function all({ documents }: Api): Promise<Agency[]> {
  const { items } = await everything((cursor) => answer(documents.GET('/api/v1/agencies', { params: { query: { fields: 'code,name,kind', limit: 200, cursor } } })))
  return items.map(({ code = '', name = code, kind = '' }) => ({ code, name, kind }))
}

/** The agencies of the province, and their names by their codes; a code stands for itself until names are there. */
export function useAgencies(): { agencies: Agency[]; nameOf: (code: string | undefined) => string } {
  const api = useApi()
  const { person } = useSession()
  const query = useQuery({
    queryKey: ['agencies'],
    queryFn: () => all(api),
    staleTime: A_WHILE_MILLISECONDS,
    enabled: person.province !== undefined,
  })
  const names = new Map((query.data ?? []).map((it) => [it.code, it.name]))
  return { agencies: query.data ?? [], nameOf: (code) => (code ? (names.get(code) ?? code) : '—') }
}
