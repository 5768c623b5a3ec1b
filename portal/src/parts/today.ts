import { useQuery } from '@tanstack/react-query'
import { answer } from '../app/api'
import { today } from '../app/format'
import { useSession } from '../app/session'

const A_MINUTE = 60_000

/** The day by the clock of the services, which decides what is late; the browser's until it is known. */
export function useToday(): string {
  const { api, person } = useSession()
  const query = useQuery({
    queryKey: ['today'],
    queryFn: async () => (await answer(api.documents.GET('/api/v1/provinces'))).on ?? today(),
    staleTime: A_MINUTE,
    refetchInterval: A_MINUTE,
    enabled: person.province !== undefined,
  })
  return query.data ?? today()
}
