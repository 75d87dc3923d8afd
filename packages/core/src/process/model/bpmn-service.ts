import type { BpmnExpression } from './bpmn-expression.ts'

/**
 * What a task asks of a service, as it is written: our own `service` element, `topic` of Camunda 7 and
 * `taskDefinition` of Zeebe. Whether it makes sense is asked when the process is compiled.
 */
export type BpmnService = {
  /** `http` or `worker`, or whatever else somebody wrote. */
  readonly kind: string
  /** What outside workers fetch it by. */
  readonly topic: string | null
  readonly method: string | null
  /** An address in which `{…}` stands for a value. */
  readonly url: string | null
  readonly body: BpmnExpression | null
  /** Texts, or expressions where they begin with `=`. */
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  /** Answers that are errors of the field: `404`, `4xx`. */
  readonly errors: readonly { readonly status: string; readonly code: string }[]
  readonly timeout: string | null
  readonly retries: string | null
  /** `PT10S,PT1M,PT10M`, or `PT10S..PT1H` for twice as long each time. */
  readonly backOff: string | null
}
