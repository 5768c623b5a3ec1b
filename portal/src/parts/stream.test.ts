import { expect, test } from 'vitest'
import { eventsIn } from './stream'

test('events are read as they come, and the rest is kept', () => {
  const { events, rest } = eventsIn(':đôn đốc\nretry:3000\n\nid:7\nevent:notice\ndata:{"a":1}\ndata:more\n\nid:8\nda')
  expect(events).toEqual([{ id: '7', name: 'notice', data: '{"a":1}\nmore' }])
  expect(rest).toBe('id:8\nda')
  expect(eventsIn(`${rest}ta: x\r\n\r\n`).events).toEqual([{ id: '8', name: 'message', data: 'x' }])
})

test('a heartbeat is no event', () => {
  expect(eventsIn(':\n\n:\n\n').events).toEqual([])
})
