import { isOccurrence } from '../engine/transitions.ts'
import type { CaseModel, OnPart, PlanItemTransition, Sentry } from '../model/case-model.ts'
import { type CaseFault, faultAt } from './case-fault.ts'
import type { PlacedItem } from './plan-items.ts'

/**
 * Items that can never begin, whatever people do: every one of their entry criteria waits for something that cannot
 * happen before, most of all for itself round about.
 */
export function findNever(model: CaseModel, placed: readonly PlacedItem[]): readonly CaseFault[] {
  const reach = new Beginnings(model, placed)
  return placed
    .filter(({ item, parentId }) => !reach.begins(item.id) && reach.begins(parentId))
    .map(({ item }) => faultAt(item.id, 'never', reach.wayRound(item.id).join(' ← ')))
}

/** Transitions that can happen before an item has begun. */
const BEFORE_BEGINNING: ReadonlySet<PlanItemTransition> = new Set([
  'create',
  'exit',
  'parentSuspend',
  'parentResume',
  'parentTerminate',
])
/** Transitions of a stage that what lies in it does not live to see. */
const END: ReadonlySet<PlanItemTransition> = new Set(['complete', 'terminate', 'exit', 'close'])
/** Transitions that are over before anything lies in a stage, but for what lies there directly. */
const BEGINNING: ReadonlySet<PlanItemTransition> = new Set(['start', 'manualStart'])
const BEFORE_CONTENT: ReadonlySet<PlanItemTransition> = new Set(['create', 'enable', 'disable', 'reenable'])

/** What can begin, found by beginning with what waits for nothing until nothing more is found. */
class Beginnings {
  readonly #caseId: string
  readonly #items: ReadonlyMap<string, PlacedItem>
  readonly #found: Set<string>

  constructor({ id }: CaseModel, placed: readonly PlacedItem[]) {
    this.#caseId = id
    this.#items = new Map(placed.map((one) => [one.item.id, one]))
    this.#found = new Set([id])
    for (let before = 0; before < this.#found.size; ) {
      before = this.#found.size
      for (const one of placed) if (this.#canBegin(one)) this.#found.add(one.item.id)
    }
  }

  begins(id: string): boolean {
    return this.#found.has(id)
  }

  /** From an item to what it waits for, and so on, until something is met again. */
  wayRound(id: string): readonly string[] {
    const way: string[] = []
    let next: string | undefined = id
    while (next !== undefined && !way.includes(next)) {
      way.push(next)
      next = this.#awaited(next)
    }
    return next === undefined ? way : [...way, next]
  }

  #awaited(id: string): string | undefined {
    const placed = this.#items.get(id)
    if (!placed) return undefined
    if (!this.begins(placed.parentId)) return placed.parentId
    const parts = placed.item.entry.flatMap(({ onParts }) => onParts)
    return parts.find((part) => !this.#canHappen(part, placed))?.sourceId
  }

  #canBegin(placed: PlacedItem): boolean {
    const { item, parentId } = placed
    if (!this.begins(parentId)) return false
    return item.entry.length === 0 || item.entry.some((sentry) => this.#canBeMet(sentry, placed))
  }

  #canBeMet({ onParts }: Sentry, placed: PlacedItem): boolean {
    return onParts.every((part) => this.#canHappen(part, placed))
  }

  #canHappen(part: OnPart, waiting: PlacedItem): boolean {
    if (part.on === 'file') return true
    const { sourceId, transition } = part
    if (this.#isAround(sourceId, waiting)) return isSeenWithin(transition, sourceId === waiting.parentId)
    const source = this.#items.get(sourceId)
    if (!source) return false
    const isBefore = BEFORE_BEGINNING.has(transition) || isListenerOrLoose(source, transition)
    return this.begins(isBefore ? source.parentId : sourceId)
  }

  #isAround(sourceId: string, { parentId }: PlacedItem): boolean {
    if (sourceId === this.#caseId || sourceId === parentId) return true
    const parent = this.#items.get(parentId)
    return parent !== undefined && this.#isAround(sourceId, parent)
  }
}

function isSeenWithin(transition: PlanItemTransition, isDirectly: boolean): boolean {
  if (END.has(transition)) return false
  // The case is created in the moment in which its stage begins.
  if (BEGINNING.has(transition) || transition === 'create') return isDirectly
  return !BEFORE_CONTENT.has(transition)
}

/** Listeners wait for nothing in the plan; milestones can be suspended and terminated before they occur. */
function isListenerOrLoose({ item }: PlacedItem, transition: PlanItemTransition): boolean {
  return isOccurrence(item.kind) && (item.kind !== 'milestone' || transition !== 'occur')
}
