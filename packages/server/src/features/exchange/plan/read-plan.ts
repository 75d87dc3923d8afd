import type { ImportMapping } from '@millrace/contract'
import type { LagUnit, Relation } from '@millrace/core/work'
import { type MspdiAssignment, type MspdiLag, type MspdiProject } from '@millrace/formats/mspdi'
import { plainDateTimeOf } from '@millrace/formats/plan'
import type { PlanAssignment, PlanItem, PlanToSave } from '../../schedule/index.ts'
import type { RunRow } from '../import-run.ts'
import {
  emptyPart,
  type ImportPart,
  type ItemDraft,
  PART_SIZE,
  type Preparation,
  piecesOf,
  type Reading,
} from '../item-draft.ts'
import type { PeopleMatcher } from '../match-people.ts'
import type { Problem } from '../problem-list.ts'
import type { Surroundings } from '../queries/read-surroundings.ts'
import { stableId } from '../stable-id.ts'
import { usualTypeOf } from '../usual-type.ts'
import { draftCalendars, draftResources, type PlanTools, personOf, unitsOf } from './draft-resources.ts'
import { draftTask, type TaskTools, wholeMinutes } from './draft-task.ts'
import type { LoadedPlan } from './loaded-plan.ts'
import { createLocalClock } from './local-moment.ts'
import { firstOf, indexPlan } from './plan-index.ts'
import { planMoney } from './plan-money.ts'
import { reviewDates } from './review-dates.ts'

/** What reading a plan for an import needs. */
export type PlanSource = {
  readonly run: RunRow
  readonly mapping: ImportMapping
  readonly containerId: string
  readonly surroundings: Surroundings
  readonly people: PeopleMatcher
  readonly loaded: LoadedPlan
  readonly tell: (problem: Problem) => void
}

type Baselines = NonNullable<PlanToSave['baselines']>

const LAG_MAX = 10 * 366 * 1440

/** A project file as items with a plan. */
export function readPlan(source: PlanSource): Reading {
  const { run, mapping, surroundings, people, tell } = source
  const { project, plan } = source.loaded
  const index = indexPlan(project, run)
  const money = planMoney(project, surroundings.currency, tell)
  const { timeZone } = surroundings
  const planTools: PlanTools = { project, plan, timeZone, index, money, people, tell }
  const resources = draftResources(planTools)
  const tools: TaskTools = {
    ...planTools,
    containerId: source.containerId,
    type: usualTypeOf(mapping, surroundings),
    momentOf: createLocalClock(timeZone),
    plannedOf: plannedRows(planTools),
    responsibleOf: findResponsible(planTools),
  }
  return {
    preparation: {
      labels: [],
      labelsFound: 0,
      placeholders: people.placeholders(),
      calendars: draftCalendars(tools),
      resources,
      settings: settingsOf(tools),
    },
    parts: () => partsOf(source, tools),
    review: () => reviewDates(plan, tell),
  }
}

/** How the plan is calculated: as its file says. */
function settingsOf({ plan, index, momentOf }: TaskTools): NonNullable<Preparation['settings']> {
  const { startAt, statusAt, calendarId, lagCalendar, precedence, progress } = plan.input.options
  const { criticalMin, nearCriticalMin } = plan.input.options
  return {
    startsAt: momentOf(plainDateTimeOf(startAt)),
    statusAt: statusAt === null ? null : momentOf(plainDateTimeOf(statusAt)),
    calendarId: index.calendarId(calendarId),
    lagCalendar,
    precedence,
    progressRule: progress,
    ...{ criticalMin, nearCriticalMin },
  }
}

/** Tasks of the plan by the rows of the project: the active ones, in their order. */
function plannedRows({ project, plan, index }: PlanTools): TaskTools['plannedOf'] {
  const active = index.outline.filter(({ row }) => project.tasks[row]?.active === true)
  const byRow = new Map(
    active.flatMap(({ row }, place) => {
      const task = plan.input.tasks[place]
      return task ? [[row, task] as const] : []
    }),
  )
  return (row) => byRow.get(row)
}

async function* partsOf(source: PlanSource, tools: TaskTools): AsyncGenerator<ImportPart> {
  const made = new Set<string>()
  let items: ItemDraft[] = []
  let planItems: PlanItem[] = []
  for (const node of tools.index.outline) {
    const task = tools.project.tasks[node.row]
    const drafted = task && draftTask(task, node, tools)
    if (!drafted) continue
    made.add(drafted.draft.item.id)
    items.push(withMadeParent(drafted.draft, made))
    if (drafted.planItem) planItems.push(drafted.planItem)
    if (items.length < PART_SIZE) continue
    yield { ...emptyPart, items, planItems }
    items = []
    planItems = []
  }
  if (items.length > 0) yield { ...emptyPart, items, planItems }
  for (const relations of piecesOf(draftRelations(source, made, tools))) yield { ...emptyPart, relations }
  for (const assignments of piecesOf(draftAssignments(source, made, tools)))
    yield { ...emptyPart, assignments }
  // All in one part: their numbers follow those that the project had before.
  const baselines = draftBaselines(source, made, tools)
  if (baselines.length > 0) yield { ...emptyPart, baselines }
}

/** A task whose summary is left out stands on the first level. */
function withMadeParent(draft: ItemDraft, made: ReadonlySet<string>): ItemDraft {
  const { parentId } = draft.item
  if (!parentId || made.has(parentId)) return draft
  return { ...draft, item: { ...draft.item, parentId: null }, shown: { ...draft.shown, parent: null } }
}

/** Links without circles: the file's reader has found those, and told them. */
function draftRelations(
  source: PlanSource,
  made: ReadonlySet<string>,
  { index }: TaskTools,
): readonly Relation[] {
  return source.loaded.project.links.flatMap((link): readonly Relation[] => {
    const fromId = index.itemIdOfTask(link.predecessorUid)
    const toId = index.itemIdOfTask(link.successorUid)
    if (link.leftOut !== undefined || fromId === undefined || toId === undefined) return []
    if (!made.has(fromId) || !made.has(toId) || fromId === toId) return []
    const id = stableId<'Relation'>(
      source.run,
      'relation',
      `${link.predecessorUid} ${link.successorUid} ${link.kind}`,
    )
    return [{ id, fromId, toId, kind: 'precedes', linkType: link.kind, ...lagOf(link.lag) }]
  })
}

function lagOf(lag: MspdiLag): { readonly lag: number; readonly lagUnit: LagUnit } {
  const whole = (value: number) => Math.max(-LAG_MAX, Math.min(LAG_MAX, Math.round(value)))
  switch (lag.kind) {
    case 'working':
      return { lag: whole(lag.minutes), lagUnit: 'workingMin' }
    case 'elapsed':
      return { lag: whole(lag.minutes), lagUnit: 'elapsedMin' }
    case 'percent':
      return { lag: whole(lag.percent), lagUnit: 'percent' }
  }
}

/** Assignments of known resources to tasks that become items, each number once. */
function usable(project: MspdiProject): readonly (MspdiAssignment & { readonly resourceUid: number })[] {
  const first = firstOf(project.assignments.map((assignment) => [assignment.uid, assignment]))
  return [...first.values()].flatMap((assignment) =>
    assignment.resourceUid === undefined ? [] : [{ ...assignment, resourceUid: assignment.resourceUid }],
  )
}

function draftAssignments(
  { run, loaded: { project }, tell }: PlanSource,
  made: ReadonlySet<string>,
  { index, money, momentOf }: TaskTools,
): readonly PlanAssignment[] {
  return usable(project).flatMap((assignment) => {
    const itemId = index.itemIdOfTask(assignment.taskUid)
    const resourceId = index.resourceId(assignment.resourceUid)
    if (itemId === undefined || resourceId === undefined || !made.has(itemId)) return []
    const skill = index.skills.get(assignment.resourceUid) ?? null
    return [
      {
        id: stableId<'Assignment'>(run, 'assignment', assignment.uid),
        itemId,
        resourceId: skill === null ? resourceId : null,
        skill,
        units: unitsOf(assignment.units ?? 1, { line: assignment.line, tell }),
        workMin: wholeMinutes(assignment.workMin) ?? 0,
        actualWorkMin: wholeMinutes(assignment.actualWorkMin) ?? 0,
        startAt: momentOf(assignment.start),
        finishAt: momentOf(assignment.finish),
        costMinor: money.amount(assignment.costMinor),
      },
    ]
  })
}

/** Who has the most work on each task. */
function findResponsible(tools: PlanTools): TaskTools['responsibleOf'] {
  const { project } = tools
  const resources = firstOf(project.resources.map((resource) => [resource.uid, resource]))
  const most = new Map<number, { readonly id: string; readonly name: string; readonly workMin: number }>()
  for (const { taskUid, resourceUid, workMin = 0 } of usable(project)) {
    const resource = resources.get(resourceUid)
    const id = resource ? personOf(resource, { ...tools, tell: () => {} }) : null
    const before = most.get(taskUid)
    if (id !== null && resource && (!before || workMin > before.workMin))
      most.set(taskUid, { id, name: resource.name, workMin })
  }
  return most
}

/** What the plan once was, numbered after the baselines that the project has already. */
function draftBaselines(
  source: PlanSource,
  made: ReadonlySet<string>,
  { project, index, money, momentOf }: TaskTools,
): Baselines {
  const { container } = source.surroundings
  const numbers = new Set(project.tasks.flatMap(({ baselines }) => baselines.map(({ number }) => number)))
  const offset = container?.last_baseline === null || !container ? 0 : container.last_baseline + 1
  const takenAt = momentOf(project.properties.lastSavedAt) ?? source.run.created_at
  return [...numbers]
    .toSorted((a, b) => a - b)
    .map((number) => ({
      id: index.baselineId(number),
      number: number + offset,
      name: number === 0 ? 'Baseline' : `Baseline ${number}`,
      takenAt,
      items: index.outline.flatMap(({ row }) => {
        const itemId = index.itemIdOfRow(row)
        const taken = project.tasks[row]?.baselines.find((baseline) => baseline.number === number)
        if (!taken || !made.has(itemId)) return []
        return [
          {
            itemId,
            startAt: momentOf(taken.start),
            finishAt: momentOf(taken.finish),
            durationMin: wholeMinutes(taken.durationMin),
            effortMin: wholeMinutes(taken.workMin),
            costMinor: money.amount(taken.costMinor),
            splits: [],
          },
        ]
      }),
    }))
    .filter(({ items }) => items.length > 0)
}
