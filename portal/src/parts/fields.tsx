import { parseDate, type CalendarDate } from '@internationalized/date'
import { useState, type ReactNode } from 'react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  ComboBox,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  FieldError,
  Group,
  Heading,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
  TextArea,
  TextField,
} from 'react-aria-components'
import { useSay } from '../app/language'

interface Field {
  label: string
  hint?: string
  error?: string
  required?: boolean
}

export function Words({
  label,
  hint,
  error,
  required,
  value,
  onChange,
  rows,
  numeric,
}: Field & { value: string; onChange: (value: string) => void; rows?: number; numeric?: boolean }) {
  return (
    <TextField value={value} onChange={onChange} isRequired={required} isInvalid={!!error} inputMode={numeric ? 'decimal' : 'text'}>
      <Label>{label}</Label>
      {rows ? <TextArea rows={rows} /> : <Input />}
      {hint && <Text slot="description">{hint}</Text>}
      <FieldError>{error}</FieldError>
    </TextField>
  )
}

/** What is typed stays as it is typed; what it says goes on. */
export function Kept({ initial, onChange, ...field }: Field & { initial: string; onChange: (text: string) => void; numeric?: boolean }) {
  const [text, setText] = useState(initial)
  return (
    <Words
      {...field}
      value={text}
      onChange={(typed) => {
        setText(typed)
        onChange(typed)
      }}
    />
  )
}

/** A whole number, or none. */
export function Whole({ value, onChange, ...field }: Field & { value: number | undefined; onChange: (value: number | undefined) => void }) {
  const say = useSay()
  const [wrong, setWrong] = useState(false)
  return (
    <Kept
      {...field}
      error={wrong ? say('Không phải là số nguyên', 'Not a whole number') : undefined}
      initial={value === undefined ? '' : String(value)}
      onChange={(text) => {
        const whole = /^[+-]?\d{1,5}$/.test(text.trim())
        setWrong(text.trim() !== '' && !whole)
        onChange(whole ? Number(text) : undefined)
      }}
      numeric
    />
  )
}

/** A day, or none where an address or a draft says what is no day. */
function dayIn(value: string): CalendarDate | null {
  try {
    return value ? parseDate(value) : null
  } catch {
    return null
  }
}

/** A day, written dd/mm/yyyy and picked from a calendar; kept as `2026-03-31`, empty where there is none. */
export function Day({ label, hint, error, required, value, onChange }: Field & { value: string; onChange: (value: string) => void }) {
  const say = useSay()
  return (
    <DatePicker
      value={dayIn(value)}
      onChange={(it) => onChange(it ? it.toString() : '')}
      isRequired={required}
      isInvalid={!!error}
      shouldForceLeadingZeros
    >
      <Label>{label}</Label>
      <Group className="day">
        <DateInput>{(segment) => <DateSegment segment={segment} />}</DateInput>
        <Button aria-label={say('Chọn ngày', 'Pick a day')}>▾</Button>
      </Group>
      {hint && <Text slot="description">{hint}</Text>}
      <FieldError>{error}</FieldError>
      <Popover>
        <Dialog>
          <Calendar>
            <header>
              <Button slot="previous">‹</Button>
              <Heading />
              <Button slot="next">›</Button>
            </header>
            <CalendarGrid>{(date) => <CalendarCell date={date} />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}

/** One of a few, as the browser shows it. */
export function Choice({
  label,
  value,
  onChange,
  options,
  any,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  options: readonly (readonly [string, string])[]
  any?: string
}) {
  return (
    <label className="choice">
      <span>{label}</span>
      <select value={value} onChange={(it) => onChange(it.target.value)}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** One of many, found as one types. */
export function Find({
  label,
  value,
  onChange,
  options,
  required,
  focused,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  options: readonly (readonly [string, string])[]
  required?: boolean
  /** Whether it has the focus as soon as it is there. */
  focused?: boolean
}) {
  return (
    <ComboBox
      autoFocus={focused}
      defaultItems={options.map(([id, name]) => ({ id, name }))}
      defaultFilter={(text, typed) => plain(text).includes(plain(typed))}
      selectedKey={value || null}
      onSelectionChange={(key) => onChange(key === null ? '' : String(key))}
      isRequired={required}
    >
      <Label>{label}</Label>
      <Group className="day">
        <Input />
        <Button>▾</Button>
      </Group>
      <Popover>
        <ListBox>{(it: { id: string; name: string }) => <ListBoxItem textValue={it.name}>{it.name}</ListBoxItem>}</ListBox>
      </Popover>
    </ComboBox>
  )
}

/** Letters without their marks, for whoever types without them. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase()
}

export function Check({ label, value, onChange }: { label: ReactNode; value: boolean; onChange: (value: boolean) => void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={value} onChange={(it) => onChange(it.target.checked)} />
      <span>{label}</span>
    </label>
  )
}
