import { afterAll, expect, test } from 'vitest'
import { KillChain } from './kill-chain.ts'

const KILLS = process.env['TEST_LONG'] === 'yes' ? 200 : 20
/** Most of a trial is a start, which takes one core. */
const CHAINS = 2

const open: KillChain[] = []
afterAll(() => Promise.all(open.map((chain) => chain.close())))

async function goThrough(seed: number): Promise<readonly string[]> {
  const chain = await KillChain.open(seed)
  open.push(chain)
  for (let nth = 1; nth <= KILLS / CHAINS; nth++) {
    const wrong = await chain.trial(nth)
    if (wrong.length > 0) return wrong
  }
  return await chain.finish()
}

test('no step is lost and no effect is doubled, however often everything is killed', {
  timeout: KILLS * 45_000,
}, async () => {
  const wrong = await Promise.all(Array.from({ length: CHAINS }, (_none, nth) => goThrough(21 + nth)))
  expect(wrong).toEqual(wrong.map(() => []))
})
