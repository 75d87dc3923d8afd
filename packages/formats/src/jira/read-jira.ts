import { err, type Result } from '@millrace/core/kernel'
import {
  isHeaderOf,
  listOf,
  readJson,
  recordOf,
  recordsOf,
  type TrackerBoard,
  textOf,
} from '../tracker/index.ts'
import type { JiraOptions } from './jira-options.ts'
import { readSearch } from './read-search.ts'
import { readTable } from './read-table.ts'

/** Whether a JSON file is an answer of Jira's search, or a list of such answers. */
export function isJiraSearch(value: unknown): boolean {
  const [first] = pagesOf(value)
  const [issue] = recordsOf(first?.['issues'])
  return issue !== undefined && textOf(issue['key']) !== '' && typeof issue['fields'] === 'object'
}

/** Whether the beginning of a table is the header of Jira's export: its columns have the same names in every language. */
export function isJiraTable(head: string): boolean {
  return isHeaderOf(head, ['issue key', 'issue id', 'summary'])
}

/**
 * Issues of Jira, from its table of all fields or the JSON of its search.
 *
 * @returns refused with `tracker.json_broken`, `jira.not_issues`, or a refusal of reading tables
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/
 */
export function readJira(bytes: Uint8Array, options: JiraOptions): Result<TrackerBoard> {
  if (!startsAsJson(bytes)) return readTable(bytes, options)
  const value = readJson(bytes)
  if (!value.ok) return value
  return isJiraSearch(value.value) ? readSearch(pagesOf(value.value)) : err({ code: 'jira.not_issues' })
}

function pagesOf(value: unknown) {
  const pages = Array.isArray(value) ? recordsOf(value) : [recordOf(value)]
  return pages.filter((page) => listOf(page['issues']).length > 0)
}

/** `{` or `[`, perhaps behind blanks or a byte order mark. */
function startsAsJson(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte > 0x20 && byte < 0x80)
  return first === 0x7b || first === 0x5b
}
