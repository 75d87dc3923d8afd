import { setImmediate as breathe } from 'node:timers/promises'
import type { ImportCounts, ImportPlan } from '@millrace/contract'
import { type ImportPart, type ItemDraft, type Reading, stepsOf } from './item-draft.ts'
import { type FileDeps, openReading, type ReadingRequest } from './open-reading.ts'
import { createProblemList } from './problem-list.ts'

const ITEMS_SHOWN = 20
const PEOPLE_SHOWN = 200

type Counts = { -readonly [Name in keyof ImportCounts]: number }

/** What a run would make, found out by reading the whole file without writing anything. */
export async function dryRun(
  deps: FileDeps,
  request: Omit<ReadingRequest, 'tell'>,
): Promise<{ readonly plan: ImportPlan; readonly total: number }> {
  const problems = createProblemList()
  const { reading, people } = await openReading(deps, { ...request, tell: problems.add })
  const counts = emptyCounts(reading)
  const items: ImportPlan['items'][number][] = []
  let total = 0
  for await (const part of reading.parts()) {
    total += stepsOf(part)
    count(counts, part)
    items.push(...part.items.slice(0, ITEMS_SHOWN - items.length).map(preview))
    await breathe()
  }
  reading.review?.()
  const matches = people.matches()
  const report = problems.report()
  const plan = {
    ...report,
    counts: {
      ...counts,
      peopleMatched: new Set(matches.flatMap(({ personId }) => personId ?? [])).size,
      rowsLeftOut: LEFT_OUT.reduce((sum, code) => sum + (report.problemCounts[code] ?? 0), 0),
    },
    items,
    people: matches.slice(0, PEOPLE_SHOWN),
  }
  return { plan, total }
}

/** Problems for which a row becomes no item; core's reasons among them. */
const LEFT_OUT = ['import.title_missing', 'work.field_required', 'work.text_too_long', 'work.date_wrong']

function emptyCounts({ preparation }: Reading): Counts {
  return {
    items: 0,
    subItems: 0,
    milestones: 0,
    done: 0,
    relations: 0,
    labelsNew: preparation.labels.length,
    labelsFound: preparation.labelsFound,
    peopleMatched: 0,
    placeholders: preparation.placeholders.length,
    rowsLeftOut: 0,
    calendars: preparation.calendars.length,
    resources: preparation.resources.length,
    assignments: 0,
    baselines: 0,
    checklistLines: 0,
    comments: 0,
    files: 0,
    archived: 0,
  }
}

function count(counts: Counts, part: ImportPart): void {
  counts.items += part.items.length
  for (const { item, isDone } of part.items) {
    if (item.parentId) counts.subItems++
    if (item.isMilestone) counts.milestones++
    if (isDone) counts.done++
  }
  counts.relations += part.relations.length
  counts.assignments += part.assignments.length
  counts.baselines += part.baselines.length
  for (const { lines } of part.checklists) counts.checklistLines += lines.length
  counts.comments += part.comments.length
  counts.files += part.files.length
  counts.archived += part.archivedIds.length
}

function preview({ line, item, shown }: ItemDraft): ImportPlan['items'][number] {
  return {
    line,
    title: item.title,
    parent: shown.parent,
    state: shown.state,
    responsible: shown.responsible,
    startsOn: item.startsOn ?? null,
    dueOn: item.dueOn ?? null,
    effortMin: item.effortMin ?? null,
    labels: shown.labels,
  }
}
