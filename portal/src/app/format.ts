/** Days, times and numbers as Vietnam writes them, in either language: 31/03/2026, 08:00, 1.234,5. */

const HANOI = 'Asia/Ho_Chi_Minh'
const NONE = '—'
const time = new Intl.DateTimeFormat('vi-VN', {
  timeZone: HANOI,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

export function day(date: string | undefined): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '')
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : (date ?? NONE)
}

export function moment(instant: string | undefined): string {
  if (!instant) {
    return NONE
  }
  const parts = Object.fromEntries(time.formatToParts(new Date(instant)).map((it) => [it.type, it.value]))
  return `${parts.hour}:${parts.minute} ${parts.day}/${parts.month}/${parts.year}`
}

/** `2026-03` is tháng 3/2026, `2026-Q1` quý I/2026, `2026-H1` 6 tháng đầu năm 2026. */
export function period(code: string | undefined, english = false): string {
  const parts = /^(\d{4})(?:-(?:(\d{2})|Q(\d)|H(\d)))?$/.exec(code ?? '')
  if (!parts) {
    return code ?? NONE
  }
  const [, year, month, quarter, half] = parts
  if (month) {
    return english ? `${month}/${year}` : `tháng ${Number(month)}/${year}`
  }
  if (quarter) {
    return english ? `Q${quarter} ${year}` : `quý ${['I', 'II', 'III', 'IV'][Number(quarter) - 1]}/${year}`
  }
  if (half) {
    return english ? `H${half} ${year}` : `6 tháng ${half === '1' ? 'đầu' : 'cuối'} năm ${year}`
  }
  return english ? `${year}` : `năm ${year}`
}

/** The day of today in Hà Nội. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: HANOI }).format(new Date())
}

/** Whole days from one day to another; negative where the other is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

export function number(value: number | string | undefined, decimals?: number): string {
  if (value === undefined || value === null || value === '') {
    return NONE
  }
  return new Intl.NumberFormat('vi-VN', {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 6,
  }).format(Number(value))
}

const plainly = new Intl.NumberFormat('vi-VN', { useGrouping: false, maximumFractionDigits: 20 })

/** A number as one would type it: 1234,5. */
export function typed(value: number | undefined): string {
  return value === undefined ? '' : plainly.format(value)
}

/** What a number of the browser holds without rounding. */
const MOST_DIGITS = 15

/** What somebody typed as Vietnam writes it; `undefined` if it is no number, or one with more digits than could be kept. */
export function typedNumber(text: string): number | undefined {
  const plain = text.trim().replaceAll(' ', '')
  if (!/^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(plain)) {
    return undefined
  }
  if (plain.replace(/^-?0*/, '').replace(/\D/g, '').length > MOST_DIGITS) {
    return undefined
  }
  return Number(plain.replaceAll('.', '').replace(',', '.'))
}

export function bytes(size: number | undefined): string {
  if (size === undefined) {
    return NONE
  }
  return size < 1024 ? `${size} B` : size < 1024 * 1024 ? `${number(size / 1024, 1)} KB` : `${number(size / 1024 / 1024, 1)} MB`
}

/** What stands on the lines of a text, without empty ones. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((it) => it.trim())
    .filter(Boolean)
}

/** What is wrong with what should be a number, in both languages; nothing if it is one or empty. */
export function notANumber(text: string): readonly [vi: string, en: string] | undefined {
  return text.trim() && typedNumber(text) === undefined ? ['Không phải là số; viết như 1.234,5', 'This is no number; write it as 1.234,5'] : undefined
}
