import type { ProcessFault } from '../engine/process-fault.ts'
import type { AllowedOrigin } from '../service/allowed-origin.ts'

/** The rules that models are read by, besides whether they can be executed at all. */
export const LINT_RULES = [
  'unreachable',
  'starts-by-itself',
  'no-start-event',
  'no-end-event',
  'dead-end',
  'flow-without-condition',
  'no-default',
  'default-with-condition',
  'condition-ignored',
  'joins-and-splits',
  'gateway-without-choice',
  'deadlock',
  'done-several-times',
  'no-name',
  'no-question',
  'no-answer',
  'empty-event-sub-process',
  'never-triggered',
  'no-message',
  'no-signal',
  'no-error-code',
  'no-escalation-code',
  'no-decision',
  'unknown-decision',
  'no-called-process',
  'unknown-called-process',
  'unknown-form',
  'no-script',
  'no-service',
  'unknown-host',
] as const
/** One of them. */
export type LintRule = (typeof LINT_RULES)[number]

/** How much it matters: it cannot be published, it will surprise somebody, or it could be read more easily. */
export type FindingWeight = 'error' | 'warning' | 'hint'

/** What is noticed of a model: where, by which rule, and how much it matters. */
export type ProcessFinding = {
  /** The id of an element, a flow or a process. */
  readonly at: string
  readonly rule: LintRule | ProcessFault['kind']
  readonly weight: FindingWeight
  /** What the sentence of the rule needs to know: a name or a code; empty for most. */
  readonly detail: string
}

/** What there is outside of the model that it may refer to; null: it is not known here. */
export type KnownReferences = {
  readonly decisions: ReadonlySet<string> | null
  readonly processes: ReadonlySet<string> | null
  readonly forms: ReadonlySet<string> | null
  /** Where services may be called. */
  readonly origins: readonly AllowedOrigin[] | null
}
