import { costOf, median } from './cost.ts'
import type { Visitor } from './visitor.ts'

/**
 * CPU milliseconds of a fixed piece of work in the same browser: what the machine is worth at this
 * moment. It sorts, copies and prints objects, as a page of items does.
 */
export async function calibrate({ page, session, ...rest }: Visitor): Promise<number> {
  const rounds: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const cost = await costOf({ page, session, ...rest }, () => page.evaluate(fixedWork))
    rounds.push(cost.cpu)
  }
  return median(rounds)
}

function fixedWork(): number {
  let state = 1
  const next = () => (state = (state * 48_271) % 2_147_483_647)
  const rows = Array.from({ length: 20_000 }, (_, index) => ({
    id: index,
    title: `item ${next()}`,
    rank: next(),
  }))
  const sorted = rows.toSorted((a, b) => a.rank - b.rank).map((row) => ({ ...row, title: `${row.title}!` }))
  return JSON.stringify(sorted).length
}
