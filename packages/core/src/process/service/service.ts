import type { Expression } from '../engine/expression.ts'

/** How long it is waited before something is tried again. */
export type BackOff =
  /** One after the other; the last one for all further attempts. */
  | { readonly kind: 'list'; readonly waitsMs: readonly number[] }
  /** Twice as long each time, a little more or less by chance. */
  | { readonly kind: 'exponential'; readonly firstMs: number; readonly maxMs: number }

/** How often something is tried, and how long it may take. */
export type RetryRule = {
  /** Attempts in all; at least one. */
  readonly attempts: number
  readonly backOff: BackOff
}

/** A text with values in it, made ready. */
export type Template = readonly (string | Expression)[]

/** A header whose value may be an expression. */
export type ServiceHeader = { readonly name: string; readonly value: string | Expression }

/** Answers that are an error of the field: all from a status up to another. */
export type ServiceError = { readonly from: number; readonly to: number; readonly code: string }

/** The ways in which an HTTP endpoint is called. */
export const SERVICE_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
/** One of them. */
export type ServiceMethod = (typeof SERVICE_METHODS)[number]

/** What a task asks of a service, made ready. */
export type GraphService =
  | {
      readonly kind: 'worker'
      readonly topic: string
      readonly headers: readonly ServiceHeader[]
      readonly retry: RetryRule
    }
  | {
      readonly kind: 'http'
      readonly method: ServiceMethod
      readonly url: Template
      readonly headers: readonly ServiceHeader[]
      readonly body: Expression | null
      readonly errors: readonly ServiceError[]
      readonly timeoutMs: number
      readonly retry: RetryRule
    }

/** A call of an HTTP endpoint with all its values. */
export type ServiceRequest = {
  readonly method: ServiceMethod
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** JSON, or nothing. */
  readonly body: string | null
}

/** What a service is asked for on behalf of a token; all that whoever asks must know. */
export type ServiceCall =
  | {
      readonly kind: 'worker'
      readonly topic: string
      readonly headers: Readonly<Record<string, string>>
      readonly retry: RetryRule
    }
  | {
      readonly kind: 'http'
      readonly request: ServiceRequest
      readonly errors: readonly ServiceError[]
      readonly timeoutMs: number
      readonly retry: RetryRule
    }
