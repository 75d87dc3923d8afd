import { type CaseGraph, type CaseModel, caseExpressions, compileCase, walkModel } from '@millrace/core/case'
import { err, ok, type Result } from '@millrace/core/kernel'

/** When and where the expressions of a plan are asked: set before each step, which asks them at once. */
type Moment = { now: number; zone: string }
const moments = new WeakMap<CaseGraph, Moment>()

/**
 * Makes a plan ready.
 *
 * @returns refused with `case.plan_faulty`, which names the first of what stands against it
 */
export function compilePlan(model: CaseModel): Result<CaseGraph> {
  const moment = { now: 0, zone: 'UTC' }
  const made = compileCase(
    model,
    caseExpressions(() => moment),
  )
  if (made.ok) {
    moments.set(made.graph, moment)
    return ok(made.graph)
  }
  const [fault] = made.faults
  return err({
    code: 'case.plan_faulty',
    params: { name: nameOf(model, fault?.at), fault: fault?.kind ?? '' },
  })
}

/** A plan whose expressions are asked at a moment from now on. */
export function graphAt(graph: CaseGraph, when: Moment): CaseGraph {
  const moment = moments.get(graph)
  if (moment) Object.assign(moment, when)
  return graph
}

function nameOf(model: CaseModel, id: string | undefined): string {
  return walkModel(model).find(({ item }) => item.id === id)?.item.name ?? id ?? model.name
}

/** Models never change under their id, so those used last are kept. */
const KEPT_MAX = 300
const kept = new Map<string, CaseGraph>()

/**
 * The plan of a case made ready.
 *
 * @throws Error when it is not executable, which it was when it was written
 */
export function keptGraph(modelId: string, model: CaseModel): CaseGraph {
  const graph = kept.get(modelId) ?? compileKept(modelId, model)
  kept.delete(modelId)
  kept.set(modelId, graph)
  if (kept.size > KEPT_MAX) for (const [oldest] of kept.entries().take(1)) kept.delete(oldest)
  return graph
}

function compileKept(modelId: string, model: CaseModel): CaseGraph {
  const made = compilePlan(model)
  if (!made.ok) throw new Error(`the plan ${modelId} can no more be executed: ${made.refusal.code}`)
  return made.value
}
