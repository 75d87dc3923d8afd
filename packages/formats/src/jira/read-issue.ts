import {
  emptyTrackerItem,
  type JsonRecord,
  listOf,
  momentOf,
  numberOf,
  recordOf,
  recordsOf,
  type TrackerItem,
  type TrackerTime,
  textOf,
  textOrNull,
  timeOf,
  webAddress,
} from '../tracker/index.ts'
import { customFields, type FieldNames, findCustom } from './custom-fields.ts'
import { issueTalk, richText, userRef } from './issue-talk.ts'
import { groupOf, type JiraBoard, linkKind } from './jira-board.ts'

/** Reads one issue of the search into the board. */
export function readIssue(issue: JsonRecord, names: FieldNames, board: JiraBoard): void {
  const fields = recordOf(issue['fields'])
  const key = textOf(issue['key'])
  const title = textOf(fields['summary'])
  const custom = { fields, names }
  board.addItem({
    ...emptyTrackerItem,
    ref: key,
    key,
    title,
    description: richText(fields['description']),
    type: textOrNull(recordOf(fields['issuetype'])['name']),
    stateRef: readState(fields['status'], board),
    priority: textOrNull(recordOf(fields['priority'])['name']),
    personRefs: [userRef(fields['assignee'], board)].filter((ref) => ref !== null),
    reporterRef: userRef(fields['reporter'], board),
    parentRef: textOrNull(recordOf(fields['parent'])['key']) ?? textOrNull(findCustom('epic link', custom)),
    starts: readTime(findCustom('start date', custom), { field: 'start', title }, board),
    due: readTime(fields['duedate'], { field: 'due', title }, board),
    effortMin: minutesOf(fields),
    labels: listOf(fields['labels']).map(textOf).filter(Boolean),
    url: addressOf(issue, key),
    fields: [...knownFields(fields), ...customFields(custom)],
    createdAt: momentOf(fields['created']),
    finishedAt: momentOf(fields['resolutiondate']),
    history: readHistory(recordOf(issue['changelog']), board),
    comments: issueTalk(fields, board),
    attachments: recordsOf(fields['attachment']).flatMap((file) => {
      const url = webAddress(textOf(file['content']))
      return url === null ? [] : [{ name: textOf(file['filename']) || url, url }]
    }),
  })
  readLinks(key, recordsOf(fields['issuelinks']), board)
}

function readState(value: unknown, board: JiraBoard): string | null {
  const status = recordOf(value)
  const name = textOf(status['name'])
  if (name === '') return null
  const ref = textOf(status['id']) || name
  board.addState({ ref, name, group: groupOf(textOf(recordOf(status['statusCategory'])['key'])) })
  return ref
}

function readTime(
  value: unknown,
  { field, title }: { readonly field: string; readonly title: string },
  board: JiraBoard,
): TrackerTime | null {
  const text = textOf(value)
  const time = timeOf(text)
  if (text !== '' && time === null)
    board.problems.tell({
      code: 'tracker.date_unreadable',
      subject: title,
      params: { field, text: text.slice(0, 60) },
    })
  return time
}

/** Jira counts estimates in seconds. */
function minutesOf(fields: JsonRecord): number | null {
  const seconds = numberOf(fields['timeoriginalestimate'])
  return seconds === null ? null : seconds / 60
}

function addressOf(issue: JsonRecord, key: string): string | null {
  const [, site] = /^(https?:\/\/.{1,300}?)\/rest\/api\//.exec(textOf(issue['self'])) ?? []
  return site === undefined ? null : webAddress(`${site}/browse/${encodeURIComponent(key)}`)
}

/** What every issue may have and an item has no place for. */
function knownFields(fields: JsonRecord): TrackerItem['fields'] {
  const namesOf = (value: unknown) =>
    recordsOf(value)
      .map(({ name }) => textOf(name))
      .filter(Boolean)
      .join(', ')
  return [
    { name: 'Resolution', value: textOf(recordOf(fields['resolution'])['name']) },
    { name: 'Components', value: namesOf(fields['components']) },
    { name: 'Fix versions', value: namesOf(fields['fixVersions']) },
    { name: 'Affects versions', value: namesOf(fields['versions']) },
    { name: 'Environment', value: richText(fields['environment']) },
  ].filter(({ value }) => value !== '')
}

/** Only changes of the status are moves; the file has them oldest or newest first. */
function readHistory(changelog: JsonRecord, board: JiraBoard): TrackerItem['history'] {
  const moves = recordsOf(changelog['histories']).flatMap((entry) => {
    const at = momentOf(entry['created'])
    return recordsOf(entry['items']).flatMap((item) => {
      const [ref, name] = [textOf(item['to']), textOf(item['toString'])]
      if (item['field'] !== 'status' || at === null || (ref || name) === '') return []
      if (name !== '') board.addState({ ref: ref || name, name, group: null })
      return [{ at, stateRef: ref || name }]
    })
  })
  return moves.toSorted((a, b) => a.at - b.at)
}

function readLinks(key: string, links: readonly JsonRecord[], board: JiraBoard): void {
  for (const link of links) {
    const kind = linkKind(textOf(recordOf(link['type'])['name']))
    const outward = textOf(recordOf(link['outwardIssue'])['key'])
    const inward = textOf(recordOf(link['inwardIssue'])['key'])
    if (outward !== '') board.addLink({ fromRef: key, toRef: outward, kind })
    if (inward !== '') board.addLink({ fromRef: inward, toRef: key, kind })
  }
}
