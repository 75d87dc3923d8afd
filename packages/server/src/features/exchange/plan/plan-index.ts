import {
  genericSkills,
  type MspdiOutlineNode,
  type MspdiProject,
  mspdiToOutline,
} from '@millrace/formats/mspdi'
import type { RunRow } from '../import-run.ts'
import { stableId } from '../stable-id.ts'

/** Who is who in a project file. A number that occurs twice means the first. */
export type PlanIndex = {
  readonly outline: readonly MspdiOutlineNode[]
  readonly itemIdOfRow: (row: number) => string
  readonly itemIdOfTask: (uid: number) => string | undefined
  readonly resourceId: (uid: number) => string | undefined
  /** What whoever is still to be chosen for its work needs, by the number of a resource that is nobody in particular. */
  readonly skills: ReadonlyMap<number, string>
  readonly calendarId: (id: string | null) => string | null
  readonly baselineId: (number: number) => string
}

/** Gives everything in the file the id it will have here. */
export function indexPlan(project: MspdiProject, run: RunRow): PlanIndex {
  const outline = mspdiToOutline(project)
  const rowOfUid = firstOf(outline.map(({ uid, row }) => [uid, row]))
  const resources = new Set(project.resources.map(({ uid }) => uid))
  const itemIdOfRow = (row: number) => stableId(run, 'item', row)
  return {
    outline,
    itemIdOfRow,
    itemIdOfTask: (uid) => {
      const row = rowOfUid.get(uid)
      return row === undefined ? undefined : itemIdOfRow(row)
    },
    resourceId: (uid) => (resources.has(uid) ? stableId(run, 'resource', uid) : undefined),
    skills: genericSkills(project),
    calendarId: (id) => (id === null ? null : stableId(run, 'calendar', id)),
    baselineId: (number) => stableId(run, 'baseline', number),
  }
}

/** The first of several with the same number. */
export function firstOf<Value>(pairs: readonly (readonly [number, Value])[]): ReadonlyMap<number, Value> {
  const first = new Map<number, Value>()
  for (const [number, value] of pairs) if (!first.has(number)) first.set(number, value)
  return first
}
