import { expect, test } from 'vitest'
import { makeHarbourTower, myWorkOf } from './testing/harbour-tower.ts'

test.each([
  ['a Monday', '2027-03-01'],
  ['a Tuesday', '2026-12-01'],
  ['a Wednesday', '2027-06-30'],
  ['a Thursday, the first of a year', '2026-01-01'],
  ['a Friday', '2026-07-31'],
  ['a Saturday', '2028-02-26'],
  ['a Sunday', '2026-11-29'],
  ['a leap day', '2028-02-29'],
])(
  'on %s the owner finds all three kinds in each part of their list',
  { timeout: 600_000 },
  async (_, today) => {
    const tower = await makeHarbourTower(new Date(`${today}T07:30:00Z`))
    try {
      const work = await myWorkOf(tower, today)
      for (const part of [work.doNow, work.next, work.waitingFor, work.later]) {
        const kinds = new Set(part.map(({ item }) => item.kind))
        expect([...kinds]).toEqual(expect.arrayContaining(['project', 'process', 'case']))
        expect(part.length).toBeLessThan(8)
      }
      const [late] = await tower.rows<{ count: number }>(
        `select count(*)::integer as count from event where organisation_id = $1 and at > '${today}T07:30:00Z'`,
      )
      expect(late?.count).toBe(0)
    } finally {
      await tower.close()
    }
  },
)
