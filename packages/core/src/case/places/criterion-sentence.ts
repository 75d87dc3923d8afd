import type { Instant } from '../../kernel/index.ts'
import type { CaseGraph, CaseNode, GraphOnPart, GraphSentry } from '../engine/graph.ts'
import type { CasePlanState, SeenEvent } from '../engine/state.ts'
import type { CaseFileTransition, PlanItemKind, PlanItemTransition } from '../model/case-model.ts'

/** One event of a criterion, and whether it has happened. */
export type SentenceEvent = {
  readonly sourceId: string
  readonly sourceName: string
  readonly isMet: boolean
  readonly metAt: Instant | null
} & (
  | {
      readonly on: 'plan'
      readonly sourceKind: PlanItemKind | 'case'
      readonly transition: PlanItemTransition
      /** The name of the criterion by which it has to have ended. */
      readonly exitName: string | null
    }
  | { readonly on: 'file'; readonly transition: CaseFileTransition }
)

/** A criterion in parts, of which whoever shows it makes a sentence. */
export type CriterionSentence = {
  readonly criterionId: string
  readonly name: string
  /** All of them have to happen. */
  readonly events: readonly SentenceEvent[]
  readonly condition: { readonly text: string; readonly isMet: boolean } | null
  readonly isMet: boolean
}

/** A criterion that a row of a case waits for, with what of it has come true. */
export function sentenceOf(
  { graph, state }: { readonly graph: CaseGraph; readonly state: CasePlanState },
  sentry: GraphSentry,
  itemId: number | null,
): CriterionSentence {
  const seen = state.parts.filter((row) => row.itemId === itemId && row.sentryId === sentry.id)
  const events = sentry.onParts.map((part, place) =>
    eventOf(
      graph,
      part,
      seen.find((event) => event.part === place),
    ),
  )
  const { id: criterionId, name, ifPart } = sentry
  const answer = ifPart?.ask(state.variables)
  const isTrue = answer?.ok === true && answer.value === true
  const isStale = state.stale.includes(`${itemId} ${criterionId}`)
  return {
    ...{ criterionId, name, events },
    condition: ifPart && { text: ifPart.text, isMet: isTrue && !isStale },
    isMet: events.every(({ isMet }) => isMet) && (ifPart === null || (isTrue && !isStale)),
  }
}

function eventOf({ nodes, file }: CaseGraph, part: GraphOnPart, seen: SeenEvent | undefined): SentenceEvent {
  const met = { isMet: seen !== undefined, metAt: seen?.at ?? null }
  if (part.on === 'file') {
    const { on, sourceId, transition } = part
    return { on, sourceId, sourceName: file.get(sourceId)?.name ?? sourceId, transition, ...met }
  }
  const source = nodes[part.source]
  return {
    ...{
      on: part.on,
      sourceId: source?.id ?? '',
      sourceName: source?.name ?? '',
      transition: part.transition,
    },
    ...{ sourceKind: source?.kind ?? 'case', exitName: exitName(source, part.exitCriterionId) },
    ...met,
  }
}

function exitName(source: CaseNode | undefined, id: string | null): string | null {
  if (id === null) return null
  return source?.exit.find((sentry) => sentry.id === id)?.name || id
}
