import type { Event } from '@millrace/core/kernel'
import { firstStart, type ProcessGraph, type TimerRule } from '@millrace/core/process'
import type { Reaction, Unit } from '../../../platform/commands/index.ts'
import { findHomes } from '../queries/find-homes.ts'
import { loadModels } from '../queries/find-models.ts'
import { findSchedulesOf } from '../queries/find-schedules.ts'
import { type KeptSchedule, saveSchedules } from '../store/schedules.ts'
import { askForStarts } from './start-by-schedule.ts'
import { readTimeWorld, type TimeWorld } from './time-world.ts'

/** Timers at the start of models start instances from their publishing on. */
export const modelScheduleReaction: Reaction = { kinds: ['process.published'], react: followModels }

async function followModels(unit: Unit, events: readonly Event[]): Promise<void> {
  const published = new Map(events.map(({ containerId, subject }) => [containerId ?? '', subject.id]))
  const { tx, organisationId, now } = unit
  const models = await loadModels(tx, organisationId, [...published.values()])
  const known = await findSchedulesOf(tx, organisationId, [...published.keys()])
  const ofModels = known.filter(({ elementId }) => elementId !== null)
  const timed = [...models.values()].some(({ graph }) => timersOf(graph, now).size > 0)
  if (!timed && ofModels.length === 0) return
  const [world, homes] = await Promise.all([
    readTimeWorld(tx, organisationId, now),
    findHomes(unit, [...published.keys()]),
  ])
  const changed = [...published].flatMap(([processId, modelId]) => {
    const graph = models.get(modelId)?.graph
    if (!graph) return []
    const own = ofModels.filter((one) => one.processId === processId)
    const name = homes.get(processId)?.name ?? ''
    return taken(unit, world, { processId, name, graph, own })
  })
  await saveSchedules(unit, changed)
  await askForStarts(unit, changed)
}

/** The timers at which a process begins, by the ids of their events. */
function timersOf(graph: ProcessGraph, since: number): ReadonlyMap<string, TimerRule> {
  const [root] = graph.nodes
  return new Map(
    (root?.starts ?? []).flatMap((start): [string, TimerRule][] => {
      const node = graph.nodes[start]
      if (node?.event.kind !== 'timer') return []
      const { timer, counting, expression } = node.event
      const answer = expression({})
      return answer.ok ? [[node.id, { timer, counting, since, value: answer.value }]] : []
    }),
  )
}

const NEW = { id: null, missed: 'one', pausedAt: null, started: 0, version: 0 } as const

type Taken = {
  readonly processId: string
  readonly name: string
  readonly graph: ProcessGraph
  readonly own: readonly KeptSchedule[]
}

/** A timer that says what it said before goes on as it was; others begin anew, and what is gone is taken away. */
function taken(
  unit: Unit,
  world: TimeWorld,
  { processId, name, graph, own }: Taken,
): readonly KeptSchedule[] {
  const timers = timersOf(graph, unit.now)
  const gone = own
    .filter((one) => one.archivedAt === null && !timers.has(one.elementId ?? ''))
    .map((one) => ({ ...one, archivedAt: unit.now, version: one.version + 1 }))
  const present = [...timers].flatMap(([elementId, timer]): KeptSchedule[] => {
    const before = own.find((one) => one.elementId === elementId)
    if (before && before.archivedAt === null && saysSame(before, timer)) return []
    const { id, missed, pausedAt, started, version } = before ?? NEW
    const rule = { kind: 'timer', timer } as const
    return [
      {
        ...{ id: id ?? unit.newId<'StartSchedule'>(), processId, elementId, rule, missed, pausedAt, started },
        ...{ title: `${name} {date}`.slice(-200), calendarId: null, values: {}, problem: null },
        ...{ next: firstStart(rule, unit.now, world.scheduleClock(null)), archivedAt: null },
        version: version + 1,
      },
    ]
  })
  return [...gone, ...present]
}

function saysSame({ rule }: KeptSchedule, timer: TimerRule): boolean {
  if (rule.kind !== 'timer') return false
  const said = ({ timer: kind, value, counting }: TimerRule) =>
    JSON.stringify([kind, value, counting.counts, counting.calendar])
  return said(rule.timer) === said(timer)
}
