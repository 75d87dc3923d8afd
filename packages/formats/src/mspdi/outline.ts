import type { MspdiTask } from './task.ts'

/** The outline of a task list by row: whose child each row is, and how far its branch goes. */
export type OutlineRows = {
  /** Row of the summary directly above; -1 on the first level. */
  readonly parents: readonly number[]
  /** Last row of the branch below; the row itself without children. */
  readonly lastRows: readonly number[]
}

/** A task in the outline of its project. */
export type MspdiOutlineNode = {
  readonly uid: number
  /** Index into `project.tasks`. */
  readonly row: number
  /** Row of the parent; `undefined` on the first level. */
  readonly parentRow: number | undefined
  /** 0 on the first level; without the gaps that levels of a broken file may have. */
  readonly depth: number
  /** Rows of the direct children, in order. */
  readonly childRows: readonly number[]
}

/** Parents and branches from outline levels; a row that skips levels hangs on the nearest row above. */
export function outlineOf(tasks: readonly Pick<MspdiTask, 'outlineLevel'>[]): OutlineRows {
  const parents: number[] = []
  const lastRows = tasks.map((_task, row) => row)
  const open: number[] = []
  const closeTo = (level: number, row: number): void => {
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if ((tasks[top]?.outlineLevel ?? 0) < level) return
      lastRows[top] = row - 1
      open.pop()
    }
  }
  tasks.forEach((task, row) => {
    closeTo(task.outlineLevel, row)
    parents.push(open.at(-1) ?? -1)
    open.push(row)
  })
  closeTo(-1, tasks.length)
  return { parents, lastRows }
}

/**
 * The tasks of a project as a tree, in file order. The project's own summary (level 0) is left
 * out, so the tasks of level 1 are the first level.
 */
export function mspdiToOutline(project: {
  readonly tasks: readonly MspdiTask[]
}): readonly MspdiOutlineNode[] {
  const { tasks } = project
  const { parents } = outlineOf(tasks)
  const isProject = (row: number): boolean => tasks[row]?.outlineLevel === 0
  const children = new Map<number, number[]>()
  const depths: number[] = []
  tasks.forEach((_task, row) => {
    const parent = parents[row] ?? -1
    const hangsFree = parent < 0 || isProject(parent)
    depths.push(hangsFree ? 0 : (depths[parent] ?? 0) + 1)
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [row])
    else siblings.push(row)
  })
  return tasks.flatMap((task, row) => {
    if (isProject(row)) return []
    const parent = parents[row] ?? -1
    const parentRow = parent < 0 || isProject(parent) ? undefined : parent
    return [{ uid: task.uid, row, parentRow, depth: depths[row] ?? 0, childRows: children.get(row) ?? [] }]
  })
}
