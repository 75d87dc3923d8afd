import type { ImportColumn } from '@millrace/contract'

/** A table that a program exports always in the same way: its columns, and what they become. */
type Preset = {
  /** Columns by which it is known, in small letters. */
  readonly header: readonly string[]
  readonly fields: Readonly<Record<string, ImportColumn['field']>>
}

/** Columns that are not named stay out. Points are no effort: they have no length. */
const PRESETS: readonly Preset[] = [
  {
    // Asana: Export, CSV.
    header: ['task id', 'name', 'section/column', 'completed at'],
    fields: {
      'task id': 'key',
      name: 'title',
      notes: 'description',
      'section/column': 'labels',
      tags: 'labels',
      assignee: 'responsible',
      'assignee email': 'responsible',
      'start date': 'startsOn',
      'due date': 'dueOn',
      'created at': 'createdOn',
      'completed at': 'finishedOn',
      'parent task': 'parent',
      'blocked by (dependencies)': 'predecessors',
      priority: 'priority',
    },
  },
  {
    // Linear: Export issues, CSV.
    header: ['id', 'team', 'title', 'status', 'priority', 'labels'],
    fields: {
      id: 'key',
      title: 'title',
      description: 'description',
      status: 'state',
      priority: 'priority',
      assignee: 'responsible',
      labels: 'labels',
      'due date': 'dueOn',
      created: 'createdOn',
      completed: 'finishedOn',
      'parent issue': 'parent',
      'blocked by': 'predecessors',
    },
  },
]

/** Where each column of a well-known table goes, by its place; null when the header is of no such table. */
export function presetFields(names: readonly string[]): readonly ImportColumn['field'][] | null {
  const folded = names.map((name) => name.trim().toLowerCase())
  const preset = PRESETS.find(({ header }) => header.every((name) => folded.includes(name)))
  if (!preset) return null
  const fields = folded.map((name) => preset.fields[name] ?? 'ignore')
  // Of two columns for one thing the last is meant: an address says more than a name.
  return fields.map((field, index) =>
    field !== 'labels' && fields.lastIndexOf(field) !== index ? 'ignore' : field,
  )
}
