import type { Principal } from '../platform/commands/index.ts'
import { playCases } from './cases-story.ts'
import { writeChecklists } from './checklists.ts'
import { overbookCranes } from './cranes.ts'
import { filePapers } from './file-papers.ts'
import { goThroughInbox } from './inbox-story.ts'
import { liveOneDay, writeProcesses } from './operations-story.ts'
import { writePractices } from './practices-story.ts'
import { letIn, type Names, setUp } from './set-up.ts'
import { askForSlabs } from './slabs-story.ts'
import { createStage, type Stage, type StageDeps, withOwnDice } from './stage.ts'
import { talk } from './talk.ts'
import { todayForOwner } from './today.ts'
import { askWhenFinished, estimateTower } from './tower-forecast.ts'
import { scheduleTower } from './tower-schedule.ts'
import { buildOneDay, phaseTower, planTower, replanTower } from './tower-story.ts'
import { workDays } from './virtual-clock.ts'

/** How the story gets on, for a person who waits. */
export type Progress = (done: number, all: number) => void

/** Working days before today on which the plan was moved. */
const REPLANNED_DAYS_AGO = 20

/** What the chapters share. */
type Scene = {
  readonly today: Date
  readonly days: readonly Date[]
  readonly first: Date
  readonly names: Names
  readonly onProgress: Progress
}

/**
 * Plays half a year of Harbour Tower into an organisation: everything by the same commands that
 * people use, at the moments of a virtual clock that ends today. Chapters that do not touch each
 * other are played side by side: one waits for the database while another decides.
 */
export async function playDemo(
  deps: StageDeps,
  story: {
    readonly owner: Principal
    readonly password: string
    readonly today: Date
    readonly onProgress: Progress
  },
): Promise<void> {
  const { owner, password, today, onProgress } = story
  const days = workDays(today)
  const first = days[0]
  if (!first) throw new RangeError('the story needs days')
  const stage = createStage(deps, owner, today)
  const scene = { today, days, first, onProgress, names: await setUp(stage, first) }
  const [, , towerId] = await playSideBySide([
    letIn(stage, first, password),
    operate(withOwnDice(stage, 1), scene),
    build(withOwnDice(stage, 2), scene),
    playCases(withOwnDice(stage, 3), scene),
    writePractices(withOwnDice(stage, 4), days),
  ])
  await todayForOwner(stage, { today, towerId, names: scene.names })
  await playSideBySide([talk(stage, today), filePapers(stage, today), writeChecklists(stage, today)])
  await askForSlabs(stage, today)
  await goThroughInbox(stage, today)
  await askWhenFinished(stage, towerId, today)
}

/** Waits for all, also when one fails: nobody shall be at work any more when the story is over. */
async function playSideBySide<const Chapters extends readonly Promise<unknown>[]>(
  chapters: Chapters,
): Promise<{ readonly [Index in keyof Chapters]: Awaited<Chapters[Index]> }> {
  await Promise.allSettled(chapters)
  return await Promise.all(chapters)
}

/** Half a year of building operations. */
async function operate(stage: Stage, { days, first, onProgress }: Scene): Promise<void> {
  const processes = await writeProcesses(stage, first)
  for (const [number, date] of days.entries()) {
    await liveOneDay(stage, processes, date)
    onProgress(number + 1, days.length)
  }
}

/** Half a year on the site. @returns the project */
async function build(stage: Stage, { days, first, today, names }: Scene): Promise<string> {
  const tower = await planTower(stage, first, names)
  for (const [number, date] of days.entries()) {
    await buildOneDay(stage, tower, { date, number })
    if (number === days.length - REPLANNED_DAYS_AGO) await replanTower(stage, tower, date)
  }
  await phaseTower(stage, tower, today)
  const machines = await scheduleTower(stage, tower, today)
  await overbookCranes(stage, tower, { today, names, machines })
  await estimateTower(stage, tower, today)
  return tower.containerId
}
