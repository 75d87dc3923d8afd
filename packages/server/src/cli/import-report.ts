import type { ImportView } from '@millrace/contract'

const PROBLEMS_SHOWN = 20

const WORDS: readonly (readonly [keyof NonNullable<ImportView['plan']>['counts'], string])[] = [
  ['items', 'items'],
  ['subItems', 'of them sub-items'],
  ['milestones', 'milestones'],
  ['done', 'done already'],
  ['relations', 'dependencies'],
  ['labelsNew', 'new labels'],
  ['labelsFound', 'known labels'],
  ['peopleMatched', 'people found'],
  ['placeholders', 'placeholders for people who are not here'],
  ['calendars', 'calendars'],
  ['resources', 'resources'],
  ['assignments', 'assignments'],
  ['baselines', 'baselines'],
  ['rowsLeftOut', 'rows left out'],
]

/** What a dry run found, line by line. */
export function describePlan({ fileName, plan, fileProblems, failure }: ImportView): readonly string[] {
  if (!plan) return [failure?.sentence ?? `${fileName} could not be tried.`]
  const counts = WORDS.filter(([name]) => plan.counts[name] > 0)
  return [
    `${fileName} makes:`,
    ...counts.map(([name, words]) => `${String(plan.counts[name]).padStart(8)}  ${words}`),
    ...describeProblems('In the file', fileProblems),
    ...describeProblems('On the way', plan),
  ]
}

function describeProblems(title: string, found: ImportView['fileProblems']): readonly string[] {
  if (!found || found.problemCount === 0) return []
  const shown = found.problems.slice(0, PROBLEMS_SHOWN)
  return [
    `${title}: ${found.problemCount} problems, ${found.errorCount} of them left something out`,
    ...shown.map(({ line, column, subject, sentence }) => {
      const place = [line === null ? null : `line ${line}`, column, subject].filter((part) => part !== null)
      return `  ${place.length > 0 ? `${place.join(', ')}: ` : ''}${sentence}`
    }),
    ...(found.problemCount > shown.length ? [`  … and ${found.problemCount - shown.length} more`] : []),
  ]
}

/** What a removal took away and what it left, line by line. */
export function describeRemoval({ removal }: Pick<ImportView, 'removal'>): readonly string[] {
  if (!removal) return []
  const removed = Object.entries(removal.removed)
  return [
    removed.length > 0 ? 'Removed:' : 'There was nothing to remove.',
    ...removed.map(([kind, count]) => `${String(count).padStart(8)}  ${kind}`),
    ...(removal.keptCount > 0 ? [`Kept, because people have built upon it: ${removal.keptCount}`] : []),
    ...removal.kept.slice(0, PROBLEMS_SHOWN).map(({ kind, name, reason }) => `  ${kind} ${name} (${reason})`),
  ]
}
