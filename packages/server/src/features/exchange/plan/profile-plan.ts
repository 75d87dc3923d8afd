import type { ImportProfile } from '@millrace/contract'
import { describeMspdi, type MspdiProject } from '@millrace/formats/mspdi'
import { createProblemList, type ShownProblems } from '../problem-list.ts'

const TASKS_SHOWN = 20
const NAME_LENGTH = 200

/** A project file in numbers, with its first tasks and what is wrong with it. */
export function profilePlan(project: MspdiProject): {
  readonly profile: ImportProfile
  readonly problems: ShownProblems
} {
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
    problems: listProblems(project),
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
function listProblems(project: MspdiProject): ShownProblems {
  const list = createProblemList()
  for (const { code, severity, subject, line, params } of project.problems)
    list.add({ code, severity, line: line ?? null, params, subject: subject.name || undefined })
  const kept = list.report()
  return { ...kept, problemCount: kept.problemCount + project.problemCount - project.problems.length }
}
