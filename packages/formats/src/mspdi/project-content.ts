import type { MspdiAssignment } from './assignment.ts'
import type { MspdiCalendar } from './calendar.ts'
import type { MspdiProperties } from './mspdi-project.ts'
import type { PlacedSubject } from './problem.ts'
import type { MspdiResource } from './resource.ts'
import type { MspdiTask } from './task.ts'

/** What was read, before it is checked as a whole. */
export type ProjectContent = {
  readonly properties: MspdiProperties
  readonly calendars: readonly MspdiCalendar[]
  readonly tasks: readonly MspdiTask[]
  readonly resources: readonly MspdiResource[]
  readonly assignments: readonly MspdiAssignment[]
}

/** Longer names are cut in problems: they are shown in sentences, and repeated in many. */
const LONGEST_NAME = 200

/** A name as problems show it. */
export function shownName(name: string): string {
  return name.slice(0, LONGEST_NAME)
}

/** A row as the subject of a problem. */
export function subjectOf(
  kind: PlacedSubject['kind'],
  row: { readonly uid: number; readonly name: string; readonly line: number },
): PlacedSubject {
  return { kind, uid: row.uid, name: shownName(row.name), line: row.line }
}
