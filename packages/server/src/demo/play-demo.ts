import type { ExecuteDeps, Principal } from '../platform/commands/index.ts'
import { playCases } from './cases-story.ts'
import { liveOneDay, writeProcesses } from './operations-story.ts'
import { setUp } from './set-up.ts'
import { createStage } from './stage.ts'
import { todayForOwner } from './today.ts'
import { buildOneDay, phaseTower, planTower, replanTower } from './tower-story.ts'
import { workDays } from './virtual-clock.ts'

/** How the story gets on, for a person who waits. */
export type Progress = (done: number, all: number) => void

/** Working days before today on which the plan was moved. */
const REPLANNED_DAYS_AGO = 20

/**
 * Plays half a year of Harbour Tower into an organisation: everything by the same commands that
 * people use, at the moments of a virtual clock that ends today.
 */
export async function playDemo(
  deps: ExecuteDeps,
  scene: {
    readonly owner: Principal
    readonly password: string
    readonly today: Date
    readonly onProgress: Progress
  },
): Promise<void> {
  const { owner, password, today, onProgress } = scene
  const days = workDays(today)
  const first = days[0]
  if (!first) throw new RangeError('the story needs days')
  const stage = createStage(deps, owner)
  const names = await setUp(stage, first, password)
  const processes = await writeProcesses(stage, first)
  const tower = await planTower(stage, first, names)
  for (const [number, date] of days.entries()) {
    await liveOneDay(stage, processes, date)
    await buildOneDay(stage, tower, { date, number })
    if (number === days.length - REPLANNED_DAYS_AGO) await replanTower(stage, tower, date)
    onProgress(number + 1, days.length)
  }
  await phaseTower(stage, tower, today)
  await playCases(stage, today, names)
  await todayForOwner(stage, today, tower.containerId)
}
