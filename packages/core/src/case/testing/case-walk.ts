import {
  advanceCase,
  type CaseCommand,
  type CaseGraph,
  type CaseModel,
  type CasePlanState,
  type CaseStep,
  type CaseTimerDue,
  type CaseVariables,
  type CaseWorld,
  type CompiledQuestion,
  type CompileQuestion,
  caseExpressions,
  compileCase,
  type PlanItemRow,
  startCase,
} from '../index.ts'

const compile = caseExpressions(() => ({ now: 0, zone: 'UTC' }))

/** What random plans ask; understood once, as they are made by the thousand. */
const OFTEN: ReadonlyMap<string, CompiledQuestion> = new Map(
  ['true', 'x > 0', 'x > 1', 'x > 2', 'x > 3', 'y > 1', 'y < 3'].map((text) => [text, compile(text)]),
)

/** Expressions, asked at the beginning of time. */
export const compileQuestion: CompileQuestion = (text) => OFTEN.get(text) ?? compile(text)

/** Where days are numbered: `P3D` is three days on, `R2/P1D` every day and twice. */
export function worldAt(now: number, by: CaseWorld['by'] = null): CaseWorld {
  return { now, by, dueOf }
}

const DAYS = /P(\d+)D/
const TIMES = /^R(\d*)/

function dueOf(
  { value, since }: Parameters<CaseWorld['dueOf']>[0],
  cycle: Parameters<CaseWorld['dueOf']>[1],
): CaseTimerDue {
  const days = DAYS.exec(value)?.[1]
  if (days === undefined) return { ok: false, fault: 'timer.unreadable' }
  const times = TIMES.exec(value)?.[1]
  if (times === undefined) return { ok: true, dueAt: since + Number(days), cycle: null }
  const next = cycle ?? { nth: 0, left: Number(times) - 1, after: null }
  return { ok: true, dueAt: since + Number(days) * (next.nth + 1), cycle: next }
}

/** A plan made ready, of which a test knows that it can be. */
export function graphOf(model: CaseModel): CaseGraph {
  const compiled = compileCase(model, compileQuestion)
  if (!compiled.ok) throw new TypeError(JSON.stringify(compiled.faults))
  return compiled.graph
}

/** A case that a test leads, by the names of its items. */
export class CaseWalk {
  graph: CaseGraph
  state: CasePlanState
  now = 0
  by: CaseWorld['by'] = null
  readonly steps: CaseStep[] = []

  constructor(model: CaseModel, variables: CaseVariables = {}) {
    this.graph = graphOf(model)
    const begun = startCase({ graph: this.graph, world: worldAt(0) }, { variables })
    if (!begun.ok) throw new TypeError(begun.refusal.code)
    this.steps.push(begun.step)
    this.state = begun.step.state
  }

  /** @returns the code of the refusal; null: it is done */
  tell(command: CaseCommand): string | null {
    // As it would be kept in a database in between.
    const state = JSON.parse(JSON.stringify(this.state)) as CasePlanState
    const advanced = advanceCase({ graph: this.graph, state, world: worldAt(this.now, this.by) }, command)
    if (!advanced.ok) return advanced.refusal.code
    this.steps.push(advanced.step)
    this.state = advanced.step.state
    return null
  }

  /** The youngest row of an item that is not over, or the youngest at all; with `#n` that of a round. */
  row(name: string): PlanItemRow {
    const [defId, round] = name.split('#')
    const rows = this.state.items.filter(
      (row) => row.defId === defId && (round === undefined || row.round === Number(round)),
    )
    const open = rows.filter(({ state }) => state !== 'completed' && state !== 'terminated')
    const found = open.at(-1) ?? rows.at(-1)
    if (!found) throw new TypeError(`no ${name}`)
    return found
  }
}

/** What a row is called: its item, and its round from the second on. */
export function nameOf({ defId, round }: Pick<PlanItemRow, 'defId' | 'round'>): string {
  return round === 1 ? defId : `${defId}#${round}`
}
