import { expect, test } from 'vitest'
import { plain } from './fields'

test('letters without their marks, for whoever types without them', () => {
  expect(plain('Đôn đốc Ủy ban nhân dân huyện Quỳ Hợp')).toBe('don doc uy ban nhan dan huyen quy hop')
})
