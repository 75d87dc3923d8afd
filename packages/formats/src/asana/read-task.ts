import {
  type BoardBuilder,
  emptyTrackerItem,
  type JsonRecord,
  momentOf,
  numberOf,
  recordOf,
  recordsOf,
  type TrackerComment,
  type TrackerItem,
  type TrackerTime,
  textOf,
  timeOf,
  webAddress,
} from '../tracker/index.ts'

/** What a task is read with. */
export type TaskContext = {
  readonly builder: BoardBuilder
  /** The task that it is a subtask of. */
  readonly parentRef: string | null
}

/** A task as an item. */
export function readTask(task: JsonRecord, { builder, parentRef }: TaskContext): TrackerItem {
  const text = (name: string) => textOf(task[name])
  const custom = recordsOf(task['custom_fields']).map((field) => ({
    name: textOf(field['name']),
    value: customValue(field),
  }))
  const isPriority = ({ name }: { readonly name: string }) => name.toLowerCase() === 'priority'
  const likes = numberOf(task['num_likes']) ?? 0
  const time = (name: 'start' | 'due') => readTime(task, name, builder)
  const actual = numberOf(task['actual_time_minutes'])
  return {
    ...emptyTrackerItem,
    ref: text('gid'),
    title: text('name') || 'Untitled',
    description: text('notes') || plainText(text('html_notes')),
    stateRef: readSection(task, builder),
    isDone: task['completed'] === true,
    isMilestone: task['resource_subtype'] === 'milestone',
    priority: custom.find(isPriority)?.value || null,
    personRefs: [addPerson(task['assignee'], builder)].filter((ref) => ref !== null),
    reporterRef: addPerson(task['created_by'], builder),
    parentRef: parentRef ?? (textOf(recordOf(task['parent'])['gid']) || null),
    starts: time('start'),
    due: time('due'),
    labels: recordsOf(task['tags']).flatMap(({ name }) => textOf(name) || []),
    url: webAddress(text('permalink_url')),
    fields: [
      ...custom.filter((field) => !isPriority(field) && field.value !== ''),
      ...(actual ? [{ name: 'Minutes spent', value: String(actual) }] : []),
      ...(likes > 0 ? [{ name: 'Likes', value: String(likes) }] : []),
    ],
    createdAt: momentOf(task['created_at']),
    finishedAt: task['completed'] === true ? momentOf(task['completed_at']) : null,
    comments: commentsOf(task, builder),
    attachments: recordsOf(task['attachments']).flatMap((file) => {
      const url = webAddress(textOf(file['permanent_url']) || textOf(file['view_url']))
      return url === null ? [] : [{ name: textOf(file['name']) || url, url }]
    }),
  }
}

function addPerson(value: unknown, builder: BoardBuilder): string | null {
  const person = recordOf(value)
  const ref = textOf(person['gid'])
  if (ref === '') return null
  builder.addPerson({ ref, name: textOf(person['name']) || ref, email: textOf(person['email']) || null })
  return ref
}

/** The section of the first project that the task is in; `Untitled section` is none. */
function readSection(task: JsonRecord, builder: BoardBuilder): string | null {
  const [section] = [
    ...recordsOf(task['memberships']).map((membership) => recordOf(membership['section'])),
    recordOf(task['assignee_section']),
  ]
  const ref = textOf(section?.['gid'])
  const name = textOf(section?.['name']).replace(/:$/, '')
  if (ref === '' || name === '' || /^(\(no section\)|untitled section)$/i.test(name)) return null
  builder.addState({ ref, name, group: null })
  return ref
}

function readTime(task: JsonRecord, name: 'start' | 'due', { problems }: BoardBuilder): TrackerTime | null {
  const written = textOf(task[`${name}_on`]) || textOf(task[`${name}_at`])
  const time = timeOf(written)
  if (written !== '' && time === null)
    problems.tell({
      code: 'tracker.date_unreadable',
      subject: textOf(task['name']),
      params: { field: name, text: written.slice(0, 60) },
    })
  return time
}

function customValue(field: JsonRecord): string {
  const many = recordsOf(field['multi_enum_values']).map(({ name }) => textOf(name))
  const people = recordsOf(field['people_value']).map(({ name }) => textOf(name))
  const [value = ''] = [
    textOf(field['display_value']),
    textOf(recordOf(field['enum_value'])['name']),
    [...many, ...people].join(', '),
    textOf(field['number_value']),
    textOf(field['text_value']),
    textOf(recordOf(field['date_value'])['date']),
  ].filter(Boolean)
  return value
}

function commentsOf(task: JsonRecord, builder: BoardBuilder): readonly TrackerComment[] {
  const said = recordsOf(task['stories']).filter(
    (story) => story['resource_subtype'] === 'comment_added' || story['type'] === 'comment',
  )
  return said
    .map((story) => ({
      authorRef: addPerson(story['created_by'], builder),
      at: momentOf(story['created_at']),
      body: textOf(story['text']),
    }))
    .filter(({ body }) => body !== '')
    .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** The words of notes that are marked up, for files that have them in no other way. */
function plainText(html: string): string {
  return html
    .replace(/<li>/g, '\n- ')
    .replace(/<\/?(h1|h2|ul|ol|hr|br|p)\s*\/?>/g, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(#39|[a-z]{2,4});/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
