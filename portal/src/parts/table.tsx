import type { ReactNode } from 'react'

/** A table of a few dozen rows, which scrolls sideways where it does not fit; a head in brackets is of numbers. */
export function Table({ label, heads, children }: { label: string; heads: (string | [number: ReactNode])[]; children: ReactNode }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            {heads.map((it, at) => (
              <th key={at} className={typeof it === 'string' ? undefined : 'number'}>
                {typeof it === 'string' ? it : it[0]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
