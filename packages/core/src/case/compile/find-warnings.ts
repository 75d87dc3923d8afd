import type { CaseModel, CaseStageContent } from '../model/case-model.ts'
import type { CaseWarning } from './case-fault.ts'
import { completesUndone } from './ends-at-once.ts'
import type { PlacedItem } from './plan-items.ts'

/** What is executed as it is written, and probably not meant. */
export function findWarnings(model: CaseModel, placed: readonly PlacedItem[]): readonly CaseWarning[] {
  const stages = [{ id: model.id, content: model.root }, ...placed.map(({ item }) => item)]
  return [
    ...stages.flatMap(({ id, content }) =>
      content && completesUndone(content) ? [{ at: id, kind: 'completes-at-once', detail: '' } as const] : [],
    ),
    ...placed.flatMap(({ item: { id, content } }) =>
      content && isEmpty(content) ? [{ at: id, kind: 'empty', detail: '' } as const] : [],
    ),
    ...placed.flatMap(({ item }) => ownEvents(item)),
  ]
}

function isEmpty({ items, discretionary }: CaseStageContent): boolean {
  return items.length + discretionary.length === 0
}

function ownEvents({ id, entry, repetition }: PlacedItem['item']): readonly CaseWarning[] {
  if (repetition !== null) return []
  return entry
    .filter(({ onParts }) => onParts.some(({ sourceId }) => sourceId === id))
    .map((sentry) => ({ at: sentry.id, kind: 'own-event', detail: id }))
}
