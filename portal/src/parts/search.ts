import { useSearchParams } from 'react-router'

/** What a page is asked for stands in its address: it can be kept, sent and gone back to. */
export function useAsked<Name extends string>(...names: Name[]): [Record<Name, string>, (part: Partial<Record<Name, string>>) => void] {
  const [parameters, setParameters] = useSearchParams()
  const asked = Object.fromEntries(names.map((it) => [it, parameters.get(it) ?? ''])) as Record<Name, string>
  const ask = (part: Partial<Record<Name, string>>) =>
    setParameters(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries<string | undefined>(part)) {
          if (value) {
            next.set(name, value)
          } else {
            next.delete(name)
          }
        }
        return next
      },
      { replace: true },
    )
  return [asked, ask]
}
