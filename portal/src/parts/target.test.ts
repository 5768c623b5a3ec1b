import { expect, test } from 'vitest'
import { byValue, targetText } from './target'

const vi = (said: string | readonly [string, string]) => (typeof said === 'string' ? said : said[0])

test('the best comes first, and who has none last, whichever way is better', () => {
  expect([3, undefined, 1, undefined, 2].toSorted((a, b) => byValue(a, b, false))).toEqual([3, 2, 1, undefined, undefined])
  const lower: (number | undefined)[] = [undefined, 3, 1, undefined]
  expect(lower.map((value) => ({ value })).sort((a, b) => byValue(a.value, b.value, true))).toEqual([{ value: 1 }, { value: 3 }, { value: undefined }, { value: undefined }])
})

test.each([
  [{ comparator: '>=', value: 95, unit: '%', year: '2025' }, '≥ 95 % (2025)'],
  [{ comparator: 'range', value: 80, valueMax: 90.5, unit: '%' }, '80 – 90,5 %'],
  [{ comparator: 'decrease', value: 10, unit: '%' }, 'giảm 10 %'],
  [{ comparator: '>', value: 50 }, '> 50'],
])('%o', (set, text) => expect(targetText(set, vi)).toBe(text))
