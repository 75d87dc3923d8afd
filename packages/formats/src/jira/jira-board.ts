import type { RelationKind, StateGroup } from '@millrace/core/work'
import type { TrackerBoard, TrackerItem, TrackerLink, TrackerPerson, TrackerState } from '../tracker/index.ts'
import { createTrackerProblems, type TrackerProblems } from '../tracker/index.ts'

/** A board being put together, issue by issue. */
export type JiraBoard = {
  readonly problems: TrackerProblems
  readonly addItem: (item: TrackerItem) => void
  /** Notes somebody, and how they are referred to. */
  readonly addPerson: (person: TrackerPerson) => void
  readonly addState: (state: TrackerState) => void
  /** Both issues of a link tell it; it is one. */
  readonly addLink: (link: TrackerLink) => void
  readonly finish: (name: string) => TrackerBoard
}

/** An empty board. */
export function createJiraBoard(): JiraBoard {
  const problems = createTrackerProblems()
  const items = new Map<string, TrackerItem>()
  const people = new Map<string, TrackerPerson>()
  const states = new Map<string, TrackerState>()
  const links = new Map<string, TrackerLink>()
  return {
    problems,
    addItem: (item) => {
      if (!items.has(item.ref)) items.set(item.ref, item)
      else
        problems.tell({
          code: 'tracker.id_twice',
          severity: 'error',
          line: item.line,
          subject: item.title,
          params: { id: item.ref.slice(0, 60) },
        })
    },
    addPerson: (person) => {
      const before = people.get(person.ref)
      // Some places name people in full, others by their id only.
      if (!before || before.name === before.ref) people.set(person.ref, person)
    },
    addState: (state) => {
      const before = states.get(state.ref)
      if (!before || before.group === null) states.set(state.ref, state)
    },
    addLink: (link) => {
      const ends = [link.fromRef, link.toRef]
      if (link.kind === 'relates') ends.sort()
      const key = `${link.kind}\n${ends.join('\n')}`
      if (!links.has(key)) links.set(key, link)
    },
    finish: (name) => ({
      name: name.slice(0, 200),
      people: [...people.values()],
      states: [...states.values()].toSorted((a, b) => stageOf(a.group) - stageOf(b.group)),
      items: [...items.values()],
      links: [...links.values()],
      ...problems.report(),
    }),
  }
}

const STAGES: readonly (StateGroup | null)[] = ['backlog', 'inProgress', null, 'done']

function stageOf(group: StateGroup | null): number {
  return STAGES.indexOf(group)
}

/** The three categories of Jira, by key and by name. */
const CATEGORIES: Readonly<Record<string, StateGroup>> = {
  new: 'backlog',
  'to do': 'backlog',
  indeterminate: 'inProgress',
  'in progress': 'inProgress',
  done: 'done',
}

/** The stage of work that a category of statuses means. */
export function groupOf(category: string): StateGroup | null {
  return CATEGORIES[category.toLowerCase()] ?? null
}

/** Link types that come with Jira, and those of its usual plugins; every other one relates. */
const KINDS: Readonly<Record<string, RelationKind>> = {
  blocks: 'blocks',
  blocker: 'blocks',
  duplicate: 'duplicates',
  'problem/incident': 'causes',
  causes: 'causes',
  'gantt end to start': 'precedes',
  'gantt: finish-start': 'precedes',
}

/** What a link type of Jira is here, from its outward end to its inward end. */
export function linkKind(type: string): RelationKind {
  return KINDS[type.trim().toLowerCase()] ?? 'relates'
}
