import fc from 'fast-check'
import type { ConstraintKind, PlanTask } from '../../network/plan.ts'
import { PlanNetwork } from '../../network/plan-network.ts'
import { plannedTasks } from '../../network/planned-tasks.ts'
import { randomPlan, START } from '../../network/testing/random-plan.ts'
import type { LevelInput } from '../level-input.ts'
import type { PlanAssignment, PlanResource } from '../resources.ts'

const LOWER: readonly ConstraintKind[] = ['SNET', 'FNET']

const calendarId = fc.constantFrom('office', 'crew', 'night', 'always', null)
const limits = fc.record({
  dayMin: fc.constantFrom(null, 120, 300),
  weekMin: fc.constantFrom(null, 900),
})

const resource = fc.record({
  calendarId,
  maxUnits: fc.constantFrom(1, 1, 2, 0.5),
  limits: fc.option(limits, { freq: 4, nil: undefined }),
  skill: fc.constantFrom('dig', 'paint'),
  change: fc.option(fc.record({ skip: fc.nat(40), maxUnits: fc.constantFrom(1, 2, 0) }), { freq: 5 }),
})

const assignment = fc.record({
  item: fc.nat(8),
  resource: fc.nat(2),
  units: fc.constantFrom(1, 1, 1, 0.5, 1 / 3, 2),
  workMin: fc.option(fc.integer({ min: 1, max: 900 })),
  choice: fc.nat(7),
})

const item = fc.record({ item: fc.nat(8), priority: fc.constantFrom(0, 300, 800, 1000), cost: fc.nat(900) })

const outside = fc.record({
  resource: fc.nat(2),
  skip: fc.nat(2000),
  lasts: fc.integer({ min: 1, max: 3000 }),
  workMin: fc.integer({ min: 1, max: 2000 }),
})

/** Small plans of up to nine tasks with three resources, of which some are to be chosen, limited or changing. */
export function randomPool(hasFixed: boolean): fc.Arbitrary<LevelInput> {
  return fc
    .record({
      plan: randomPlan({ constraints: LOWER, hasFixed, hasSplits: true, hasOutside: true }),
      resources: fc.array(resource, { minLength: 1, maxLength: 3 }),
      assignments: fc.array(assignment, { minLength: 1, maxLength: 12 }),
      items: fc.uniqueArray(item, { maxLength: 3, selector: (each) => each.item }),
      frozen: fc.option(fc.nat(1500), { freq: 3 }),
      isPublished: fc.boolean(),
      outside: fc.array(outside, { maxLength: 2 }),
    })
    .map(({ plan, resources, assignments, items, frozen, isPublished, outside }): LevelInput => {
      const calendarOf = (by: number) => resources[by % resources.length]?.calendarId ?? null
      /**
       * A third of the tasks say nothing of calendars of resources, and one names them; the others hold their duration,
       * or wait for whoever is chosen.
       */
      const withCalendars = ({ resourceCalendarIds: _none, ...task }: PlanTask, index: number): PlanTask => {
        if (index % 3 === 0) return task
        const own = assignments.filter(({ item: of }) => String(of) === task.id)
        const named = own.flatMap((each) => calendarOf(each.resource) ?? [])
        if (index % 3 === 2) return { ...task, resourceCalendarIds: [...new Set(named)] }
        return { ...task, resourceCalendarIds: [], ...(index % 2 === 0 && { waitsForChosen: true }) }
      }
      const network = PlanNetwork.of(plan)
      if (!network.ok) throw new Error(network.refusal.code)
      return {
        plans: [{ ...plan, tasks: plan.tasks.map((task, index) => withCalendars(task, index)) }],
        resources: resources.map(
          ({ skill, change, limits: own, ...rest }, index): PlanResource => ({
            ...rest,
            id: `r${String(index)}`,
            kind: 'person',
            skills: [skill],
            ...(own && { limits: own }),
            ...(change && {
              changes: [{ fromAt: START + change.skip * 60, maxUnits: change.maxUnits }],
            }),
          }),
        ),
        assignments: assignments.map(
          ({ item: of, resource: by, choice, ...rest }, index): PlanAssignment => ({
            ...rest,
            id: `a${String(index)}`,
            itemId: String(of),
            resourceId: choice === 0 ? null : `r${String(by % resources.length)}`,
            ...(choice < 2 && { alternatives: { kind: 'skill', skill: 'dig' } }),
            ...(choice === 2 && { alternatives: { kind: 'resources', resourceIds: ['r0', 'r1', 'r2'] } }),
          }),
        ),
        items: items.map(({ item: of, priority, cost }) => ({
          itemId: String(of),
          priority,
          ...(cost > 600 && { delayCostPerWeekMinor: 5 * cost }),
        })),
        frozenUntil: frozen === null ? null : START + frozen,
        outside: outside.map(({ resource: by, skip, lasts, workMin }, index) => ({
          ...{ id: `o${String(index)}`, resourceId: `r${String(by % resources.length)}`, workMin },
          ...{ startAt: START + skip, finishAt: START + skip + lasts },
        })),
        ...(isPublished && { published: plannedTasks(network.value) }),
      }
    })
}
