import type { Minute } from '@millrace/core/calendar'
import type { Instant } from '@millrace/core/kernel'
import { NO_SPLITS, type PlanTask } from '@millrace/core/schedule'
import { createWorkItem, type ItemType, type Priority, type StateGroup } from '@millrace/core/work'
import type { MspdiOutlineNode, MspdiTask } from '@millrace/formats/mspdi'
import { plainDateTimeOf } from '@millrace/formats/plan'
import type { PlanItem } from '../../schedule/index.ts'
import type { OpenItem } from '../../work/index.ts'
import type { ItemDraft } from '../item-draft.ts'
import { stateOrFirst } from '../match-state.ts'
import type { PlanTools } from './draft-resources.ts'

/** What tasks are turned into items with. */
export type TaskTools = PlanTools & {
  readonly containerId: string
  readonly type: ItemType
  readonly momentOf: (local: string | undefined) => Instant | null
  /** The task of a row as core calculates with it; nothing for what has no part in the plan. */
  readonly plannedOf: (row: number) => PlanTask | undefined
  /** Who does most of the work of a task, by its number. */
  readonly responsibleOf: ReadonlyMap<number, { readonly id: string; readonly name: string }>
}

const TITLE_MAX = 500
const DESCRIPTION_MAX = 100_000
const EFFORT_MAX_MIN = 100 * 250 * 480
const INTEGER_MAX = 2_147_483_647

/** A task as an item and its place on the plan; an inactive one is no part of the plan. */
export function draftTask(
  task: MspdiTask,
  node: MspdiOutlineNode,
  tools: TaskTools,
): { readonly draft: ItemDraft; readonly planItem: PlanItem | null } | null {
  const draft = draftItem(task, node, tools)
  if (!draft) return null
  if (!task.active) {
    tellTask(task, tools, { code: 'import.task_inactive' })
    return { draft, planItem: null }
  }
  return { draft, planItem: draftPlanItem(task, { itemId: draft.item.id, row: node.row }, tools) }
}

function draftItem(task: MspdiTask, node: MspdiOutlineNode, tools: TaskTools): ItemDraft | null {
  const { index, project } = tools
  const responsible = tools.responsibleOf.get(task.uid)
  const state = stateOf(task, tools.type)
  const item: OpenItem = {
    id: index.itemIdOfRow(node.row),
    containerId: tools.containerId,
    typeId: tools.type.id,
    stateId: state.id,
    title: titleOf(task, tools),
    description: descriptionOf(task, tools),
    parentId: node.parentRow === undefined ? null : index.itemIdOfRow(node.parentRow),
    priority: priorityOf(task.priority),
    responsibleId: responsible?.id ?? null,
    ...daysOf(task),
    effortMin: effortOf(task, tools),
    isMilestone: task.milestone,
  }
  if (!isSound(item, task, tools)) return null
  const parent = node.parentRow === undefined ? null : (project.tasks[node.parentRow]?.name ?? null)
  return {
    line: task.line,
    item,
    isDone: state.group === 'done',
    shown: { parent, state: state.name, responsible: responsible?.name ?? null, labels: [] },
  }
}

function titleOf(task: MspdiTask, tools: TaskTools): string {
  const name = task.name.replace(/\s+/g, ' ').trim()
  if (name === '') {
    const title = `Task ${task.uid}`
    tellTask(task, tools, { code: 'import.title_made', params: { title } })
    return title
  }
  if (name.length <= TITLE_MAX) return name
  tellTask(task, tools, { code: 'import.title_cut', params: { max: TITLE_MAX } })
  return name.slice(0, TITLE_MAX)
}

function descriptionOf(task: MspdiTask, tools: TaskTools): string {
  const notes = task.notes?.trim() ?? ''
  const link = task.hyperlink?.address
  const text = [notes, link ?? ''].filter((part) => part !== '').join('\n\n')
  if (text.length <= DESCRIPTION_MAX) return text
  tellTask(task, tools, { code: 'import.description_cut', params: { max: DESCRIPTION_MAX } })
  return text.slice(0, DESCRIPTION_MAX)
}

function stateOf(
  task: MspdiTask,
  type: ItemType,
): { readonly id: string; readonly name: string; readonly group: StateGroup } {
  const done = task.percentComplete ?? 0
  const wanted: StateGroup | null = done >= 100 ? 'done' : done > 0 ? 'inProgress' : null
  const state = type.workflow.states.find(({ group }) => group === wanted)
  return state ?? stateOrFirst(type, undefined)
}

/** 500 is usual; 1000 does not say urgent but "never level". */
function priorityOf(written: number | undefined): Priority {
  if (written === undefined || written >= 1000) return 0
  if (written > 800) return 4
  if (written > 600) return 3
  return written < 400 ? 1 : 0
}

function daysOf(task: MspdiTask): { readonly startsOn: string | null; readonly dueOn: string | null } {
  const startsOn = task.start?.slice(0, 10) ?? null
  const dueOn = task.finish?.slice(0, 10) ?? null
  // The file's own problems tell of a finish before its start.
  return startsOn !== null && dueOn !== null && startsOn > dueOn
    ? { startsOn: null, dueOn }
    : { startsOn, dueOn }
}

function effortOf(task: MspdiTask, tools: TaskTools): number | null {
  if (task.workMin === undefined || task.workMin === 0) return null
  const minutes = Math.round(task.workMin)
  if (minutes >= 0 && minutes <= EFFORT_MAX_MIN) return minutes
  tellTask(task, tools, { code: 'import.effort_wrong', params: { value: task.workMin } })
  return null
}

const TASK_TYPES: Readonly<Record<NonNullable<MspdiTask['type']>, PlanItem['taskType']>> = {
  'fixed-units': 'units',
  'fixed-work': 'work',
  'fixed-duration': 'duration',
}

function draftPlanItem(
  task: MspdiTask,
  about: { readonly itemId: string; readonly row: number },
  tools: TaskTools,
): PlanItem {
  const { momentOf, money } = tools
  const planned = tools.plannedOf(about.row)
  const isHammock = planned?.kind === 'hammock'
  return {
    itemId: about.itemId,
    wbsCode: (task.wbs ?? task.outlineNumber ?? '').slice(0, 100),
    startAt: momentOf(task.start),
    finishAt: momentOf(task.finish),
    durationMin: isHammock ? null : wholeMinutes(task.durationMin),
    isHammock,
    percentComplete: Math.max(0, Math.min(100, Math.round(task.percentComplete ?? 0))),
    isManual: task.manual,
    ...calculatedFrom(planned, tools),
    taskType: TASK_TYPES[task.type ?? 'fixed-units'],
    isEffortDriven: task.effortDriven,
    ...{ quantity: null, quantityUnit: '', normMin: null },
    fixedCostMinor: money.amount(task.fixedCostMinor),
    costMinor: money.amount(task.costMinor),
  }
}

/** What core calculates with is what is kept, so that both lead to the same dates. */
function calculatedFrom(planned: PlanTask | undefined, { index, momentOf }: TaskTools) {
  const at = (minute: Minute | null) => (minute === null ? null : momentOf(plainDateTimeOf(minute)))
  const { constraint, actual, deadlineAt, calendarId, isElapsed, levelledAt } = planned ?? NOTHING
  const { splits = NO_SPLITS } = planned ?? NOTHING
  return {
    constraintKind: constraint && constraint.kind,
    constraintAt: constraint && at(constraint.at),
    deadlineAt: at(deadlineAt),
    calendarId: index.calendarId(calendarId),
    isElapsed,
    splits,
    levelledAt: at(levelledAt),
    actualStartAt: actual && at(actual.startAt),
    actualFinishAt: actual && at(actual.finishAt),
    remainingMin: actual && actual.finishAt === null ? actual.remainingMin : null,
    resumeAt: actual?.resumeAt === undefined ? null : at(actual.resumeAt),
  }
}

const NOTHING = {
  constraint: null,
  actual: null,
  deadlineAt: null,
  calendarId: null,
  isElapsed: false,
  splits: NO_SPLITS,
  levelledAt: null,
}

/** Minutes as a table holds them; null for what is below zero or beyond it. */
export function wholeMinutes(minutes: number | undefined): number | null {
  if (minutes === undefined) return null
  const whole = Math.round(minutes)
  return whole >= 0 && whole <= INTEGER_MAX ? whole : null
}

function tellTask(
  task: MspdiTask,
  { tell }: TaskTools,
  about: { readonly code: string; readonly params?: Readonly<Record<string, unknown>> },
): void {
  tell({ ...about, severity: 'warning', line: task.line, subject: task.name.slice(0, 80) })
}

/** Asks core whether this can be an item, so that no part of an import is refused as a whole later. */
function isSound(item: OpenItem, task: MspdiTask, tools: TaskTools): boolean {
  const { typeId: _typeId, ...given } = item
  const decided = createWorkItem(given, {
    type: tools.type,
    fieldsById: new Map(),
    labelIds: new Set(),
    key: 'X-1',
    defaultArea: '2.3',
    order: 0,
    above: null,
    now: 0,
    actor: { kind: 'system' },
    newEventId: () => '',
  })
  if (decided.ok) return true
  const { code, params } = decided.refusal
  tools.tell({ code, severity: 'error', line: task.line, subject: task.name.slice(0, 80), params })
  return false
}
