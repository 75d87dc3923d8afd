import fc from 'fast-check'
import { expect } from 'vitest'
import type { DatedTask } from '../../check/check-plan.ts'
import { PlanNetwork } from '../../network/plan-network.ts'
import { plannedTasks } from '../../network/planned-tasks.ts'
import { checkLevelledPlans } from '../check-levelled-plans.ts'
import type { LevelInput } from '../level-input.ts'
import { type LevelledPlans, levelPlans, startLevelling } from '../level-plans.ts'
import { randomPool } from './random-pool.ts'

/** The same plans each time: what a run finds, the next one finds again. */
const SEED = 1

/** What was found wrong, or null. */
export function reportOf<Values>(property: fc.IProperty<Values>, numRuns: number): string | null {
  const details = fc.check(property, { numRuns, seed: SEED })
  return details.failed ? (fc.defaultReportMessage(details) ?? 'failed') : null
}

/** Levels, or throws why not. */
export function levelledBy(input: LevelInput, schedules = 12): LevelledPlans {
  const result = levelPlans(input, { seed: 7, schedules })
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.params)}`)
  return result.value
}

/** The checker finds nothing. */
export function passLevelChecker(numRuns: number): string | null {
  return reportOf(
    fc.property(randomPool(true), (input) => {
      expect(checkLevelledPlans(input, levelledBy(input))).toEqual([])
    }),
    numRuns,
  )
}

/** Without resources everything lies where its links put it. */
export function likeNetwork(numRuns: number): string | null {
  return reportOf(
    fc.property(randomPool(true), (input) => {
      // What an earlier levelling decided is decided anew.
      const plans = input.plans.map((plan) => ({
        ...plan,
        tasks: plan.tasks.map((task) => ({ ...task, levelledAt: null })),
      }))
      const { tasks } = levelledBy({ ...input, plans, assignments: [], frozenUntil: null, items: [] })
      const dates = plans.flatMap((plan) => {
        const network = PlanNetwork.of(plan)
        return network.ok ? plannedTasks(network.value).map(datesOf) : []
      })
      expect(tasks.map(datesOf)).toEqual(dates)
    }),
    numRuns,
  )
}

function datesOf({ id, startAt, finishAt }: DatedTask): DatedTask {
  return { id, startAt, finishAt }
}

/** In whatever order the data comes, the answer is the same. */
export function orderIsNothing(numRuns: number): string | null {
  return reportOf(
    fc.property(randomPool(true), (input) => {
      const turned: LevelInput = {
        ...input,
        plans: input.plans.map((plan) => ({
          ...plan,
          tasks: plan.tasks.toReversed(),
          links: plan.links.toReversed(),
          calendars: plan.calendars.toReversed(),
        })),
        resources: input.resources.toReversed(),
        assignments: input.assignments.toReversed(),
        outside: input.outside?.toReversed() ?? [],
      }
      const [one, other] = [levelledBy(input), levelledBy(turned)]
      expect({ ...other, tasks: other.tasks.toReversed() }).toEqual(one)
    }),
    numRuns,
  )
}

/** Same seed, same answer, in steps of whatever size; and every schedule more is no worse. */
export function moreIsNoWorse(numRuns: number): string | null {
  return reportOf(
    fc.property(randomPool(true), fc.integer({ min: 1, max: 9 }), (input, size) => {
      const [one, other] = [startLevelling(input, 3), startLevelling(input, 3)]
      if (!one.ok || !other.ok) throw new Error('refused')
      let before = one.value.step(0)
      for (let done = before.schedules; done < 150; ) {
        const now = one.value.step(size)
        const [was, is] = [before, now].map((progress) => [
          progress.unfitCount,
          progress.brokenMin,
          progress.delayCostMinor,
          progress.lateMin,
          progress.finishAt,
        ])
        expect(compareLists(is ?? [], was ?? [])).toBeLessThanOrEqual(0)
        expect(now.finishAt).toBeGreaterThanOrEqual(now.bestPossibleAt)
        if (now.schedules === done) break
        done = now.schedules
        before = now
      }
      other.value.step(before.schedules - 1)
      expect(other.value.take()).toEqual(one.value.take())
    }),
    numRuns,
  )
}

function compareLists(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((value, at) => value !== other[at])
  return index < 0 ? 0 : (one[index] ?? 0) - (other[index] ?? 0)
}

/** A plan that knows whose calendars its tasks wait for, and keeps what levelling decided, lies where it was put. */
export function plansKeepIt(numRuns: number): string | null {
  return reportOf(
    fc.property(randomPool(false), (input) => {
      const [plan] = input.plans
      if (!plan) return
      const resources = input.resources.map(({ id, calendarId }) => ({ ...ONE, id, calendarId }))
      const assignments = input.assignments.flatMap(({ alternatives: _none, ...each }) =>
        each.resourceId === null ? [] : [each],
      )
      const tasks = plan.tasks.map((task, index) => {
        const own = assignments.filter(({ itemId }) => itemId === task.id)
        const named = own.flatMap(
          (each) => resources.find(({ id }) => id === each.resourceId)?.calendarId ?? [],
        )
        return { ...task, resourceCalendarIds: index % 3 === 0 ? [] : [...new Set(named)] }
      })
      const { outside = [] } = input
      const given = { plans: [{ ...plan, tasks }], resources, assignments, outside, frozenUntil: null }
      const levelled = levelledBy(given)
      const levelledAt = new Map(levelled.tasks.map((task) => [task.id, task.levelledAt]))
      const network = PlanNetwork.of({
        ...plan,
        tasks: tasks.map((task) => ({ ...task, levelledAt: levelledAt.get(task.id) ?? null })),
      })
      if (!network.ok) throw new Error(network.refusal.code)
      expect(plannedTasks(network.value).map(datesOf)).toEqual(levelled.tasks.map(datesOf))
    }),
    numRuns,
  )
}

/** Work that anybody with a skill may do lies where it was put once its plan knows who does it. */
export function chosenKeepIt(numRuns: number): string | null {
  return reportOf(
    fc.property(randomPool(false), (input) => {
      const [plan] = input.plans
      if (!plan) return
      const resources = input.resources.map(({ id, calendarId, skills = [] }) => ({
        ...{ ...ONE, id, calendarId, skills },
      }))
      const calendarOf = new Map(resources.map(({ id, calendarId }) => [id, calendarId]))
      const assignments = input.assignments.map((each) => ({ ...each, ...OPEN }))
      const tasks = plan.tasks.map((task) => ({ ...task, resourceCalendarIds: [], waitsForChosen: true }))
      const levelled = levelledBy({
        ...{ plans: [{ ...plan, tasks }], resources, assignments, frozenUntil: null },
      })
      const levelledOf = new Map(levelled.tasks.map((task) => [task.id, task]))
      if (levelled.unfitCount > 0) return
      const chosen = new Map(levelled.assignments.map(({ id, resourceId }) => [id, resourceId]))
      const network = PlanNetwork.of({
        ...plan,
        tasks: tasks.map((task) => {
          const own = assignments.filter(({ itemId }) => itemId === task.id)
          const named = own.flatMap(({ id }) => calendarOf.get(chosen.get(id) ?? '') ?? [])
          return {
            ...{ ...task, levelledAt: levelledOf.get(task.id)?.levelledAt ?? null },
            resourceCalendarIds: [...new Set(named)],
          }
        }),
      })
      if (!network.ok) throw new Error(network.refusal.code)
      expect(plannedTasks(network.value).map(datesOf)).toEqual(levelled.tasks.map(datesOf))
    }),
    numRuns,
  )
}

const OPEN = { resourceId: null, alternatives: { kind: 'skill', skill: 'dig' } } as const // Literals of the type.
const ONE = { kind: 'person', maxUnits: 1 } as const // Literals of the type.
