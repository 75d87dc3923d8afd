import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EventParser } from './event-parser.ts'

const STREAM =
  'retry: 2000\n\n: here\n\nid: 7\nevent: changes\ndata: {"seq":7,\ndata: "changes":[]}\n\nevent: reset\ndata: {}\n\n'
const EVENTS = [
  { name: 'comment', data: 'here' },
  { name: 'changes', data: '{"seq":7,\n"changes":[]}' },
  { name: 'reset', data: '{}' },
]

test('events come out whole wherever the network cuts the text', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: STREAM.length }), { maxLength: 8 }), (cuts) => {
      const points = [0, ...cuts.toSorted((a, b) => a - b), STREAM.length]
      const parser = new EventParser()
      const events = points.slice(1).flatMap((end, index) => parser.push(STREAM.slice(points[index], end)))
      expect(events).toEqual(EVENTS)
    }),
    { seed: 7, numRuns: 200 },
  )
})

test('lines may end with carriage returns', () => {
  expect(new EventParser().push('event: reset\r\ndata: {}\r\n\r\n')).toEqual([{ name: 'reset', data: '{}' }])
})
