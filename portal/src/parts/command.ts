import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { useRef } from 'react'
import { Problem } from '../app/api'
import { uuid } from './uuid'

/**
 * Something to change. One intention has one key: what was sent and never answered is sent again with the same key and
 * happens once; what was refused and put right is another intention.
 */
export function useCommand<Input, Done>(
  run: (input: Input, key: string) => Promise<Done>,
  after?: (done: Done, input: Input) => void,
): UseMutationResult<Done, Error, Input> {
  const queries = useQueryClient()
  const key = useRef(uuid())
  return useMutation({
    mutationFn: (input: Input) => run(input, key.current),
    onSuccess: async (done, input) => {
      key.current = uuid()
      after?.(done, input)
      await queries.invalidateQueries({ predicate: (it) => it.meta?.beingTyped !== true })
    },
    onError: (failed) => {
      const mayHaveHappened = !(failed instanceof Problem) || failed.status >= 500 || failed.status === 429
      if (!mayHaveHappened) {
        key.current = uuid()
      }
    },
  })
}

/** The header that carries the key. */
export function keyed(key: string): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key }
}
