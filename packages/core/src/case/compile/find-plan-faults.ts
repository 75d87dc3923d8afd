import { hasTransition, isOccurrence } from '../engine/transitions.ts'
import type {
  CaseFileItem,
  CaseModel,
  CaseStageContent,
  OnPart,
  PlanItem,
  PlanItemKind,
  PlanItemTransition,
  Sentry,
} from '../model/case-model.ts'
import { type CaseFault, faultAt } from './case-fault.ts'
import { type PlacedItem, planItemsOf } from './plan-items.ts'

/** Items of one plan, and stages within stages; the largest that people draw have some hundreds. */
const ITEMS_MAX = 5_000
const DEPTH_MAX = 30

/** That a plan is so large or deep that it is not looked at any further. */
export function planSizeFault({ id, root }: CaseModel): CaseFault | null {
  const { items, depth } = sizeOf(root, DEPTH_MAX + 1)
  if (depth > DEPTH_MAX) return faultAt(id, 'too-large', String(DEPTH_MAX))
  return items > ITEMS_MAX ? faultAt(id, 'too-large', String(ITEMS_MAX)) : null
}

function sizeOf(
  { items, discretionary }: CaseStageContent,
  left: number,
): { readonly items: number; readonly depth: number } {
  if (left === 0) return { items: 0, depth: 0 }
  const within = [...items, ...discretionary.map(({ item }) => item)].map(({ content }) =>
    content ? sizeOf(content, left - 1) : { items: 0, depth: 0 },
  )
  return {
    items: within.reduce((sum, { items: inner }) => sum + inner, within.length),
    depth: 1 + Math.max(0, ...within.map(({ depth }) => depth)),
  }
}

/** What of a plan cannot be executed by the way it is put together; its expressions are not looked at. */
export function findPlanFaults(model: CaseModel): readonly CaseFault[] {
  const placed = planItemsOf(model)
  const plan: Plan = {
    items: new Map(placed.map((one) => [one.item.id, one])),
    caseId: model.id,
    caseExits: new Set(model.exit.map(({ id }) => id)),
    file: new Set(fileIds(model.file)),
    roles: new Set(model.roles),
  }
  return [
    ...idFaults(model, placed),
    ...model.exit.flatMap((sentry) => sentryFaults(sentry, plan)),
    ...placed.flatMap((one) => itemFaults(one, plan)),
  ]
}

type Plan = {
  readonly items: ReadonlyMap<string, PlacedItem>
  readonly caseId: string
  readonly caseExits: ReadonlySet<string>
  readonly file: ReadonlySet<string>
  readonly roles: ReadonlySet<string>
}

function fileIds(file: readonly CaseFileItem[]): readonly string[] {
  return file.flatMap(({ id, children }) => [id, ...fileIds(children)])
}

/** One namespace for everything, as in XML. */
function idFaults(model: CaseModel, placed: readonly PlacedItem[]): readonly CaseFault[] {
  const criteria = [model, ...placed.map(({ item }) => item)].flatMap((one) => [
    ...('entry' in one ? one.entry : []),
    ...one.exit,
  ])
  const seen = new Set<string>()
  const named: readonly { readonly id: string; readonly name: string }[] = [
    model,
    ...placed.map(({ item }) => item),
    ...criteria,
    ...fileIds(model.file).map((id) => ({ id, name: '' })),
  ]
  return named.flatMap(({ id, name }) => {
    if (id.trim() === '') return [faultAt(id, 'no-id', name)]
    if (seen.has(id)) return [faultAt(id, 'twice')]
    seen.add(id)
    return []
  })
}

/** What only some kinds can have, and which those are. */
const ONLY: readonly {
  readonly part: string
  readonly has: (item: PlanItem) => boolean
  readonly kinds: (kind: PlanItemKind) => boolean
}[] = [
  { part: 'entry', has: ({ entry }) => entry.length > 0, kinds: (kind) => !isListener(kind) },
  { part: 'exit', has: ({ exit }) => exit.length > 0, kinds: (kind) => !isOccurrence(kind) },
  {
    part: 'manualActivation',
    has: ({ manualActivation }) => manualActivation !== null,
    kinds: (kind) => !isOccurrence(kind),
  },
  { part: 'required', has: ({ required }) => required !== null, kinds: (kind) => !isListener(kind) },
  // Of a timer says its own text how often it goes off.
  {
    part: 'repetition',
    has: ({ repetition }) => repetition !== null,
    kinds: (kind) => kind !== 'timerListener',
  },
  { part: 'isBlocking', has: ({ isBlocking }) => !isBlocking, kinds: isTask },
  { part: 'content', has: ({ content }) => content !== null, kinds: (kind) => kind === 'stage' },
  { part: 'timer', has: ({ timer }) => timer !== null, kinds: (kind) => kind === 'timerListener' },
]

function isListener(kind: PlanItemKind): boolean {
  return kind === 'userListener' || kind === 'timerListener'
}

function isTask(kind: PlanItemKind): boolean {
  return kind !== 'stage' && !isOccurrence(kind)
}

function itemFaults({ item, discretionary }: PlacedItem, plan: Plan): readonly CaseFault[] {
  const { id, timer } = item
  return [
    ...ONLY.flatMap(({ part, has, kinds }) =>
      has(item) && !kinds(item.kind) ? [faultAt(id, 'misplaced', part)] : [],
    ),
    ...missing(item),
    ...(timer?.from ? sourceFaults(id, timer.from, plan) : []),
    ...otherFaults(item, plan),
    ...(discretionary ? tableFaults(discretionary, plan) : []),
    ...[...item.entry, ...item.exit].flatMap((sentry) => sentryFaults(sentry, plan)),
  ]
}

/** What an item of its kind is nothing without. A stage may be empty: whoever works on the case fills it. */
function missing({ id, kind, timer }: PlanItem): readonly CaseFault[] {
  return kind === 'timerListener' && timer === null ? [faultAt(id, 'no-event', 'timer')] : []
}

function otherFaults({ id, work }: PlanItem, plan: Plan): readonly CaseFault[] {
  return (work?.otherThan ?? []).flatMap((other) => {
    const found = plan.items.get(other)
    if (!found) return [faultAt(id, 'unknown-reference', other)]
    return other === id || !isTask(found.item.kind) ? [faultAt(id, 'misplaced', other)] : []
  })
}

function tableFaults(
  { item, roles, besideId }: NonNullable<PlacedItem['discretionary']>,
  plan: Plan,
): readonly CaseFault[] {
  const faults = roles
    .filter((role) => !plan.roles.has(role))
    .map((role) => faultAt(item.id, 'unknown-reference', role))
  if (isOccurrence(item.kind)) faults.push(faultAt(item.id, 'misplaced', 'discretionary'))
  if (besideId === null) return faults
  const [beside, own] = [plan.items.get(besideId), plan.items.get(item.id)]
  if (!beside) return [...faults, faultAt(item.id, 'unknown-reference', besideId)]
  const isTaskOfPlan = beside.item.kind === 'humanTask' && beside.discretionary === null
  const isNeighbour = isTaskOfPlan && beside.parentId === own?.parentId
  return isNeighbour ? faults : [...faults, faultAt(item.id, 'misplaced', besideId)]
}

function sentryFaults(sentry: Sentry, plan: Plan): readonly CaseFault[] {
  const { id, onParts, ifPart } = sentry
  if (onParts.length === 0 && ifPart === null) return [faultAt(id, 'no-event')]
  return onParts.flatMap((part) => onPartFaults(id, part, plan))
}

function onPartFaults(at: string, part: OnPart, plan: Plan): readonly CaseFault[] {
  if (part.on === 'file')
    return plan.file.has(part.sourceId) ? [] : [faultAt(at, 'unknown-reference', part.sourceId)]
  const faults = sourceFaults(at, part, plan)
  const { exitCriterionId, sourceId, transition } = part
  if (exitCriterionId === null || faults.length > 0) return faults
  const isCase = sourceId === plan.caseId
  const exits = isCase ? plan.caseExits : new Set(plan.items.get(sourceId)?.item.exit.map(({ id }) => id))
  if (!exits.has(exitCriterionId)) return [faultAt(at, 'unknown-reference', exitCriterionId)]
  return transition === (isCase ? 'terminate' : 'exit') ? [] : [faultAt(at, 'misplaced', transition)]
}

function sourceFaults(
  at: string,
  { sourceId, transition }: { readonly sourceId: string; readonly transition: PlanItemTransition },
  plan: Plan,
): readonly CaseFault[] {
  const kind = sourceId === plan.caseId ? 'case' : plan.items.get(sourceId)?.item.kind
  if (!kind) return [faultAt(at, 'unknown-reference', sourceId)]
  return hasTransition(kind, transition) ? [] : [faultAt(at, 'misplaced', `${sourceId} ${transition}`)]
}
