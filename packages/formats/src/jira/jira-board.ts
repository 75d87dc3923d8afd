import type { RelationKind, StateGroup } from '@millrace/core/work'
import { type BoardBuilder, createBoardBuilder } from '../tracker/index.ts'

/** A board being put together, issue by issue. */
export type JiraBoard = BoardBuilder

/** An empty board, whose states come by the stage they belong to. */
export function createJiraBoard(): JiraBoard {
  const board = createBoardBuilder()
  return {
    ...board,
    finish: (name) => {
      const finished = board.finish(name)
      return {
        ...finished,
        states: finished.states.toSorted((a, b) => stageOf(a.group) - stageOf(b.group)),
      }
    },
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
