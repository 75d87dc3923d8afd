import type { LinkKind } from './codes.ts'
import type { MspdiProject } from './mspdi-project.ts'
import type { MspdiResourceType } from './resource.ts'

/** A project file in numbers, to be shown before it is imported. */
export type MspdiSummary = {
  /** Rows without the project's own summary. */
  readonly tasks: number
  readonly summaries: number
  readonly milestones: number
  readonly manual: number
  readonly inactive: number
  readonly deepestLevel: number
  readonly constraints: number
  readonly deadlines: number
  readonly links: Readonly<Record<LinkKind, number>>
  readonly linksWithLag: number
  readonly linksLeftOut: number
  readonly resources: Readonly<Record<MspdiResourceType, number>>
  readonly assignments: number
  /** Assignments nobody was given. */
  readonly unassigned: number
  readonly calendars: { readonly base: number; readonly derived: number }
  readonly calendarExceptions: number
  /** Numbers of the baselines that hold something, in rising order. */
  readonly baselines: readonly number[]
  readonly customFields: number
  readonly timephased: number
  readonly errors: number
  readonly warnings: number
}

/** Counts what is in a project. Problems are counted as far as they were kept. */
export function describeMspdi(project: MspdiProject): MspdiSummary {
  const tasks = project.tasks.filter((task) => task.outlineLevel > 0)
  const count = <Row>(rows: readonly Row[], fits: (row: Row) => boolean): number => rows.filter(fits).length
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
  const rows = [...project.tasks, ...project.assignments]
  const baselines = [...rows, ...project.resources].flatMap((row) =>
    row.baselines.map(({ number }) => number),
  )
  return {
    tasks: tasks.length,
    summaries: count(tasks, (task) => task.summary),
    milestones: count(tasks, (task) => task.milestone),
    manual: count(tasks, (task) => task.manual),
    inactive: count(tasks, (task) => !task.active),
    deepestLevel: tasks.reduce((deepest, task) => Math.max(deepest, task.outlineLevel), 0),
    constraints: count(tasks, (task) => task.constraintType !== 'as-soon-as-possible'),
    deadlines: count(tasks, (task) => task.deadline !== undefined),
    ...describeLinks(project),
    resources: {
      work: count(project.resources, (resource) => resource.type === 'work'),
      material: count(project.resources, (resource) => resource.type === 'material'),
      cost: count(project.resources, (resource) => resource.type === 'cost'),
    },
    assignments: project.assignments.length,
    unassigned: count(project.assignments, (assignment) => assignment.resourceUid === undefined),
    calendars: {
      base: count(project.calendars, (calendar) => calendar.isBase),
      derived: count(project.calendars, (calendar) => !calendar.isBase),
    },
    calendarExceptions: sum(project.calendars.map((calendar) => calendar.exceptions.length)),
    baselines: [...new Set(baselines)].toSorted((a, b) => a - b),
    customFields: project.attributeDefinitions.length,
    timephased: sum(rows.map((row) => row.timephased.length)),
    errors: count(project.problems, (problem) => problem.severity === 'error'),
    warnings: count(project.problems, (problem) => problem.severity === 'warning'),
  }
}

function describeLinks(project: MspdiProject): Pick<MspdiSummary, 'links' | 'linksWithLag' | 'linksLeftOut'> {
  const links = { FS: 0, SS: 0, FF: 0, SF: 0 }
  let linksWithLag = 0
  let linksLeftOut = 0
  for (const { kind, lag, leftOut } of project.links) {
    links[kind] += 1
    if ((lag.kind === 'percent' ? lag.percent : lag.minutes) !== 0) linksWithLag += 1
    if (leftOut !== undefined) linksLeftOut += 1
  }
  return { links, linksWithLag, linksLeftOut }
}
