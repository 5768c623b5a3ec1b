import { describe, expect, test } from 'vitest'
import { bytes, day, daysBetween, moment, number, period, typed, typedNumber } from './format'

describe('as Vietnam writes it', () => {
  test('days and moments', () => {
    expect(day('2026-03-01')).toBe('01/03/2026')
    expect(day(undefined)).toBe('—')
    expect(moment('2026-03-31T17:30:00Z')).toBe('00:30 01/04/2026')
  })

  test('numbers', () => {
    expect(number(1234567.5)).toBe('1.234.567,5')
    expect(number(88.4, 2)).toBe('88,40')
    expect(number(0)).toBe('0')
    expect(number(undefined)).toBe('—')
    expect(bytes(1536)).toBe('1,5 KB')
  })

  test('periods', () => {
    expect(period('2021-Q3')).toBe('quý III/2021')
    expect(period('2026-03')).toBe('tháng 3/2026')
    expect(period('2026-H1')).toBe('6 tháng đầu năm 2026')
    expect(period('2026')).toBe('năm 2026')
    expect(period('2021-Q3', true)).toBe('Q3 2021')
  })
})

describe('a number that somebody typed', () => {
  test.each([
    ['1.234,5', 1234.5],
    ['1234,5', 1234.5],
    ['1 234', 1234],
    ['0,25', 0.25],
    ['-3', -3],
    ['12.345.678', 12345678],
    ['123456789012345', 123456789012345],
  ])('%s', (typed, value) => expect(typedNumber(typed)).toBe(value))

  test.each(['1,234.5', '1.23', '12.34.567', 'mười', '', '1e3', '--1', '1,', ',5', '1234567890123456', '0,1234567890123456'])('%s is none', (typed) => expect(typedNumber(typed)).toBeUndefined())
})

test('days between count from the first to the second', () => {
  expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2)
  expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2)
})

test('a number goes back into a field as one types it', () => {
  expect(typed(1234.5)).toBe('1234,5')
  expect(typed(0.0000001)).toBe('0,0000001')
  expect(typed(-12345678901234)).toBe('-12345678901234')
  expect(typed(undefined)).toBe('')
})
