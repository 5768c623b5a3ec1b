import { describe, expect, test } from 'vitest'
import { asSent, become, daysOfYear, limitText, monthsFirst, type Limit } from './limit'

const vi = (said: string | readonly [string, string]) => (typeof said === 'string' ? said : said[0])
const en = (said: string | readonly [string, string], english?: string) => (typeof said === 'string' ? (english ?? said) : said[1])

describe('a limit in words', () => {
  test.each<[Limit, string, string]>([
    [{ kind: 'NONE' }, 'Không thời hạn', 'No limit'],
    [{ kind: 'DATE', date: '2025-06-30', inclusive: true }, '30/06/2025', '30/06/2025'],
    [{ kind: 'DATE', date: '2025-06-30', inclusive: false }, 'trước 30/06/2025', 'before 30/06/2025'],
    [{ kind: 'DATE', date: '2025-06-30', inclusive: false, time: '17:00' }, '17:00 30/06/2025', '17:00 30/06/2025'],
    [{ kind: 'DATE', relative: { amount: 10, unit: 'WORKING_DAY', from: 'RECEIPT' } }, '10 ngày làm việc kể từ ngày nhận văn bản', '10 working days from receipt'],
    [{ kind: 'DATE', relative: { amount: -3, unit: 'DAY', from: 'OTHER_DEADLINE' } }, '3 ngày trước một thời hạn khác', '3 days before another deadline'],
    [{ kind: 'RECURRING', frequency: 'MONTHLY', recurrence: { day: 20 }, inclusive: false }, 'hằng tháng, trước ngày 20', 'monthly, before day 20'],
    [{ kind: 'RECURRING', frequency: 'MONTHLY', recurrence: { day: 5, periodOffset: 1 } }, 'hằng tháng, ngày 5 kỳ sau', 'monthly, day 5 of the next period'],
    [{ kind: 'RECURRING', frequency: 'WEEKLY', recurrence: { weekday: 5 } }, 'hằng tuần, thứ Sáu', 'weekly, Friday'],
    [{ kind: 'RECURRING', frequency: 'MONTHLY', recurrence: { weekday: 1, weekOfMonth: -1 } }, 'hằng tháng, thứ Hai tuần cuối', 'monthly, Monday of the last week'],
    [{ kind: 'RECURRING', frequency: 'QUARTERLY', recurrence: { day: 15, monthOfPeriod: 3 } }, 'hằng quý, ngày 15 tháng thứ 3 của quý', 'quarterly, day 15 of month 3 of the quarter'],
    [{ kind: 'RECURRING', frequency: 'ANNUAL', recurrence: { days: ['06-10', '12-10'] }, inclusive: false }, 'hằng năm, trước 10/06; 10/12', 'yearly, before 10/06; 10/12'],
    [{ kind: 'RECURRING', frequency: 'QUARTERLY', embeddedIn: 'báo cáo cải cách hành chính' }, 'hằng quý, trong báo cáo cải cách hành chính', 'quarterly, inside báo cáo cải cách hành chính'],
    [{ kind: 'RECURRING', frequency: 'DAILY', inclusive: false }, 'hằng ngày', 'daily'],
  ])('%o', (limit, vietnamese, english) => {
    expect(limitText(limit, vi)).toBe(vietnamese)
    expect(limitText(limit, en)).toBe(english)
  })
})

test('what was read goes back as it was read', () => {
  const read = { kind: 'RECURRING' as const, phrase: 'trước ngày 20 hằng tháng', inclusive: true, frequency: 'MONTHLY', recurrence: { freq: 'MONTHLY', day: 20, inclusive: false }, yearInferred: false }
  expect(asSent(read)).toEqual({ kind: 'RECURRING', phrase: 'trước ngày 20 hằng tháng', inclusive: false, frequency: 'MONTHLY', recurrence: { day: 20 } })
})

test('of another kind it keeps the words of the paper and nothing else', () => {
  expect(become({ kind: 'DATE', phrase: 'hằng tháng', date: '2025-01-01', time: '17:00' }, 'RECURRING')).toEqual({ kind: 'RECURRING', phrase: 'hằng tháng', frequency: 'MONTHLY', recurrence: {} })
  expect(become({ kind: 'RECURRING', frequency: 'MONTHLY', recurrence: { day: 3 } }, 'NONE')).toEqual({ kind: 'NONE' })
})

test('days of the year there and back', () => {
  expect(daysOfYear(['06-10', '12-01'])).toBe('10/06; 01/12')
  expect(monthsFirst('10/6; 1/12,')).toEqual(['06-10', '12-01'])
  expect(monthsFirst('giữa năm')).toEqual(['giữa năm'])
})
