import type { ImportProfile } from '@millrace/contract'
import { describeMspdi, type MspdiProject } from '@millrace/formats/mspdi'
import { createProblemList, type ShownProblems } from '../problem-list.ts'
import type { LoadedPlan } from './loaded-plan.ts'

const TASKS_SHOWN = 20
const NAME_LENGTH = 200

/** A project file in numbers, with its first tasks and what is wrong with it. */
export function profilePlan(loaded: LoadedPlan): {
  readonly profile: ImportProfile
  readonly problems: ShownProblems
} {
  const { project } = loaded
  const { properties } = project
  const tasks = project.tasks.filter(({ outlineLevel }) => outlineLevel > 0)
  return {
    profile: {
      format: 'mspdi',
      title: (properties.title ?? properties.name ?? '').slice(0, NAME_LENGTH),
      startsOn: properties.start?.slice(0, 10) ?? null,
      finishesOn: properties.finish?.slice(0, 10) ?? null,
      counts: countPlan(project),
      tasks: tasks.slice(0, TASKS_SHOWN).map((task) => ({
        line: task.line,
        level: task.outlineLevel,
        title: task.name.slice(0, NAME_LENGTH),
        startsOn: task.start?.slice(0, 10) ?? null,
        finishesOn: task.finish?.slice(0, 10) ?? null,
        isMilestone: task.milestone,
      })),
    },
    problems: listProblems(loaded),
  }
}

function countPlan(project: MspdiProject): Readonly<Record<string, number>> {
  const summary = describeMspdi(project)
  return {
    tasks: summary.tasks,
    summaries: summary.summaries,
    milestones: summary.milestones,
    inactive: summary.inactive,
    links: project.links.length,
    linksLeftOut: summary.linksLeftOut,
    people: summary.resources.work,
    materials: summary.resources.material,
    costs: summary.resources.cost,
    assignments: summary.assignments,
    calendars: project.calendars.length,
    calendarExceptions: summary.calendarExceptions,
    baselines: summary.baselines.length,
    customFields: summary.customFields,
  }
}

/** What is wrong with the file itself, named by task, resource or calendar. */
function listProblems({ problems, problemCount }: LoadedPlan): ShownProblems {
  const list = createProblemList()
  for (const problem of problems) list.add(problem)
  const kept = list.report()
  return { ...kept, problemCount: kept.problemCount + problemCount - problems.length }
}
