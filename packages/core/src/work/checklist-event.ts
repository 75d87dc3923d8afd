import type { Event, Id, PlainDate, SubjectRef } from '../kernel/index.ts'
import type { Checklist, ChecklistLine } from './checklist.ts'
import type { DecideContext } from './decision.ts'
import type { WorkItem } from './work-item.ts'

/** What can happen to a list as a whole. */
export type ChecklistFactKind =
  | 'work.checklist_added'
  | 'work.checklist_changed'
  | 'work.checklist_removed'
  | 'work.checklist_restored'

/** What can happen to lines. */
export type LineFactKind =
  | 'work.lines_added'
  | 'work.lines_changed'
  | 'work.lines_ticked'
  | 'work.lines_unticked'
  | 'work.lines_removed'
  | 'work.lines_restored'
  | 'work.lines_linked'
  | 'work.lines_unlinked'

/** One thing that happened to a list or a line of an item, with what stood there before. */
export type ChecklistFact =
  | {
      readonly kind: ChecklistFactKind
      readonly item: WorkItem
      readonly list: Checklist
      readonly before: Checklist | null
      /** Lines that went or came with the list. */
      readonly lines: readonly ChecklistLine[]
    }
  | {
      readonly kind: LineFactKind
      readonly item: WorkItem
      readonly line: ChecklistLine
      readonly before: ChecklistLine | null
    }

type Change<Value> = { readonly from: Value; readonly to: Value }

/** A line in an event: what it says, and what of it changed. */
export type LineInEvent = {
  readonly id: Id<'ChecklistLine'>
  readonly text: string
  readonly subItemId?: Id<'WorkItem'>
  readonly changes?: {
    readonly text?: Change<string>
    readonly rank?: Change<string>
    readonly checklistId?: Change<Id<'Checklist'>>
    readonly responsibleId?: Change<Id<'Person'> | null>
    readonly dueOn?: Change<PlainDate | null>
  }
}

/** Everything the journal tells about checklists. The subject is the item, whose history it is. */
export type ChecklistEvent =
  | Event<
      ChecklistFactKind,
      { readonly list: { readonly id: Id<'Checklist'>; readonly name: string; readonly nameBefore?: string } }
    >
  | Event<LineFactKind, { readonly lines: readonly LineInEvent[] }>

/**
 * The events of what happened in one act, in order. What happened to several lines of an item in a
 * row is one event: pasting fifty lines is one thing that somebody did.
 */
export function checklistEvents(
  facts: readonly ChecklistFact[],
  context: DecideContext,
): readonly ChecklistEvent[] {
  return inRows(facts).flatMap((row) => {
    const [first] = row
    if (!first) return []
    const { kind, item } = first
    const envelope = {
      id: context.newEventId(),
      kind,
      at: context.now,
      actor: context.actor,
      subject: { kind: 'item', id: item.id },
      containerId: item.containerIds[0] ?? null,
      touches: row.flatMap(touchedBy),
    }
    // A row is of one kind, which the spread forgets.
    return [{ ...envelope, data: dataOf(row) } as ChecklistEvent]
  })
}

function inRows(facts: readonly ChecklistFact[]): readonly (readonly ChecklistFact[])[] {
  const rows: ChecklistFact[][] = []
  for (const fact of facts) {
    const last = rows.at(-1)
    const before = last?.at(-1)
    const isSame = before && 'line' in fact && before.kind === fact.kind && before.item.id === fact.item.id
    if (last && isSame) last.push(fact)
    else rows.push([fact])
  }
  return rows
}

function touchedBy(fact: ChecklistFact): readonly SubjectRef[] {
  if ('line' in fact) return [lineRef(fact.line)]
  return [{ kind: 'checklist', id: fact.list.id }, ...fact.lines.map(lineRef)]
}

function lineRef(line: ChecklistLine): SubjectRef {
  return { kind: 'checklistLine', id: line.id }
}

function dataOf(row: readonly ChecklistFact[]): ChecklistEvent['data'] {
  const [first] = row
  if (first && 'list' in first) {
    const { list, before } = first
    const isRenamed = before !== null && before.name !== list.name
    return { list: { id: list.id, name: list.name, ...(isRenamed ? { nameBefore: before.name } : {}) } }
  }
  return { lines: row.flatMap((fact) => ('line' in fact ? [lineInEvent(fact)] : [])) }
}

function lineInEvent(fact: Extract<ChecklistFact, { readonly line: ChecklistLine }>): LineInEvent {
  const { kind, line, before } = fact
  const told = { id: line.id, text: line.text }
  if (kind === 'work.lines_changed' && before) return { ...told, changes: changesOf(before, line) }
  const subItemId = line.subItemId ?? before?.subItemId ?? null
  return subItemId === null ? told : { ...told, subItemId }
}

const TOLD = ['text', 'rank', 'checklistId', 'responsibleId', 'dueOn'] as const

function changesOf(before: ChecklistLine, after: ChecklistLine): NonNullable<LineInEvent['changes']> {
  const changed = TOLD.filter((field) => before[field] !== after[field])
  // Old and new value of the same field.
  return Object.fromEntries(changed.map((field) => [field, { from: before[field], to: after[field] }]))
}
