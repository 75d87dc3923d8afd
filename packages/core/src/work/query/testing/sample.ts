import { dayNumber, plainDate } from '../../../kernel/index.ts'
import type { WorkItem } from '../../work-item.ts'
import { createCatalogue, type QueryViewer } from '../query-catalogue.ts'

/** An id that is easy to read in a failing test. */
export function sampleId(kind: string, number: number): string {
  const letters: Readonly<Record<string, string>> = {
    person: 'a',
    team: 'b',
    label: 'c',
    type: 'd',
    box: 'e',
    field: 'f',
  }
  const first = letters[kind] ?? '0'
  return `${first.repeat(8)}-0000-7000-8000-${String(number).padStart(12, '0')}`
}

const person = (number: number, name: string, email: string | null) => ({
  id: sampleId('person', number),
  name,
  email,
})
const state = (id: string, name: string, group: WorkItem['stateGroup']) => ({
  id,
  name,
  group,
  wipLimit: null,
})

/** A small construction company. */
export const sampleEntries = {
  people: [
    person(1, 'Rosa Marin', 'rosa@example.org'),
    person(2, 'Tom Dahl', 'tom@example.org'),
    person(3, 'Tom Berg', 'berg@example.org'),
    person(4, 'Zoë Çelik', null),
  ],
  teams: [
    { id: sampleId('team', 1), name: 'Rebar crew' },
    { id: sampleId('team', 2), name: 'Façade' },
  ],
  labels: [
    { id: sampleId('label', 1), name: 'urgent' },
    { id: sampleId('label', 2), name: 'needs review' },
    { id: sampleId('label', 3), name: 'Lift' },
    { id: sampleId('label', 4), name: 'Lift' },
  ],
  types: [
    {
      id: sampleId('type', 1),
      name: 'Task',
      workflow: {
        states: [
          state('todo', 'To do', 'ready'),
          state('doing', 'In progress', 'inProgress'),
          state('finished', 'Done', 'done'),
        ],
        moves: 'any' as const,
      },
    },
    {
      id: sampleId('type', 2),
      name: 'Defect',
      workflow: {
        states: [
          state('found', 'Found', 'backlog'),
          state('fixing', 'In progress', 'inProgress'),
          state('parked', 'Parked', 'waiting'),
          state('closed', 'Closed', 'done'),
        ],
        moves: 'any' as const,
      },
    },
  ],
  containers: [
    { id: sampleId('box', 1), key: 'TWR', name: 'Harbour Tower', kind: 'project' as const },
    { id: sampleId('box', 2), key: 'OPS', name: 'Tenant request', kind: 'process' as const },
    { id: sampleId('box', 3), key: 'CLM', name: 'Façade claim', kind: 'case' as const },
  ],
  customFields: [
    { id: sampleId('field', 1), key: 'budget', name: 'Budget', kind: 'money' as const, options: [] },
    { id: sampleId('field', 2), key: 'floor', name: 'Floor', kind: 'number' as const, options: [] },
    {
      id: sampleId('field', 3),
      key: 'crane',
      name: 'Crane',
      kind: 'choice' as const,
      options: [
        { id: 'big', name: 'Tower crane' },
        { id: 'constructor', name: 'Mobile crane' },
      ],
    },
    { id: sampleId('field', 4), key: 'inspector', name: 'Inspector', kind: 'person' as const, options: [] },
    { id: sampleId('field', 5), key: 'permitOn', name: 'Permit', kind: 'date' as const, options: [] },
    { id: sampleId('field', 6), key: 'note', name: 'Note', kind: 'text' as const, options: [] },
    { id: sampleId('field', 7), key: 'title', name: 'Second title', kind: 'text' as const, options: [] },
    { id: sampleId('field', 8), key: 'done', name: 'Done by', kind: 'text' as const, options: [] },
  ],
}

export const sampleCatalogue = createCatalogue(sampleEntries)

/** Rosa, on Sunday 22 November 2026, two hours ahead of Greenwich. */
export const sampleViewer: QueryViewer = {
  me: sampleId('person', 1),
  today: '2026-11-22',
  weekStart: 1,
  currencyDigits: 2,
  dayStart: (date) => ((dayNumber(date) ?? 0) * 24 - 2) * 3_600_000,
  dayOf: (at) => plainDate(Math.floor((at / 3_600_000 + 2) / 24)),
  timeZone: 'Etc/GMT-2',
}

/** The moment `time` on a day where the sample viewer is. */
export function sampleInstant(date: string, time = '12:00'): number {
  return Date.parse(`${date}T${time}:00+02:00`)
}

const MORNING = sampleInstant('2026-11-02', '08:00')

/** An item with little in it, and what a test needs. */
export function sampleItem(some: Partial<WorkItem> = {}): WorkItem {
  return {
    id: sampleId('item', 1),
    key: 'TWR-1',
    containerIds: [sampleId('box', 1)],
    typeId: sampleId('type', 1),
    title: 'Set out grid line C',
    description: '',
    stateId: 'todo',
    stateGroup: 'ready',
    area: '2.3',
    parentId: null,
    rank: 'V',
    priority: 0,
    responsibleId: null,
    accountableId: null,
    requesterId: null,
    teamId: null,
    startsOn: null,
    dueOn: null,
    effortMin: null,
    effortLowMin: null,
    effortHighMin: null,
    costOfDelayMinor: null,
    role: null,
    practice: null,
    resources: null,
    artifact: null,
    isMilestone: false,
    labelIds: [],
    fields: {},
    waitingFor: null,
    openBlockers: [],
    childCount: 0,
    childDoneCount: 0,
    lineCount: 0,
    lineDoneCount: 0,
    startedAt: null,
    finishedAt: null,
    acceptedAt: null,
    noticedAt: null,
    archivedAt: null,
    createdAt: MORNING,
    createdBy: null,
    updatedAt: MORNING,
    stateSince: MORNING,
    ownSeenBy: null,
    seenBy: null,
    version: 1,
    ...some,
  }
}
