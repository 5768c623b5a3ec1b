import { answer, type Api, type Documents } from '../../app/api'
import { keyed } from '../../parts/command'

/** A directive as its page has it, with the version that a change goes by. */
export interface Desk {
  directive: Documents['DirectiveView']
  etag: string
  id: string
}

/** Puts a draft right, as far as nobody else changed it since it was read. */
export function correct(api: Api, { id, etag }: Desk, key: string, body: Documents['CorrectionRequest']): Promise<Documents['Receipt']> {
  return answer(api.documents.POST('/api/v1/directives/{id}/corrections', { params: { path: { id }, header: { ...keyed(key), 'If-Match': etag } }, body }))
}
