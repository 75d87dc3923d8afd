import type { Instant } from '../../kernel/index.ts'
import type { DecisionBinding } from '../model/bpmn-model.ts'

/** A published version of a decision model. */
export type PublishedDecision = {
  readonly decisionId: string
  readonly number: number
  /** The ids of the decisions in it. */
  readonly keys: readonly string[]
  readonly publishedAt: Instant
}

/** Which decision is asked for, and when whoever asks was published; null: nobody was. */
export type AskedDecision = {
  readonly key: string
  readonly binding: DecisionBinding
  readonly deployedAt: Instant | null
}

/**
 * The version that answers. One that is bound to when the process was published and was not there then is the
 * first that came after.
 *
 * @returns null when no version that is bound to holds a decision of that id
 */
export function chooseDecision<Published extends PublishedDecision>(
  published: readonly Published[],
  { key, binding, deployedAt }: AskedDecision,
): Published | null {
  const holding = published
    .filter(({ keys }) => keys.includes(key))
    .toSorted((one, other) => other.publishedAt - one.publishedAt || other.number - one.number)
  if (typeof binding === 'number') return holding.find(({ number }) => number === binding) ?? null
  if (binding === 'latest' || deployedAt === null) return holding[0] ?? null
  return holding.find(({ publishedAt }) => publishedAt <= deployedAt) ?? holding.at(-1) ?? null
}
