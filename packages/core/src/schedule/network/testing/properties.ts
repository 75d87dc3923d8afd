import fc from 'fast-check'
import { expect } from 'vitest'
import { checkPlan } from '../../check/check-plan.ts'
import { minutesOf } from '../../check/minutes.ts'
import type { ConstraintKind, OutsideLink, PlanInput, PlanTask } from '../plan.ts'
import { PlanNetwork } from '../plan-network.ts'
import { plannedTasks } from '../planned-tasks.ts'
import { splitsWithin } from '../splits.ts'
import { CALENDARS, randomPlan, START, withOutsideByHand } from './random-plan.ts'
import { slowPlan } from './slow-plan.ts'

const LOWER: readonly ConstraintKind[] = ['SNET', 'FNET', 'MSO', 'MFO']
const ALL: readonly ConstraintKind[] = [...LOWER, 'SNLT', 'FNLT', 'ALAP', 'ASAP']

/** What was found wrong, or null. */
function reportOf<Values>(property: fc.IProperty<Values>, numRuns: number): string | null {
  const details = fc.check(property, { numRuns })
  return details.failed ? (fc.defaultReportMessage(details) ?? 'failed') : null
}

function networkOf(input: PlanInput): PlanNetwork {
  const network = PlanNetwork.of(input)
  if (!network.ok) throw new Error(network.refusal.code)
  return network.value
}

/** Plans lie where trying minute after minute puts them. */
export function likeSlowPlans(numRuns: number): string | null {
  const works = new Map(CALENDARS.map((calendar) => [calendar.id, minutesOf(calendar, CALENDARS)]))
  const kinds = { hasFixed: true, resources: 'any', hasSplits: true, hasOutside: true } as const // A literal of the type.
  const plans = randomPlan({ ...kinds, constraints: LOWER })
  return reportOf(
    fc.property(plans, (input) => {
      const slow = slowPlan(withOutsideByHand(input), works)
      for (const { id, startAt, finishAt } of plannedTasks(networkOf(input))) {
        const dates = slow.get(id)
        if (dates) expect({ id, startAt, finishAt }).toEqual({ id, ...dates })
      }
    }),
    numRuns,
  )
}

/** The checker finds nothing in a plan whose constraints can all be kept. */
export function passChecker(numRuns: number): string | null {
  const plans = randomPlan({
    constraints: ['SNET', 'FNET'],
    hasFixed: true,
    resources: 'meeting',
    hasSplits: true,
    hasOutside: true,
  })
  return reportOf(
    fc.property(plans, (input) => {
      const leaves = plannedTasks(networkOf(input)).filter(({ id }) => id !== 'summary')
      const isLeaf = ({ fromId, toId }: PlanInput['links'][number]) =>
        fromId !== 'summary' && toId !== 'summary'
      const measured = input.tasks.map((task) =>
        task.actual || task.manual ? { ...task, constraint: null } : task,
      )
      const links = input.links.filter(isLeaf)
      expect(checkPlan({ ...input, tasks: measured, links }, leaves)).toEqual([])
    }),
    numRuns,
  )
}

/** What others do bounds a plan as tasks do that are planned by hand in it. */
export function outsideIsByHand(numRuns: number): string | null {
  const plans = randomPlan({ constraints: ALL, hasFixed: true, resources: 'meeting', hasOutside: true })
  return reportOf(
    fc.property(plans, (input) => {
      const earlyOf = (one: PlanInput) => {
        const tasks = one.tasks.map((task) =>
          task.constraint?.kind === 'ALAP' ? { ...task, constraint: null } : task,
        )
        return plannedTasks(networkOf({ ...one, tasks }))
      }
      const byHand = new Map(earlyOf(withOutsideByHand(input)).map((task) => [task.id, task]))
      for (const { id, startAt, finishAt, calendarWait } of earlyOf(input)) {
        expect(byHand.get(id)).toMatchObject({ startAt, finishAt, calendarWait })
      }
    }),
    numRuns,
  )
}

/** What other plans wait for lies where it would if nothing were put as late as it can be. */
export function awaitedStaysEarly(numRuns: number): string | null {
  const plans = randomPlan({ constraints: ['ALAP', 'SNET'], hasFixed: true, resources: 'meeting' })
  return reportOf(
    fc.property(plans, fc.nat(511), (input, marks) => {
      const tasks = input.tasks.map((task, index) =>
        ((marks >> index) & 1) === 1 ? { ...task, isAwaited: true } : task,
      )
      const soon = tasks.map((task) =>
        task.constraint?.kind === 'ALAP' ? { ...task, constraint: null } : task,
      )
      const early = plannedTasks(networkOf({ ...input, tasks: soon }))
      for (const [index, { startAt, finishAt }] of plannedTasks(networkOf({ ...input, tasks })).entries()) {
        if (tasks[index]?.isAwaited) expect(early[index]).toMatchObject({ startAt, finishAt })
      }
    }),
    numRuns,
  )
}

/** A task that begins as late as it may does not move the finish of the plan; a minute later it does. */
export function floatsAreExact(numRuns: number): string | null {
  const plans = randomPlan({ constraints: [], hasFixed: false, resources: 'meeting', hasSplits: true })
  return reportOf(
    fc.property(plans, fc.nat(8), (input, which) => {
      const network = networkOf(input)
      const index = which % input.tasks.length
      const task = input.tasks[index]
      const planned = plannedTasks(network)[index]
      fc.pre(task !== undefined && planned !== undefined && task.kind === 'task')
      if (!task || !planned) return
      const finishWith = (at: number) => {
        const constraint = { kind: 'SNET' as const, at } // A literal of the type.
        const tasks = input.tasks.with(index, { ...task, constraint })
        return networkOf({ ...input, tasks }).finishAt
      }
      expect(planned.totalFloatMin).toBeGreaterThanOrEqual(0)
      expect(finishWith(planned.lateStartAt)).toBe(network.finishAt)
      expect(finishWith(planned.lateStartAt + 1)).toBeGreaterThan(network.finishAt)
    }),
    numRuns,
  )
}

function slipped(link: OutsideLink, by: number): OutsideLink {
  const { startAt, finishAt } = link.from
  return { ...link, from: { ...link.from, startAt: startAt + by, finishAt: finishAt + by } }
}

/** After changes a plan is the same as calculated anew. */
export function incrementalIsWhole(numRuns: number): string | null {
  const kinds = { hasFixed: true, resources: 'any', hasSplits: true, hasOutside: true } as const // A literal of the type.
  const plans = randomPlan({ ...kinds, constraints: ALL })
  const change = fc.record({
    which: fc.nat(9),
    durationMin: fc.nat(900),
    slip: fc.integer({ min: -3000, max: 3000 }),
    constraint: fc.option(
      fc.record({ kind: fc.constantFrom(...ALL), at: fc.integer({ min: START, max: START + 6000 }) }),
    ),
  })
  return reportOf(
    fc.property(plans, fc.array(change, { minLength: 1, maxLength: 5 }), (input, changes) => {
      const network = networkOf(input)
      let tasks: readonly PlanTask[] = input.tasks
      for (const { which, durationMin, constraint, slip } of changes) {
        const index = which % tasks.length
        const before = tasks[index]
        if (!before) continue
        const task = {
          ...before,
          durationMin,
          constraint,
          splits: splitsWithin(before.splits ?? [], durationMin),
          outside: (before.outside ?? []).map((link) => slipped(link, slip)),
        }
        tasks = tasks.with(index, task)
        expect(network.change(new Map([[index, task]])).ok).toBe(true)
        expect(plannedTasks(network)).toEqual(plannedTasks(networkOf({ ...input, tasks })))
      }
    }),
    numRuns,
  )
}
