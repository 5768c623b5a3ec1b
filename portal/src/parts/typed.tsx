import { useEffect, useRef, useState } from 'react'
import { Button, Input, Label, SearchField } from 'react-aria-components'

const PAUSE_MILLISECONDS = 250

/** Words to search for; asked once one stops typing for a moment. */
export function Typed({ label, value, onChange, hint }: { label: string; value: string; onChange: (value: string) => void; hint?: string }) {
  const [typed, setTyped] = useState(value)
  const said = useRef(value)
  useEffect(() => {
    // What comes back of what was typed here is older than what is typed by now.
    if (value !== said.current) {
      said.current = value
      setTyped(value)
    }
  }, [value])
  useEffect(() => {
    if (typed === value) {
      return
    }
    const pause = setTimeout(() => {
      said.current = typed
      onChange(typed)
    }, PAUSE_MILLISECONDS)
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
