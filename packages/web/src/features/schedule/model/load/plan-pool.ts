import type { PlanRowView, PlanView } from '@millrace/contract'
import {
  type DatedTask,
  type PlanAssignment,
  type PlanResource,
  type PooledPlans,
  poolOfProject,
  toPlanInput,
} from '@millrace/core/schedule'
import type { Item, Person } from '../../../../platform/store/index.ts'
import { doesWork } from '../does-work.ts'
import { laterPhases } from '../phase-ranges.ts'
import { readCalendars } from '../read-calendars.ts'

const MINUTE_MS = 60_000

/** Who or what does work of a plan, with the name that it is shown by. */
export type LoadedResource = {
  readonly id: string
  readonly name: string
  readonly isMachine: boolean
}

/** What load is counted from: the pool, the dates as they are now, and who is in it. */
export type PlanPool = {
  readonly pooled: PooledPlans
  readonly dates: readonly DatedTask[]
  readonly resources: readonly LoadedResource[]
  /** Work with dates that nobody is planned for, or that nobody has said the effort of. */
  readonly uncounted: number
}

type Around = {
  readonly timeZone: string
  /** Who is responsible for an item: they do it where nobody else is planned for it. */
  readonly responsibleOf: (itemId: string) => { readonly id: string; readonly name: string } | null
}

/** Who is responsible for each of some items. */
export function responsibleIn(
  items: readonly Item[],
  people: ReadonlyMap<string, Person>,
): Around['responsibleOf'] {
  const personOf = new Map(items.map((item) => [item.id, item.responsibleId]))
  return (itemId) => people.get(personOf.get(itemId) ?? '') ?? null
}

/** The resources of a plan with what they are planned for; besides them, people who are responsible for work. */
export function poolOfPlan(plan: PlanView, rows: readonly PlanRowView[], around: Around): PlanPool {
  const [, ...calendars] = readCalendars(plan.calendars, around.timeZone)
  const input = toPlanInput({
    rows,
    calendars,
    // The pool itself looks at whose calendars these are.
    ...{ resources: [], assignments: [] },
    ...{ links: [], settings: plan.settings, timeZone: around.timeZone },
    laterPhaseIds: laterPhases(plan),
  })
  const planned = plan.resources.filter(({ kind }) => doesWork(kind))
  const work = rows.filter((row) => !row.isSummary && !row.isMilestone && row.startAt !== null)
  const assigned = new Set(plan.assignments.map(({ itemId }) => itemId))
  const known = new Map(planned.flatMap(({ id, personId }) => (personId === null ? [] : [[personId, id]])))
  const given = givenWork(
    work.filter((row) => !assigned.has(row.itemId)),
    { ...around, known },
  )
  const { assignments } = plan
  const own = poolOfProject({ resources: planned, assignments, calendars, timeZone: around.timeZone })
  return {
    pooled: {
      plans: [input],
      resources: [...own.resources, ...given.resources.map(personOf)],
      assignments: [...own.assignments, ...given.assignments],
    },
    dates: work.flatMap(datesOf),
    resources: [
      ...planned.map(({ id, name, kind }) => ({ id, name, isMachine: kind === 'machine' })),
      ...given.resources.map((person) => ({ ...person, isMachine: false })),
    ],
    uncounted: given.uncounted,
  }
}

type Given = Around & {
  /** Resources by the people they stand for. */
  readonly known: ReadonlyMap<string, string>
}

/** Work that is planned for nobody: whoever is responsible does it, with the effort that it takes. */
function givenWork(rows: readonly PlanRowView[], { responsibleOf, known }: Given) {
  const people = new Map<string, string>()
  const assignments: PlanAssignment[] = []
  let uncounted = 0
  for (const { itemId, effortMin } of rows) {
    const person = responsibleOf(itemId)
    if (person === null || effortMin === null) {
      uncounted += 1
      continue
    }
    const resourceId = known.get(person.id) ?? person.id
    if (!known.has(person.id)) people.set(person.id, person.name)
    assignments.push({ id: itemId, itemId, resourceId, units: 1, workMin: effortMin })
  }
  const resources = [...people].map(([id, name]) => ({ id, name }))
  return { assignments, uncounted, resources: resources.toSorted((a, b) => a.name.localeCompare(b.name)) }
}

function personOf({ id }: { readonly id: string }): PlanResource {
  return { id, kind: 'person', calendarId: null, maxUnits: 1 }
}

function datesOf({ itemId, startAt, finishAt }: PlanRowView): readonly DatedTask[] {
  if (startAt === null || finishAt === null) return []
  return [
    { id: itemId, startAt: Math.floor(startAt / MINUTE_MS), finishAt: Math.floor(finishAt / MINUTE_MS) },
  ]
}
