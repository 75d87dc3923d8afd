import type { TrackerBoard, TrackerItem, TrackerLink, TrackerPerson, TrackerState } from './tracker-board.ts'
import { createTrackerProblems, type TrackerProblems } from './tracker-problems.ts'

/** A board being put together, item by item. */
export type BoardBuilder = {
  readonly problems: TrackerProblems
  /** Whether there is an item of this reference. */
  readonly has: (ref: string) => boolean
  /** An item whose reference was there before is told and left out. */
  readonly addItem: (item: TrackerItem) => void
  /** Notes somebody, and how they are referred to. */
  readonly addPerson: (person: TrackerPerson) => void
  readonly addState: (state: TrackerState) => void
  /** Both items of a link may tell it; it is one. */
  readonly addLink: (link: TrackerLink) => void
  readonly finish: (name: string) => TrackerBoard
}

/** An empty board. States come in the order in which they were first named. */
export function createBoardBuilder(): BoardBuilder {
  const problems = createTrackerProblems()
  const items = new Map<string, TrackerItem>()
  const people = new Map<string, TrackerPerson>()
  const states = new Map<string, TrackerState>()
  const links = new Map<string, TrackerLink>()
  return {
    problems,
    has: (ref) => items.has(ref),
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
      states: [...states.values()],
      items: [...items.values()],
      links: [...links.values()],
      ...problems.report(),
    }),
  }
}
