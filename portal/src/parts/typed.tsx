import { useEffect, useState } from 'react'
import { Button, Input, Label, SearchField } from 'react-aria-components'

const PAUSE_MILLISECONDS = 250

/** Words to search for; asked once one stops typing for a moment. */
export function Typed({ label, value, onChange, hint }: { label: string; value: string; onChange: (value: string) => void; hint?: string }) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) {
      return
    }
    const pause = setTimeout(() => onChange(typed), PAUSE_MILLISECONDS)
    return () => clearTimeout(pause)
  }, [typed, value, onChange])
  return (
    <SearchField value={typed} onChange={setTyped} className="typed">
      <Label>{label}</Label>
      <div>
        <Input placeholder={hint} />
        <Button>×</Button>
      </div>
    </SearchField>
  )
}
