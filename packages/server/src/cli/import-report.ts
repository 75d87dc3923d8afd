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
  ['checklistLines', 'lines of checklists'],
  ['comments', 'comments'],
  ['archived', 'of the items archived'],
  ['rowsLeftOut', 'rows left out'],
]

/** What people know of what goes with a removal; the rest is ours. */
const REMOVED: readonly (readonly [kind: string, words: string])[] = [
  ['item', 'items'],
  ['relation', 'relations between items'],
  ['comment', 'comments'],
  ['file', 'files'],
  ['container', 'projects, processes, cases and lists'],
  ['step', 'steps of processes'],
  ['instance', 'instances of processes'],
  ['stage', 'stages of cases'],
  ['baseline', 'baselines'],
  ['label', 'labels'],
  ['field', 'own fields'],
  ['type', 'types'],
  ['person', 'people'],
  ['team', 'teams'],
]

const REASONS: Readonly<Record<string, string>> = {
  comment: 'somebody commented on it',
  file: 'somebody attached a file',
  relation: 'another item is related to it',
  'sub-item': 'it has a sub-item that stays',
  process: 'a process works on it',
  item: 'it holds items that stay',
  used: 'it is in use',
}

/** What a dry run found, line by line. */
export function describePlan({ fileName, plan, fileProblems, failure }: ImportView): readonly string[] {
  if (!plan) return [failure?.sentence ?? `${fileName} could not be tried.`]
  const counts = WORDS.filter(([name]) => plan.counts[name] > 0)
  return [
    `${fileName} makes:`,
    ...counts.map(([name, words]) => countLine(plan.counts[name], words)),
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
  const removed = REMOVED.filter(([kind]) => removal.removed[kind] !== undefined)
  const shown = removal.kept.slice(0, PROBLEMS_SHOWN)
  return [
    removed.length > 0 ? 'Removed:' : 'There was nothing to remove.',
    ...removed.map(([kind, words]) => countLine(removal.removed[kind] ?? 0, words)),
    ...(removal.keptCount > 0 ? [`Kept, because people have built upon it: ${removal.keptCount}`] : []),
    ...shown.map(({ name, reason }) => `  ${name}: ${REASONS[reason] ?? reason}`),
    ...(removal.keptCount > shown.length ? [`  … and ${removal.keptCount - shown.length} more`] : []),
  ]
}

function countLine(count: number, words: string): string {
  return `${String(count).padStart(8)}  ${words}`
}
