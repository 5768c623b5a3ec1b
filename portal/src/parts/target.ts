import { number } from '../app/format'
import type { Say } from '../app/language'

/** How a figure is measured against what was set. */
export const COMPARATORS = {
  '>=': ['ít nhất', 'at least'],
  '>': ['hơn', 'more than'],
  '<=': ['nhiều nhất', 'at most'],
  '<': ['dưới', 'less than'],
  '=': ['bằng', 'exactly'],
  increase: ['tăng', 'up by'],
  decrease: ['giảm', 'down by'],
  range: ['từ … đến …', 'from … to …'],
} as const

/** What was set, in a few signs: ≥ 95 % (2025). */
export function targetText(set: { comparator?: string; value?: number; valueMax?: number; unit?: string; year?: string }, say: Say): string {
  const { comparator = '', value, valueMax, unit, year } = set
  const sign = { '>=': '≥', '<=': '≤', increase: say('tăng', 'up by'), decrease: say('giảm', 'down by'), range: '' }[comparator] ?? comparator
  const figure = valueMax === undefined ? number(value) : `${number(value)} – ${number(valueMax)}`
  return [sign, figure, unit, year && `(${year})`].filter(Boolean).join(' ')
}

/** The best first, and who has none last. */
export function byValue(a: number | undefined, b: number | undefined, lowerIsBetter: boolean): number {
  if (a === undefined || b === undefined) {
    return Number(a === undefined) - Number(b === undefined)
  }
  return lowerIsBetter ? a - b : b - a
}
