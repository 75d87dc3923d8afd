import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AreaFacts, areaTable } from './area-table.ts'

type Area = 'a' | 'b' | 'c'
const AREAS = ['a', 'b', 'c'] as const
const empty: AreaFacts<Area> = {
  ...{ areas: AREAS, practices: [], artifacts: [] },
  ...{ marks: new Map(), work: new Map() },
}

test('a cell gathers what belongs to it, and a role stands in it once', () => {
  const role = [{ name: 'Engineer' }]
  const [a, b] = areaTable<Area>({
    ...empty,
    practices: [
      { id: 'p', areas: ['a', 'b'], roles: role },
      { id: 'q', areas: ['a'], roles: [...role, { name: 'Surveyor' }] },
    ],
    artifacts: [{ id: 'x', areas: ['a'], isMade: true }],
    work: new Map([
      ['a', { openCount: 2, spentMin: 90 }],
      ['b', { openCount: 0, spentMin: 30 }],
    ]),
  })
  expect(a).toMatchObject({
    ...{ practiceIds: ['p', 'q'], artifactIds: ['x'], roles: ['Engineer', 'Surveyor'] },
    ...{ openCount: 2, share: 0.75, gaps: [] },
  })
  expect(b).toMatchObject({ share: 0.25, gaps: [{ kind: 'noArtifact' }] })
})

test('a cell that does not apply has no gaps (INV-M2)', () => {
  const cells = areaTable<Area>({ ...empty, marks: new Map([['b', 'notApplicable']]) })
  expect(cells.map(({ gaps }) => gaps.map(({ kind }) => kind))).toEqual([
    ['noPractice', 'noArtifact'],
    [],
    ['noPractice', 'noArtifact'],
  ])
})

test('whatever nobody makes is a gap in each of its cells, and shares of time make one whole', () => {
  const areas = fc.uniqueArray(fc.constantFrom<Area>('a', 'b', 'c'))
  const artifact = fc.record({ id: fc.uuid(), areas, isMade: fc.boolean() })
  const minutes = fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(artifact, { maxLength: 5 }), minutes, (artifacts, spent) => {
      const work = new Map(AREAS.map((area, index) => [area, { openCount: 0, spentMin: spent[index] ?? 0 }]))
      const cells = areaTable<Area>({ ...empty, artifacts, work })
      for (const { area, gaps } of cells) {
        const unmade = artifacts.filter((one) => one.areas.includes(area) && !one.isMade)
        const told = gaps.flatMap((gap) => (gap.kind === 'nobodyMakes' ? [gap.artifactId] : []))
        expect(told).toEqual(unmade.map(({ id }) => id))
      }
      const shares = cells.flatMap(({ share }) => share ?? [])
      if (spent.some((each) => each > 0)) expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1)
      else expect(shares).toEqual([])
    }),
    { seed: 7 },
  )
})
