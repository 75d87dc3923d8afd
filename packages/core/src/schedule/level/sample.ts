import type { Random } from '../../kernel/index.ts'
import { at } from './at.ts'
import type { Side } from './side.ts'

/** Earliest finish of each activity by links alone, seen from the end the side begins at. */
export function earliestFinishes({
  count,
  first,
  from,
  lag,
  duration,
  release,
  isMirrored,
}: Side): Int32Array {
  const finish = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const activity = isMirrored ? count - 1 - i : i
    let start = at(release, activity)
    for (let link = at(first, activity); link < at(first, activity + 1); link++) {
      start = Math.max(start, at(finish, at(from, link)) + at(lag, link))
    }
    finish[activity] = start + at(duration, activity)
  }
  return finish
}

/**
 * Latest starts by links alone relative to any finish: the smaller, the more urgent.
 *
 * @param mirror the side from the other end
 */
export function urgencies(mirror: Side): Int32Array {
  return earliestFinishes(mirror).map((tail, activity) => at(mirror.duration, activity) - tail)
}

/** What sampling needs: the side, the priority (latest finishes) and the order to fill. */
export type Sampling = {
  readonly side: Side
  readonly mirror: Side
  readonly priority: Int32Array
  readonly order: Int32Array
}

/**
 * Draws an order of the activities, the urgent ones more likely first: among those whose predecessors are
 * drawn, each is as likely as the regret of not taking it, plus one.
 *
 * @see Drexl, Scheduling of project networks by job assignment, 1991 (regret-based biased random sampling)
 */
export function sampleOrder({ side, mirror, priority, order }: Sampling, random: Random): void {
  const missing = new Int32Array(side.count)
  const eligible: number[] = []
  for (let i = 0; i < side.count; i++) {
    missing[i] = at(side.first, i + 1) - at(side.first, i)
    if (at(missing, i) === 0) eligible.push(i)
  }
  for (let place = 0; place < side.count; place++) {
    const chosen = drawByRegret(eligible, priority, random)
    const activity = eligible[chosen] ?? 0
    eligible[chosen] = eligible.at(-1) ?? 0
    eligible.pop()
    order[place] = activity
    for (let link = at(mirror.first, activity); link < at(mirror.first, activity + 1); link++) {
      const next = at(mirror.from, link)
      missing[next] = at(missing, next) - 1
      if (at(missing, next) === 0) eligible.push(next)
    }
  }
}

function drawByRegret(eligible: readonly number[], priority: Int32Array, random: Random): number {
  let worst = Number.NEGATIVE_INFINITY
  for (const activity of eligible) worst = Math.max(worst, at(priority, activity))
  let total = 0
  for (const activity of eligible) total += worst - at(priority, activity) + 1
  let drawn = random() * total
  for (let i = 0; i < eligible.length - 1; i++) {
    drawn -= worst - at(priority, eligible[i] ?? 0) + 1
    if (drawn < 0) return i
  }
  return eligible.length - 1
}
