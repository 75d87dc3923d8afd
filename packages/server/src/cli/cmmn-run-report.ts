import { sayProblem } from '@millrace/contract'
import type {
  CaseGraph,
  CaseHappening,
  CasePlanState,
  PaperRun,
  PaperStep,
  PlanItemCause,
} from '@millrace/core/case'

const momentOf = (at: number) => new Date(at).toISOString()

/** A run as people read it: what was said, what happened and why, and what stands afterwards. */
export function runInWords({ graph, steps, isCutShort }: PaperRun): readonly string[] {
  const names = new Names(graph)
  const lines = steps.flatMap((step) => stepInWords(step, names))
  return isCutShort ? [...lines, 'Timers would go off without an end: the rest is left out.'] : lines
}

/** A run as programs read it. */
export function caseRunAsJson({ graph, steps, state, warnings, isCutShort }: PaperRun): string {
  const written = steps.map(({ at, by, kind, item, refusal, step }) => ({
    ...{ at: momentOf(at), do: kind, item, by: by?.personId ?? null, refusal },
    happened: step?.happened ?? [],
    demands: step?.demands ?? [],
    states: step
      ? step.state.items.map(({ id, defId, round, state }) => ({ id, item: defId, round, state }))
      : null,
  }))
  const { id, name } = graph
  return JSON.stringify({ case: { id, name }, isCutShort, warnings, steps: written, state }, null, 2)
}

/** How items are called, and rows by their ids. */
class Names {
  readonly #graph: CaseGraph

  constructor(graph: CaseGraph) {
    this.#graph = graph
  }

  item(defId: string): string {
    return this.#graph.nodes[this.#graph.indexOf.get(defId) ?? -1]?.name || defId
  }

  row(id: number, { items }: CasePlanState): string {
    const row = items.find((one) => one.id === id)
    if (!row) return 'the case'
    return row.round > 1 ? `${this.item(row.defId)} (${row.round})` : this.item(row.defId)
  }

  file(id: string): string {
    return this.#graph.file.get(id)?.name || id
  }
}

function stepInWords({ at, by, kind, item, refusal, step }: PaperStep, names: Names): readonly string[] {
  const said = [kind, item === null ? '' : names.item(item), by ? `by ${by.personId}` : ''].filter(
    (part) => part !== '',
  )
  const title = `${momentOf(at)}  ${said.join(' ')}`
  if (refusal)
    return [title, `  refused: ${sayProblem(refusal.code, refusal.params ?? {})} [${refusal.code}]`]
  if (!step) return [title]
  const { happened, state } = step
  return [
    title,
    ...happened.map((one) => `  ${happeningInWords(one, state, names)}`),
    `  = ${standing(state, names)}`,
  ]
}

function happeningInWords(one: CaseHappening, state: CasePlanState, names: Names): string {
  if (one.kind === 'file') return `${names.file(one.fileItemId)}: ${one.transition}`
  const name = names.row(one.itemId, state)
  if (one.kind === 'timer') return `${name}: due ${one.timer ? momentOf(one.timer.dueAt) : 'never'}`
  const moved = one.from === null ? one.to : `${one.from} -> ${one.to}`
  return `${name}: ${one.transition}, ${moved}, ${causeInWords(one.cause, state, names)}`
}

function causeInWords(cause: PlanItemCause, state: CasePlanState, names: Names): string {
  switch (cause.kind) {
    case 'command':
      return `because ${cause.by ?? 'somebody'} said so`
    case 'criterion': {
      const sources = cause.events.map(({ sourceItemId }) =>
        sourceItemId === null ? 'the case file' : names.row(sourceItemId, state),
      )
      const by = sources.length > 0 ? ` after ${sources.join(' and ')}` : ''
      return `by criterion ${cause.criterionId}${by}`
    }
    case 'begun':
      return `with ${names.row(cause.parentId, state)}`
    case 'parent':
      return `as ${names.row(cause.parentId, state)} did ${cause.transition}`
    case 'repeated':
      return 'as it comes again'
    default:
      return OTHERWISE[cause.kind]
  }
}

const OTHERWISE = {
  content: 'as nothing in it is active and nothing required is open',
  'not-blocking': 'as nobody waits for it',
  due: 'as its moment has come',
  reactivated: 'as the case was taken up again',
  'plan-changed': 'as the plan was changed',
} as const

function standing(state: CasePlanState, names: Names): string {
  const byState = Map.groupBy(state.items, (row) => row.state)
  const groups = [...byState].map(
    ([name, rows]) => `${name}: ${rows.map(({ id }) => names.row(id, state)).join(', ')}`,
  )
  return [`case ${state.state}`, ...groups].join('; ')
}
