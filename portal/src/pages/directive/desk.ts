import type { Documents } from '../../app/api'

/** A directive as its page has it, with the version that a change goes by. */
export interface Desk {
  directive: Documents['DirectiveView']
  etag: string
  id: string
}
