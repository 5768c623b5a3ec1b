import type { Documents } from '../app/api'
import { day } from '../app/format'
import type { Say } from '../app/language'
import { LIMITS, word } from '../app/words'

/** A limit as it is sent: what nobody touches goes back as it was read. */
export type Limit = Documents['LimitRequest']
type Read = Documents['TimeLimit']

export const EACH = {
  DAILY: ['hằng ngày', 'daily'],
  WEEKLY: ['hằng tuần', 'weekly'],
  MONTHLY: ['hằng tháng', 'monthly'],
  QUARTERLY: ['hằng quý', 'quarterly'],
  SEMIANNUAL: ['6 tháng một lần', 'half-yearly'],
  ANNUAL: ['hằng năm', 'yearly'],
} as const

export const COUNTED_IN = {
  HOUR: ['giờ', 'hours'],
  DAY: ['ngày', 'days'],
  WORKING_DAY: ['ngày làm việc', 'working days'],
} as const

export const COUNTED_FROM = {
  ISSUE_DATE: ['ngày ban hành', 'the day of issue'],
  RECEIPT: ['ngày nhận văn bản', 'receipt'],
  EVENT: ['một sự kiện khác', 'another event'],
  OTHER_DEADLINE: ['một thời hạn khác', 'another deadline'],
} as const

export const WEEKDAYS: readonly (readonly [vi: string, en: string])[] = [
  ['thứ Hai', 'Monday'],
  ['thứ Ba', 'Tuesday'],
  ['thứ Tư', 'Wednesday'],
  ['thứ Năm', 'Thursday'],
  ['thứ Sáu', 'Friday'],
  ['thứ Bảy', 'Saturday'],
  ['Chủ nhật', 'Sunday'],
]

const PERIODS: Record<string, readonly [vi: string, en: string]> = {
  QUARTERLY: ['quý', 'quarter'],
  SEMIANNUAL: ['6 tháng', 'half-year'],
  ANNUAL: ['năm', 'year'],
}

/** What was read, as it can be sent. */
export function asSent(limit: Read | undefined): Limit {
  const { kind, phrase, date, inclusive, time, relative, frequency, recurrence, period, embeddedIn } = limit ?? {}
  const { day: dayOf, days, month, monthOfPeriod, periodOffset, weekday, weekOfMonth } = recurrence ?? {}
  return {
    kind: kind ?? 'NONE',
    phrase,
    date,
    inclusive: recurrence?.inclusive ?? inclusive,
    time,
    relative: relative && { amount: relative.amount, unit: relative.unit, from: relative.from },
    frequency,
    recurrence: recurrence && { day: dayOf, days, month, monthOfPeriod, periodOffset, weekday, weekOfMonth },
    period,
    embeddedIn,
  }
}

/** The limit as the system understands it, in words beside those of the paper. */
export function limitText(limit: Limit, say: Say): string {
  const before = limit.inclusive === false && !limit.time
  if (limit.kind === 'DATE' && limit.date) {
    return [limit.time, before && say('trước', 'before'), day(limit.date)].filter(Boolean).join(' ')
  }
  if (limit.kind === 'DATE' && limit.relative) {
    const { amount = 0, unit = 'DAY', from = 'EVENT' } = limit.relative
    const counted = `${Math.abs(amount)} ${say(COUNTED_IN[unit])}`
    return amount < 0 ? `${counted} ${say('trước', 'before')} ${say(COUNTED_FROM[from])}` : `${counted} ${say('kể từ', 'from')} ${say(COUNTED_FROM[from])}`
  }
  if (limit.kind === 'RECURRING') {
    const named = on(limit, say)
    return [word(EACH, limit.frequency, say), before && named ? `${say('trước', 'before')} ${named}` : named, limit.embeddedIn && `${say('trong', 'inside')} ${limit.embeddedIn}`]
      .filter(Boolean)
      .join(', ')
  }
  return word(LIMITS, limit.kind, say)
}

/** The day of its period, if one is named. */
function on({ frequency = '', recurrence = {} }: Limit, say: Say): string {
  const { day: dayOf, days, month, monthOfPeriod, periodOffset, weekday, weekOfMonth } = recurrence
  if (days?.length) {
    return daysOfYear(days)
  }
  const inMonth = [
    weekday !== undefined && say(WEEKDAYS[weekday - 1] ?? ['', '']),
    weekOfMonth !== undefined && (weekOfMonth < 0 ? say('tuần cuối', 'of the last week') : say(`tuần thứ ${weekOfMonth}`, `of week ${weekOfMonth}`)),
    dayOf !== undefined && say(`ngày ${dayOf}`, `day ${dayOf}`),
    month !== undefined && say(`tháng ${month}`, `of month ${month}`),
    monthOfPeriod !== undefined && say(`tháng thứ ${monthOfPeriod} của ${PERIODS[frequency]?.[0] ?? 'kỳ'}`, `of month ${monthOfPeriod} of the ${PERIODS[frequency]?.[1] ?? 'period'}`),
  ].filter(Boolean)
  return [...inMonth, periodOffset === 1 && say('kỳ sau', 'of the next period')].filter(Boolean).join(' ')
}

/** Of another kind, or counted another way: what belonged to the old one is gone, the words of the paper stay. */
export function become(limit: Limit, kind: Limit['kind']): Limit {
  return { kind, phrase: limit.phrase, ...(kind === 'RECURRING' ? { frequency: 'MONTHLY', recurrence: {} } : {}) }
}

/** `06-10` and `12-10` as one writes them: 10/06; 10/12. */
export function daysOfYear(days: string[] | undefined): string {
  return (days ?? []).map((it) => it.split('-').reverse().join('/')).join('; ')
}

/** The same back; what is no day stays as it is, for the service to say so. */
export function monthsFirst(text: string): string[] {
  return text
    .split(/[;,]/)
    .map((it) => it.trim())
    .filter(Boolean)
    .map((it) => /^(\d{1,2})\/(\d{1,2})$/.exec(it)?.slice(1).reverse().map((part) => part.padStart(2, '0')).join('-') ?? it)
}
