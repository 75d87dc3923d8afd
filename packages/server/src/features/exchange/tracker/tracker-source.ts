import type { ImportMapping } from '@millrace/contract'
import type { ItemType } from '@millrace/core/work'
import type { TrackerBoard, TrackerItem, TrackerPerson, TrackerState } from '@millrace/formats/tracker'
import type { RunRow } from '../import-run.ts'
import type { LabelMatcher } from '../match-labels.ts'
import type { PeopleMatcher } from '../match-people.ts'
import type { Problem } from '../problem-list.ts'
import type { Surroundings } from '../queries/read-surroundings.ts'

/** What reading the file of a tracker for an import needs. */
export type TrackerSource = {
  readonly run: RunRow
  readonly mapping: ImportMapping
  readonly containerId: string
  readonly surroundings: Surroundings
  readonly people: PeopleMatcher
  readonly board: TrackerBoard
  readonly tell: (problem: Problem) => void
  /** The content of a file in the archive that was read; what cannot be read is refused. */
  readonly contentOf: (path: string) => AsyncIterable<Uint8Array>
}

/** What its items are turned into ours with. */
export type TrackerTools = TrackerSource & {
  readonly usualType: ItemType
  readonly labels: LabelMatcher
  /** Ids of labels there are, and of those to be made. */
  readonly labelIds: ReadonlySet<string>
  /** Numbers of items that keep their keys, by reference. */
  readonly numbers: ReadonlyMap<string, number>
  readonly states: ReadonlyMap<string, TrackerState>
  readonly persons: ReadonlyMap<string, TrackerPerson>
}

/** Tells a problem of one item. */
export function tellItem(
  { tell }: Pick<TrackerSource, 'tell'>,
  item: Pick<TrackerItem, 'key' | 'title' | 'line'>,
  problem: Pick<Problem, 'code' | 'params'> & { readonly severity?: 'error' },
): void {
  tell({ severity: 'warning', ...problem, line: item.line, subject: nameOf(item) })
}

/** How an item is named to people. */
export function nameOf({ key, title }: Pick<TrackerItem, 'key' | 'title'>): string {
  return [key, title].filter(Boolean).join(' ').slice(0, 120)
}

/** Whom a reference of the file means; null when nobody is meant or known. */
export function personIdOf(
  ref: string | null | undefined,
  item: Pick<TrackerItem, 'key' | 'title' | 'line'>,
  { persons, people, tell }: Pick<TrackerTools, 'persons' | 'people' | 'tell'>,
): string | null {
  const person = ref ? persons.get(ref) : undefined
  if (!person) return null
  const { name, email } = person
  return people.find(
    { name, email: email ?? undefined },
    { line: item.line, tell: (problem) => tell({ ...problem, subject: nameOf(item) }) },
  )
}
