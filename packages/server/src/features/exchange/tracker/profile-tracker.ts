import type { ImportProfile } from '@millrace/contract'
import type { TrackerBoard } from '@millrace/formats/tracker'
import { createProblemList, type ShownProblems } from '../problem-list.ts'
import type { TrackerFormat } from './load-tracker.ts'

const ITEMS_SHOWN = 20
const STATES_SHOWN = 200
const TEXT_LENGTH = 200

/** What the file of a tracker holds, with its first items and what is wrong with it. */
export function profileTracker(
  board: TrackerBoard,
  format: TrackerFormat,
): { readonly profile: ImportProfile; readonly problems: ShownProblems } {
  const stateNames = new Map(board.states.map(({ ref, name }) => [ref, name]))
  const personNames = new Map(board.people.map(({ ref, name }) => [ref, name]))
  return {
    profile: {
      format,
      title: board.name.slice(0, TEXT_LENGTH),
      key: keyOf(board),
      counts: countBoard(board),
      states: listStates(board),
      items: board.items.slice(0, ITEMS_SHOWN).map((item) => ({
        key: item.key,
        title: item.title.slice(0, TEXT_LENGTH),
        state: stateNames.get(item.stateRef ?? '') ?? null,
        responsible: personNames.get(item.personRefs[0] ?? '') ?? null,
        labels: item.labels.slice(0, ITEMS_SHOWN),
      })),
    },
    problems: listProblems(board),
  }
}

/** What all keys begin with, when they are made like ours. */
function keyOf({ items }: TrackerBoard): string | null {
  const prefixes = new Set(items.map(({ key }) => /^([A-Z][A-Z0-9]{1,9})-[1-9]\d{0,8}$/.exec(key ?? '')?.[1]))
  const [only] = prefixes
  return prefixes.size === 1 ? (only ?? null) : null
}

/** Lists of the same name are told once: whoever maps them means the name. */
function listStates(board: TrackerBoard) {
  const counts = new Map<string | null, number>()
  for (const { stateRef } of board.items) counts.set(stateRef, (counts.get(stateRef) ?? 0) + 1)
  const byName = Map.groupBy(board.states, ({ name }) => name)
  return [...byName].slice(0, STATES_SHOWN).map(([name, states]) => ({
    name: name.slice(0, TEXT_LENGTH),
    group: states[0]?.group ?? null,
    items: states.reduce((sum, { ref }) => sum + (counts.get(ref) ?? 0), 0),
  }))
}

function countBoard({ items, links, people }: TrackerBoard): Readonly<Record<string, number>> {
  const sum = (count: (item: TrackerBoard['items'][number]) => number) =>
    items.reduce((total, item) => total + count(item), 0)
  return {
    items: items.length,
    archived: items.filter(({ isArchived }) => isArchived).length,
    links: links.length,
    checklists: sum(({ checklists }) => checklists.length),
    comments: sum(({ comments }) => comments.length),
    attachments: sum(({ attachments }) => attachments.length),
    people: people.length,
    labels: new Set(items.flatMap(({ labels }) => labels)).size,
  }
}

function listProblems(board: TrackerBoard): ShownProblems {
  const list = createProblemList()
  for (const { subject, ...problem } of board.problems)
    list.add({ ...problem, subject: subject === '' ? undefined : subject })
  const kept = list.report()
  return { ...kept, problemCount: kept.problemCount + board.problemCount - board.problems.length }
}
