import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { useRef } from 'react'
import { Problem } from '../app/api'
import { uuid } from './uuid'

/**
 * Something to change. One intention has one key: what was sent and never answered is sent again with the same key and
 * happens once; what was refused and put right is another intention.
 *
 * @param of tells apart the intentions of one place, such as the notices of a list
 */
export function useCommand<Input, Done>(
  run: (input: Input, key: string) => Promise<Done>,
  after?: (done: Done, input: Input) => void,
  of: (input: Input) => string = () => '',
): UseMutationResult<Done, Error, Input> {
  const queries = useQueryClient()
  const keys = useRef(new Map<string, string>())
  const keyOf = (input: Input) => {
    const key = keys.current.get(of(input)) ?? uuid()
    keys.current.set(of(input), key)
    return key
  }
  const anew = () => queries.invalidateQueries({ predicate: (it) => it.meta?.beingTyped !== true })
  return useMutation({
    mutationFn: (input: Input) => run(input, keyOf(input)),
    onSuccess: async (done, input) => {
      keys.current.delete(of(input))
      after?.(done, input)
      await anew()
    },
    onError: async (failed, input) => {
      if (!mayHaveHappened(failed)) {
        keys.current.delete(of(input))
      }
      if (failed instanceof Problem && failed.status === OTHER_VERSION) {
        await anew()
      }
    },
  })
}

const OTHER_VERSION = 412

/** Whether what was answered leaves open that the change was made. */
export function mayHaveHappened(failed: unknown): boolean {
  return !(failed instanceof Problem) || failed.status >= 500 || failed.status === 429
}

/** What tells one file from another. */
export function sameFile(file: File): string {
  return `${file.name} ${file.size} ${file.lastModified}`
}

/** The header that carries the key. */
export function keyed(key: string): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key }
}
