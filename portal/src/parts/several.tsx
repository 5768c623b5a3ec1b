import { useState } from 'react'
import { useSay } from '../app/language'
import { useAgencies } from './agencies'
import { Find } from './fields'

/** Some agencies, each found as one types. */
export function Several({ label, chosen, onChange }: { label: string; chosen: string[]; onChange: (codes: string[]) => void }) {
  const say = useSay()
  const { agencies, nameOf } = useAgencies()
  // The field is another one, empty, after each change; the focus goes on in it.
  const [changed, setChanged] = useState(false)
  const change = (codes: string[]) => {
    setChanged(true)
    onChange(codes)
  }
  return (
    <div>
      <Find
        key={chosen.length}
        focused={changed}
        label={label}
        value=""
        onChange={(code) => code && !chosen.includes(code) && change([...chosen, code])}
        options={agencies.map((it) => [it.code, it.name])}
      />
      {chosen.length > 0 && (
        <ul aria-label={label}>
          {chosen.map((it) => (
            <li key={it}>
              {nameOf(it)}{' '}
              <button type="button" className="plain" aria-label={`${say('Bỏ', 'Remove')} ${nameOf(it)}`} onClick={() => change(chosen.filter((other) => other !== it))}>
                {say('bỏ', 'remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
