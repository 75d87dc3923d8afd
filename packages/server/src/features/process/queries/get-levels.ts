import { operations, type ServiceLevelView } from '@millrace/contract'
import { beginClock, levelState, type ServiceLevel } from '@millrace/core/process'
import { query, refuse } from '../../../platform/commands/index.ts'
import { readTimeWorld, type TimeWorld } from '../times/time-world.ts'
import { findLevelsOf } from './find-levels.ts'
import { demandProcess } from './get-process.ts'
import { type LevelCounts, readLevelCounts, readLevelMonths, readOpenClocks } from './read-level-figures.ts'

/** The service levels of a process, and how they stand. */
export const getServiceLevels = query(
  operations['process.getServiceLevels'],
  async (context, { containerId }) => {
    await demandProcess(context, containerId)
    const { tx, organisationId, now } = context
    const levels = await findLevelsOf(tx, organisationId, [containerId])
    const ids = levels.map(({ id }) => id)
    const world = await readTimeWorld(tx, organisationId, now)
    const [counts, months] = await Promise.all([
      readLevelCounts(tx, organisationId, { ids, now }),
      readLevelMonths(tx, organisationId, { ids, now, timeZone: world.timeZone }),
    ])
    return {
      levels: levels.map((level): ServiceLevelView => {
        const { processId, archivedAt: _present, ...said } = level
        return {
          ...said,
          ...{ containerId: processId, ifStartedNow: ifStarted(level, now, world) },
          counts: counts.get(level.id) ?? NONE,
          months: months.flatMap(({ level_id: levelId, ...month }) => (levelId === level.id ? month : [])),
        }
      }),
    }
  },
)

const NONE: LevelCounts = { running: 0, paused: 0, atRisk: 0, breached: 0, kept: 0, late: 0, missed: 0 }

function ifStarted(level: ServiceLevel, now: number, world: TimeWorld): ServiceLevelView['ifStartedNow'] {
  const counting = world.countingOf(level)
  if (!counting) return null
  const start = { id: '', instanceId: '', activityId: null, begunAt: now }
  const { warnAt, goalAt, dueAt } = beginClock(start, level, counting)
  return { warnAt, goalAt, dueAt }
}

/** What runs against the service levels of a process, what is due first at the top. */
export const listLevelClocks = query(operations['process.listLevelClocks'], async (context, input) => {
  await demandProcess(context, input.containerId)
  const { tx, organisationId, now } = context
  const after = input.cursor === undefined ? null : readCursor(input.cursor)
  const rows = await readOpenClocks(tx, {
    ...{ organisationId, processId: input.containerId, now, after, limit: input.limit },
    ...{ state: input.state, levelId: input.levelId ?? null },
  })
  const last = rows.length === input.limit ? rows.at(-1)?.clock : undefined
  return {
    clocks: rows.map(({ clock, ...around }) => {
      const { id, levelId, instanceId, begunAt, goalAt, dueAt, endedAt } = clock
      return {
        ...{ id, levelId, instanceId, begunAt, goalAt, dueAt, endedAt },
        ...{ ...around, state: levelState(clock, now) },
      }
    }),
    next: last ? `${last.dueAt} ${last.id}` : null,
  }
})

function readCursor(cursor: string): { readonly dueAt: number; readonly id: string } {
  const [, dueAt, id] = /^(\d{1,15}) ([\da-f-]{36})$/.exec(cursor) ?? []
  if (dueAt === undefined || id === undefined) return refuse('platform.cursor_wrong')
  return { dueAt: Number(dueAt), id }
}
