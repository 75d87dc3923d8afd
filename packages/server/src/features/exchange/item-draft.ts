import type { Relation } from '@millrace/core/work'
import type { OpenComment } from '../discussion/index.ts'
import type { PlanAssignment, PlanItem, PlanToSave } from '../schedule/index.ts'
import type { OpenChecklist, OpenItem } from '../work/index.ts'
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

/** A file of the archive that is read, and the item it belongs to. */
export type FileDraft = {
  readonly id: string
  readonly itemId: string
  readonly name: string
  /** Where it lies in the archive. */
  readonly path: string
}

/** A piece of an import, done in one transaction. */
export type ImportPart = {
  readonly items: readonly ItemDraft[]
  readonly relations: readonly Relation[]
  readonly planItems: readonly PlanItem[]
  readonly assignments: readonly PlanAssignment[]
  readonly baselines: NonNullable<PlanToSave['baselines']>
  readonly checklists: readonly OpenChecklist[]
  readonly comments: readonly OpenComment[]
  /** Files that lie in the archive that is read. */
  readonly files: readonly FileDraft[]
  /** Items that come archived, once everything about them is there. */
  readonly archivedIds: readonly string[]
}

/** What has to be there before the first item. */
export type Preparation = {
  readonly labels: readonly { readonly id: string; readonly name: string }[]
  readonly labelsFound: number
  readonly placeholders: readonly Placeholder[]
  readonly calendars: NonNullable<PlanToSave['calendars']>
  readonly resources: NonNullable<PlanToSave['resources']>
  /** How the plan is calculated once somebody wants it to be. */
  readonly settings?: NonNullable<PlanToSave['settings']>
  /** The highest number of items that keep theirs. */
  readonly lastNumber?: number
}

/** A file, read once and understood: the same parts in the same order however often they are asked for. */
export type Reading = {
  readonly preparation: Preparation
  readonly parts: () => AsyncIterable<ImportPart>
  /** Tells what is only worth telling before the import: a plan compared with its own logic. */
  readonly review?: () => void
  /** The content of a file in the archive; nothing where it is no archive. */
  readonly contentOf?: (path: string) => AsyncIterable<Uint8Array>
}

/** Small enough for a short transaction, large enough that statements do not count. */
export const PART_SIZE = 500

export const emptyPart: ImportPart = {
  items: [],
  relations: [],
  planItems: [],
  assignments: [],
  baselines: [],
  checklists: [],
  comments: [],
  files: [],
  archivedIds: [],
}

/** How many steps a part is in the progress of its run. */
export function stepsOf(part: ImportPart): number {
  const { items, relations, assignments, baselines, checklists, comments, files, archivedIds } = part
  const steps = [items, relations, assignments, baselines, checklists, comments, files, archivedIds]
  return steps.reduce((sum, { length }) => sum + length, 0)
}

/** Cuts a list into pieces of the size of a part. */
export function* piecesOf<Value>(values: readonly Value[]): Generator<readonly Value[]> {
  for (let at = 0; at < values.length; at += PART_SIZE) yield values.slice(at, at + PART_SIZE)
}
