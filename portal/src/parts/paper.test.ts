import { expect, test } from 'vitest'
import { cut, within } from './paper'

const span = (start: number, end: number, key: string) => ({ start, end, key, unsure: false })

test('a text is cut where spans begin and end, and nothing of it is lost', () => {
  const text = 'một hai ba bốn'
  const pieces = cut(text, [span(4, 7, 'a'), span(8, 10, 'b')])
  expect(pieces.map((it) => text.slice(it.start, it.end)).join('')).toBe(text)
  expect(pieces.filter((it) => it.span).map((it) => [it.span?.key, text.slice(it.start, it.end)])).toEqual([
    ['a', 'hai'],
    ['b', 'ba'],
  ])
})

test('of spans within one another the inner one is marked', () => {
  const pieces = cut('0123456789', [span(0, 10, 'outer'), span(3, 5, 'inner')])
  expect(pieces.map((it) => it.span?.key)).toEqual(['outer', 'inner', 'outer'])
})

test('a span beyond the end of the text marks none of it twice', () => {
  expect(cut('abc', [span(2, 99, 'x')]).map((it) => [it.start, it.end])).toEqual([
    [0, 2],
    [2, 3],
  ])
})

test('fifteen thousand spans are cut in less than a second', () => {
  const spans = Array.from({ length: 15_000 }, (_, n) => span(n * 10, n * 10 + 9, String(n)))
  const begun = performance.now()
  expect(cut('x'.repeat(150_000), spans)).toHaveLength(30_000)
  expect(performance.now() - begun).toBeLessThan(1_000)
})

test('what somebody selected is kept without the blanks around it, where it stands', () => {
  expect(within('a \n  Sở Nội vụ\n lập danh sách. b', 1, 32)).toEqual({ start: 5, end: 32, text: 'Sở Nội vụ lập danh sách. b' })
  expect(within('a   b', 1, 3)).toBeUndefined()
})
