import type { Refusal } from './refusal.ts'

/** Either a value, or a refusal the person can act upon. Faults are thrown instead. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal }

/** A successful result. */
export function ok<Value>(value: Value): Result<Value> {
  return { ok: true, value }
}

/** A refused result: a stable code plus the parameters of its sentence. */
export function err(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal }
}
