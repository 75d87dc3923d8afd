import { type CompileExpression, compileProcess } from '../engine/compile-process.ts'
import type { BpmnModel } from '../model/bpmn-model.ts'
import { eventFindings } from './event-rules.ts'
import { explore } from './explore.ts'
import type { FindingWeight, KnownReferences, ProcessFinding } from './finding.ts'
import { gatewayFindings } from './gateway-rules.ts'
import { nameFindings } from './name-rules.ts'
import { type Part, partsOf } from './part.ts'
import { pathFindings } from './path-rules.ts'
import { referenceFindings } from './reference-rules.ts'

/** What is known of the world around a model, where nothing is. */
export const NOTHING_KNOWN: KnownReferences = {
  ...{ decisions: null, processes: null, forms: null, origins: null },
}

type Surroundings = { readonly compileExpression: CompileExpression; readonly known?: KnownReferences }

/**
 * Reads a model as somebody would who has drawn many: everything that stands against executing it, what will surprise
 * whoever carries it out, and what could be read more easily.
 *
 * @returns what is noticed, the weightiest first, and in the order of the model among equals
 */
export function lintModel(
  model: BpmnModel,
  { compileExpression, known = NOTHING_KNOWN }: Surroundings,
): readonly ProcessFinding[] {
  const faults = model.processes.flatMap(({ id }): readonly ProcessFinding[] => {
    const compiled = compileProcess(model, id, compileExpression)
    if (compiled.ok) return []
    return compiled.faults.map(({ at, kind, detail }) => ({ at, rule: kind, weight: 'error', detail }))
  })
  const parts = model.processes.flatMap(partsOf)
  const findings = [
    ...faults,
    ...referenceFindings(model, known).filter((finding) => !faults.some((fault) => isSame(fault, finding))),
    ...parts.flatMap((part) => [
      ...pathFindings(part),
      ...tokenFindings(part),
      ...gatewayFindings(part),
      ...eventFindings(part, model),
      ...nameFindings(part),
    ]),
  ]
  const place = placesOf(parts)
  const placeOf = ({ at }: ProcessFinding) => place.get(at) ?? -1
  return findings.toSorted((a, b) => WEIGHTS[a.weight] - WEIGHTS[b.weight] || placeOf(a) - placeOf(b))
}

const WEIGHTS: Readonly<Record<FindingWeight, number>> = { error: 0, warning: 1, hint: 2 }

/** A reference that leads nowhere is told once. */
function isSame(fault: ProcessFinding, { at, detail }: ProcessFinding): boolean {
  return fault.rule === 'unknown-reference' && fault.at === at && fault.detail === detail
}

function tokenFindings(part: Part): readonly ProcessFinding[] {
  if (part.owner?.adHoc) return []
  const { deadlocks, doneSeveralTimes } = explore(part)
  const finding = (at: string) => ({ at, detail: '' })
  return [
    ...[...deadlocks].map((at) => ({ ...finding(at), rule: 'deadlock' as const, weight: 'error' as const })),
    ...[...doneSeveralTimes].map((at) => ({
      ...finding(at),
      ...{ rule: 'done-several-times' as const, weight: 'warning' as const },
    })),
  ]
}

function placesOf(parts: readonly Part[]): ReadonlyMap<string, number> {
  const ids = parts.flatMap(({ id, content }) => [
    id,
    ...content.nodes.map((node) => node.id),
    ...content.flows.map((flow) => flow.id),
  ])
  return new Map(ids.map((id, index) => [id, index]))
}
