import { expect, test } from 'vitest'
import { ARIA_WORDS } from './aria-words'

const formatter = { number: (value: number) => String(value) }

test.each(Object.entries(ARIA_WORDS))('%s says in Vietnamese all that it says in English', async (name, words) => {
  const [library, part] = name.split('/')
  const english = (await import(/* @vite-ignore */ `../../node_modules/${library}/dist/private/intl/${part ? `${part}/` : ''}en-US.mjs`)) as { default: object }
  expect(Object.keys(words).toSorted()).toEqual(Object.keys(english.default).toSorted())
})

test('what is counted and what is chosen are said', () => {
  const { countAnnouncement, focusAnnouncement } = ARIA_WORDS['react-aria/combobox'] ?? {}
  expect(typeof countAnnouncement === 'function' && countAnnouncement({ optionCount: 5 }, formatter)).toBe('Có 5 lựa chọn.')
  expect(typeof focusAnnouncement === 'function' && focusAnnouncement({ isGroupChange: true, groupTitle: 'Sở', groupCount: 2, optionText: 'Sở Nội vụ', isSelected: true }, formatter)).toBe('Nhóm Sở, 2 lựa chọn. Sở Nội vụ, đã chọn')
})
