import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bufferChain, type ChainNetwork, findCriticalChain, sizeBuffer, takeFever } from '../index.ts'

/** Network of the PM Knowledge Center's example: chain 2-6-8, feeders 1-4 and 3-5-7. */
const safe = [2, 9, 5, 2, 3, 6, 2, 3]
const aggressive = [1, 6, 3, 1, 2, 4, 1, 2]
const link = (from: number, to: number) => ({ from: `${from}`, to: `${to}` })
const example: ChainNetwork = {
  tasks: safe.map((safeMin, index) => ({
    id: `${index + 1}`,
    safeMin,
    aggressiveMin: aggressive[index] ?? 0,
  })),
  links: [link(1, 4), link(4, 6), link(2, 6), link(6, 8), link(3, 5), link(5, 7), link(7, 8)],
}

describe('buffers of the published example (PM Knowledge Center, 8 activities)', () => {
  test('its critical chain is 2-6-8', () => {
    expect(findCriticalChain(example)).toEqual(['2', '6', '8'])
  })

  test('cut and paste: 6, 1 and 3', () => {
    expect(bufferChain(example, 'cut-and-paste')).toEqual({
      chain: ['2', '6', '8'],
      chainMin: 12,
      projectBufferMin: 6,
      feeding: [
        { chain: ['1', '4'], joins: ['6'], bufferMin: 1, floatMin: 4 },
        { chain: ['3', '5', '7'], joins: ['8'], bufferMin: 3, floatMin: 4 },
      ],
    })
  })

  test('root-square: 3.742, 1.414 and 2.449', () => {
    const found = bufferChain(example, 'root-square', ['2', '6', '8'])
    expect(found.projectBufferMin).toBeCloseTo(3.742, 3)
    expect(found.feeding.map(({ bufferMin }) => bufferMin)).toEqual([Math.sqrt(2), Math.sqrt(6)])
  })

  test('contingencies 3, 3 and 2 make 4.69 (gristprojectmanagement)', () => {
    const chain = [3, 3, 2].map((spare) => ({ aggressiveMin: 5, safeMin: 5 + spare }))
    expect(sizeBuffer(chain, 'root-square')).toBeCloseTo(4.69, 2)
  })
})

describe('feeding chains', () => {
  const task = (id: string, aggressiveMin: number) => ({ id, aggressiveMin, safeMin: aggressiveMin * 2 })

  test('one that leaves the critical chain and comes back starts after it, one that ends elsewhere has none', () => {
    const network: ChainNetwork = {
      tasks: [task('a', 10), task('b', 10), task('c', 10), task('side', 4), task('loose', 3)],
      links: [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' },
        { from: 'a', to: 'side' },
        { from: 'side', to: 'c' },
        { from: 'a', to: 'loose' },
      ],
    }
    expect(bufferChain(network, 'cut-and-paste').feeding).toEqual([
      { chain: ['side'], joins: ['c'], bufferMin: 2, floatMin: 6 },
    ])
  })

  test('of branches that meet before they join, the longer one is the chain', () => {
    const network: ChainNetwork = {
      tasks: [task('main', 20), task('end', 1), task('x', 5), task('y', 7), task('z', 2)],
      links: [
        { from: 'main', to: 'end' },
        { from: 'x', to: 'z' },
        { from: 'y', to: 'z' },
        { from: 'z', to: 'end' },
      ],
    }
    expect(bufferChain(network, 'cut-and-paste').feeding.map(({ chain }) => chain)).toEqual([['y', 'z']])
  })

  test('nothing in, nothing out; a circle is a bug', () => {
    expect(bufferChain({ tasks: [], links: [] }, 'root-square')).toMatchObject({
      chain: [],
      projectBufferMin: 0,
    })
    const ring = { tasks: [task('a', 1), task('b', 1)], links: [link(1, 2)] }
    expect(() =>
      findCriticalChain({
        ...ring,
        links: [
          { from: 'a', to: 'b' },
          { from: 'b', to: 'a' },
        ],
      }),
    ).toThrow(RangeError)
  })

  test('every way into the critical chain is buffered once, with work outside of it', () => {
    const shape = fc.record({
      lengths: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 14 }),
      links: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 30 }),
    })
    fc.assert(
      fc.property(shape, ({ lengths, links }) => {
        const tasks = lengths.map((length, index) => task(`${index}`, length))
        const forward = links.filter(([from, to]) => from < to && to < tasks.length)
        const network = { tasks, links: forward.map(([from, to]) => link(from, to)) }
        const { chain, chainMin, feeding } = bufferChain(network, 'cut-and-paste')
        const ins = network.links.filter(({ from, to }) => !chain.includes(from) && chain.includes(to))
        const buffered = feeding.flatMap((one) => one.joins.map((to) => `${one.chain.at(-1)}>${to}`))
        expect(buffered.toSorted()).toEqual(
          [...new Set(ins.map(({ from, to }) => `${from}>${to}`))].toSorted(),
        )
        for (const one of feeding) {
          expect(one.chain.some((id) => chain.includes(id))).toBe(false)
          expect(one.floatMin).toBeGreaterThanOrEqual(0)
          expect(one.bufferMin * 2).toBeLessThanOrEqual(chainMin)
        }
      }),
      { seed: 4 },
    )
  })
})

describe('fever chart', () => {
  const plan = { chainMin: 1000, bufferMin: 500 }
  test.each([
    ['on time', 400, 600, 0.4, 0, 0, 'green'],
    ['ahead uses nothing', 300, 600, 0.4, 0, 0, 'green'],
    ['half done, a third used', 667, 500, 0.5, 0.334, 0.668, 'green'],
    ['half done, half used', 750, 500, 0.5, 0.5, 1, 'amber'],
    ['hardly begun, a third used', 217, 950, 0.05, 0.334, 6.68, 'red'],
    ['done late by more than the buffer', 1600, 0, 1, 1.2, 1.2, 'red'],
  ])('%s', (_name, elapsedMin, remainingMin, done, used, rate, zone) => {
    const point = takeFever({ ...plan, elapsedMin, remainingMin })
    expect(point.chainDone).toBeCloseTo(done, 9)
    expect(point.bufferUsed).toBeCloseTo(used, 9)
    expect(point.burnRate).toBeCloseTo(rate, 9)
    expect(point.zone).toBe(zone)
  })

  test('undefined without a buffer, without a chain and before the start', () => {
    expect(takeFever({ chainMin: 10, bufferMin: 0, elapsedMin: 5, remainingMin: 6 })).toEqual({
      chainDone: 0.4,
      bufferUsed: null,
      burnRate: null,
      zone: 'red',
    })
    expect(takeFever({ ...plan, elapsedMin: 0, remainingMin: 1000 })).toMatchObject({
      chainDone: 0,
      burnRate: null,
      zone: 'green',
    })
    expect(takeFever({ chainMin: 0, bufferMin: 5, elapsedMin: 0, remainingMin: 0 }).chainDone).toBeNull()
  })
})
