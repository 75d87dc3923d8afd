import type { Expression, Variables } from '../engine/expression.ts'

const KEY_MAX_CHARS = 500

/**
 * For whom a message is, or for whom it is waited: a text, a number or a truth value. Without an expression nobody is
 * told apart, and the key is null; an expression that says nothing is a fault, as it would mean anybody.
 */
export function correlationKeyOf(
  expression: Expression | null,
  variables: Variables,
): { readonly ok: true; readonly value: string | null } | { readonly ok: false; readonly fault: string } {
  if (expression === null) return { ok: true, value: null }
  const answer = expression(variables)
  if (!answer.ok) return answer
  const { value } = answer
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  const key = isPlain ? String(value) : ''
  if (key === '' || key.length > KEY_MAX_CHARS) return { ok: false, fault: 'message.key_missing' }
  return { ok: true, value: key }
}
