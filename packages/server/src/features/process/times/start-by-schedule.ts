import type { Refusal } from '@millrace/core/kernel'
import {
  dueStarts,
  firstStart,
  type NextStart,
  type ProcessGraph,
  type ScheduleClock,
  type StartSchedule,
  titleOfStart,
} from '@millrace/core/process'
import { type ExecuteDeps, Refused, runInTime, type Unit } from '../../../platform/commands/index.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { ENGINE } from '../doers/doer.ts'
import { InstanceSet } from '../instance-set.ts'
import { type Home, lockHomes } from '../queries/find-homes.ts'
import { findLatest, type LatestVersion } from '../queries/find-models.ts'
import { findRunningSchedules, findScheduleProcesses, lockSchedules } from '../queries/find-schedules.ts'
import { readSuspensions } from '../read-suspensions.ts'
import { insertStarts, type KeptSchedule, saveSchedules } from '../store/schedules.ts'
import { readTimeWorld } from './time-world.ts'

/** Starts instances by a schedule. */
export const START_JOB = 'process.startBySchedule'

const NOBODY = '00000000-0000-0000-0000-000000000000'
const SCHEDULES_AT_ONCE = 500

type Payload = { readonly scheduleId: string }

/** Asks for the next start of schedules at its time. Asked twice it is one job. */
export async function askForStarts(
  unit: Unit,
  schedules: readonly Pick<KeptSchedule, 'id' | 'next' | 'pausedAt' | 'archivedAt'>[],
): Promise<void> {
  const { organisationId } = unit
  const waiting = schedules.filter(({ pausedAt, archivedAt }) => pausedAt === null && archivedAt === null)
  await Promise.all(
    waiting.flatMap(({ id, next }) => {
      if (next === null) return []
      const payload: Payload = { scheduleId: id }
      const uniqueKey = `${START_JOB} ${id} ${next.at}`
      return [unit.enqueue({ kind: START_JOB, organisationId, payload, uniqueKey, runAt: next.at })]
    }),
  )
}

/** What a worker does when the time of a start has come: what must be started is, once, and the next one asked for. */
export async function startBySchedule(deps: ExecuteDeps, job: Job): Promise<void> {
  const about = { organisationId: job.organisation_id ?? '', personId: NOBODY }
  const { scheduleId } = job.payload as Payload // Only this feature asks for such jobs.
  try {
    await runInTime(deps, about, (unit) => startDue(unit, scheduleId))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { refusal } = error
    // Trying again would be refused again: the schedule goes on to its next start, and says why.
    await runInTime(deps, about, (unit) => passOver(unit, scheduleId, refusal))
  }
}

type Due = { readonly schedule: KeptSchedule; readonly home: Home; readonly clock: ScheduleClock }

/** The process is locked before its schedule, as whoever changes one does. */
async function lockDue(unit: Unit, scheduleId: string): Promise<Due | null> {
  const { tx, organisationId, now } = unit
  const processes = await findScheduleProcesses(tx, organisationId, [scheduleId])
  const homes = await lockHomes(unit, [...processes.values()])
  const schedule = (await lockSchedules(tx, organisationId, [scheduleId])).get(scheduleId)
  const home = homes.get(schedule?.processId ?? '')
  if (!schedule || !home || schedule.archivedAt !== null) return null
  const world = await readTimeWorld(tx, organisationId, now)
  return { schedule, home, clock: world.scheduleClock(schedule.calendarId) }
}

async function startDue(unit: Unit, scheduleId: string): Promise<void> {
  const due = await lockDue(unit, scheduleId)
  if (!due) return
  const { starts, schedule } = dueStarts(due.schedule, unit.now, due.clock)
  if (starts.length > 0) await startInstances(unit, due, starts)
  const after: KeptSchedule = {
    ...due.schedule,
    ...schedule,
    ...(starts.length > 0 ? { problem: null } : {}),
  }
  await saveSchedules(unit, [after])
  await askForStarts(unit, [after])
}

async function startInstances(
  unit: Unit,
  { schedule, home }: Due,
  starts: readonly NextStart[],
): Promise<void> {
  const { tx, organisationId } = unit
  const latest = (await findLatest(tx, organisationId, [home.id])).get(home.id)
  const modelId = latest?.id
  const set = new InstanceSet(unit)
  await Promise.all([
    set.count([home.id]),
    set.know({ processIds: [home.id], modelIds: modelId === undefined ? [] : [modelId] }),
  ])
  const graph = modelId === undefined ? null : set.modelOf(modelId).graph
  const problem = (await restOf(unit, home, latest)) ?? problemOf(home, graph, schedule)
  if (problem || modelId === undefined) throw new Refused(problem ?? { code: 'process.not_published' })
  const made = starts.map((start, place) => {
    const id = unit.newId<'ProcessInstance'>()
    const title = titleOfStart(schedule.title, start, schedule.started + place + 1)
    set.start({
      given: {
        ...{ id, processId: home.id, modelId, title, dueAt: null, businessKey: null },
        ...{ parent: null, startedBy: null },
      },
      values: schedule.values,
      ...(schedule.elementId === null ? {} : { at: schedule.elementId }),
      actor: ENGINE,
    })
    return { scheduleId: schedule.id, at: start.at, instanceId: id }
  })
  await set.save()
  await insertStarts(unit, made)
}

/** Nothing begins by a version that is suspended. */
async function restOf(
  unit: Unit,
  { name }: Home,
  latest: LatestVersion | undefined,
): Promise<Refusal | null> {
  if (!latest?.suspension) return null
  const wordsOf = await readSuspensions(unit, [latest.suspension])
  return {
    code: 'process.version_suspended',
    params: { name, number: latest.number, ...wordsOf(latest.suspension) },
  }
}

function problemOf(home: Home, graph: ProcessGraph | null, schedule: StartSchedule): Refusal | null {
  const params = { name: home.name }
  if (home.isArchived) return { code: 'work.container_archived', params }
  if (home.state === 'closed') return { code: 'process.closed', params }
  if (!graph) return { code: 'process.not_published', params }
  const [root] = graph.nodes
  const byHand = root?.starts.some((start) => graph.nodes[start]?.event.kind === 'none')
  const begins =
    schedule.elementId === null
      ? byHand || root?.implicitStarts.length
      : graph.indexOf.has(schedule.elementId)
  return begins ? null : { code: 'process.starts_by_event', params }
}

/** What cannot be started is not made up later. */
async function passOver(unit: Unit, scheduleId: string, { code, params = {} }: Refusal): Promise<void> {
  const due = await lockDue(unit, scheduleId)
  if (!due) return
  const { schedule } = dueStarts(due.schedule, unit.now, due.clock)
  const { started } = due.schedule
  const after: KeptSchedule = { ...due.schedule, ...schedule, started, problem: { code, params } }
  await saveSchedules(unit, [after])
  await askForStarts(unit, [after])
}

/** Days off have changed: the start that comes next may be on another day. */
export async function recountSchedules(unit: Unit, ids: readonly string[]): Promise<void> {
  const { tx, organisationId, now } = unit
  const schedules = [...(await lockSchedules(tx, organisationId, ids)).values()]
  const world = await readTimeWorld(tx, organisationId, now)
  const moved = schedules.flatMap((schedule): KeptSchedule[] => {
    const next = againstNow(schedule, now, world.scheduleClock(schedule.calendarId))
    return next && schedule.next && next.at !== schedule.next.at ? [{ ...schedule, next }] : []
  })
  await saveSchedules(unit, moved)
  await askForStarts(unit, moved)
}

/** The start that comes next by the calendars as they are now, never one before what has been started. */
function againstNow(schedule: KeptSchedule, now: number, clock: ScheduleClock): NextStart | null {
  const { rule, next } = schedule
  if (next === null || next.at <= now) return null
  if (rule.kind === 'timer')
    return next.cycle === null ? firstStart(rule, now, clock) : again(schedule, clock)
  return firstStart(rule, now, clock)
}

function again({ rule, next }: KeptSchedule, clock: ScheduleClock): NextStart | null {
  if (rule.kind !== 'timer' || next?.cycle == null) return null
  const due = clock.dueOf(rule.timer, next.cycle)
  return due.ok ? { ...next, at: due.dueAt } : null
}

/** Asks for the starts of all schedules, whose jobs may have been lost. */
export async function wakeSchedules(unit: Unit): Promise<void> {
  const { tx, organisationId } = unit
  const ids = await findRunningSchedules(tx, organisationId, { after: NOBODY, limit: SCHEDULES_AT_ONCE })
  await askForStarts(unit, [...(await lockSchedules(tx, organisationId, ids)).values()])
}
