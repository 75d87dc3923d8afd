import { ok, type Result } from '@millrace/core/kernel'
import {
  type JsonRecord,
  numberOf,
  recordOf,
  recordsOf,
  type TrackerBoard,
  textOf,
} from '../tracker/index.ts'
import { createJiraBoard } from './jira-board.ts'
import { readIssue } from './read-issue.ts'

/** The answers of one search, page by page, as a board. */
export function readSearch(pages: readonly JsonRecord[]): Result<TrackerBoard> {
  const board = createJiraBoard()
  const names = new Map(
    pages.flatMap((page) =>
      Object.entries(recordOf(page['names'])).map(([id, name]) => [id, textOf(name)] as const),
    ),
  )
  const issues = pages.flatMap((page) => recordsOf(page['issues']))
  const projects = new Set<string>()
  for (const issue of issues) {
    if (textOf(issue['key']) === '') {
      board.problems.tell({
        code: 'tracker.entry_unreadable',
        severity: 'error',
        subject: textOf(issue['id']),
        params: { what: 'issues' },
      })
      continue
    }
    readIssue(issue, names, board)
    projects.add(textOf(recordOf(recordOf(issue['fields'])['project'])['name']))
  }
  const total = pages.reduce((most, { total: found }) => Math.max(most, numberOf(found) ?? 0), 0)
  if (total > issues.length)
    board.problems.tell({
      code: 'tracker.pages_missing',
      severity: 'error',
      subject: '',
      params: { count: issues.length, total },
    })
  if (pages.every(hasNext))
    board.problems.tell({ code: 'tracker.pages_follow', severity: 'error', subject: '' })
  const [project = ''] = projects
  return ok(board.finish(projects.size === 1 ? project : ''))
}

/** The search of today tells no total, but each page whether another follows it. */
function hasNext({ nextPageToken, isLast }: JsonRecord): boolean {
  return isLast === false || textOf(nextPageToken) !== ''
}
