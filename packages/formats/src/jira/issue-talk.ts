import {
  type JsonRecord,
  momentOf,
  recordOf,
  recordsOf,
  type TrackerComment,
  textOf,
} from '../tracker/index.ts'
import { adfText } from './adf-text.ts'
import type { JiraBoard } from './jira-board.ts'
import { wikiText } from './wiki-text.ts'

/** A text of either notation as Markdown. */
export function richText(value: unknown): string {
  return typeof value === 'string' ? wikiText(value) : adfText(value)
}

/** Whom a user of Jira is referred to by; servers know keys and names, the cloud accounts. */
export function userRef(value: unknown, board: JiraBoard): string | null {
  const user = recordOf(value)
  const email = textOf(user['emailAddress'])
  const [ref = ''] = [user['accountId'], user['key'], user['name'], email].map(textOf).filter(Boolean)
  if (ref === '') return null
  board.addPerson({ ref, name: textOf(user['displayName']) || email || ref, email: email || null })
  return ref
}

/** What was said and how long was worked, oldest first. */
export function issueTalk(fields: JsonRecord, board: JiraBoard): readonly TrackerComment[] {
  const comments = recordsOf(recordOf(fields['comment'])['comments']).map((comment) => ({
    authorRef: userRef(comment['author'], board),
    at: momentOf(comment['created']),
    body: richText(comment['body']),
  }))
  const worklogs = recordsOf(recordOf(fields['worklog'])['worklogs']).map((log) => ({
    authorRef: userRef(log['author'], board),
    at: momentOf(log['started']) ?? momentOf(log['created']),
    body: workedText(textOf(log['timeSpent']), richText(log['comment'])),
  }))
  return [...comments, ...worklogs]
    .filter(({ body }) => body !== '')
    .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))
}

/** Time worked, as somebody would say it. */
export function workedText(time: string, comment: string): string {
  if (time === '') return comment
  return comment === '' ? `Worked ${time}.` : `Worked ${time}.\n\n${comment}`
}
