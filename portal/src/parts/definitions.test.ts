import { expect, test } from 'vitest'
import { definitionsIn } from './definitions'

test('YAML and JSON, of one file or several, come together by their codes', () => {
  expect(definitionsIn('forms:\n  A: {name: một}\n---\n{"forms": {"B": {"name": "hai"}}, "indicators": {}}\n---\n')).toEqual({
    forms: { A: { name: 'một' }, B: { name: 'hai' } },
    indicators: {},
  })
  expect(definitionsIn('')).toEqual({})
})

test.each([
  ['forms: {A: {}}\n---\nforms: {A: {}}', 'A có hai lần'],
  ['forms: {A: {}, A: {}}', 'không đọc được'],
  ['- A', 'phải bắt đầu bằng'],
  ['forms: [A]', 'phải có từng mã'],
  ['forms: {', 'không đọc được'],
])('%s is refused', (text, said) => expect(() => definitionsIn(text)).toThrow(said))
