import type { Relation } from '@millrace/core/work'
import type { PlanAssignment, PlanItem, PlanToSave } from '../schedule/index.ts'
import type { OpenItem } from '../work/index.ts'
import type { Placeholder } from './match-people.ts'

/** An item as a file describes it. */
export type ItemDraft = {
  readonly line: number | null
  readonly item: OpenItem
  readonly isDone: boolean
  readonly shown: {
    readonly parent: string | null
    readonly state: string
    readonly responsible: string | null
    readonly labels: readonly string[]
  }
}

/** A piece of an import, done in one transaction. */
export type ImportPart = {
  readonly items: readonly ItemDraft[]
  readonly relations: readonly Relation[]
  readonly planItems: readonly PlanItem[]
  readonly assignments: readonly PlanAssignment[]
  readonly baselines: NonNullable<PlanToSave['baselines']>
}

/** What has to be there before the first item. */
export type Preparation = {
  readonly labels: readonly { readonly id: string; readonly name: string }[]
  readonly labelsFound: number
  readonly placeholders: readonly Placeholder[]
  readonly calendars: NonNullable<PlanToSave['calendars']>
  readonly resources: NonNullable<PlanToSave['resources']>
}

/** A file, read once and understood: the same parts in the same order however often they are asked for. */
export type Reading = {
  readonly preparation: Preparation
  readonly parts: () => AsyncIterable<ImportPart>
}

/** Small enough for a short transaction, large enough that statements do not count. */
export const PART_SIZE = 500

export const emptyPart: ImportPart = {
  items: [],
  relations: [],
  planItems: [],
  assignments: [],
  baselines: [],
}

/** How many steps a part is in the progress of its run. */
export function stepsOf(part: ImportPart): number {
  return part.items.length + part.relations.length + part.assignments.length + part.baselines.length
}

/** Cuts a list into pieces of the size of a part. */
export function* piecesOf<Value>(values: readonly Value[]): Generator<readonly Value[]> {
  for (let at = 0; at < values.length; at += PART_SIZE) yield values.slice(at, at + PART_SIZE)
}
