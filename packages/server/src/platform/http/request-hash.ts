import { createHash } from 'node:crypto'
import { operations } from '@millrace/contract'
import { z } from 'zod'

/**
 * Tells requests apart that come with the same idempotency key. Secrets are left out: a hash of a
 * password that lies in the database could be guessed at leisure.
 */
export function hashOf(calls: readonly { readonly name: string; readonly input: unknown }[]): string {
  const open = calls.map(({ name, input }) => ({ name, input: withoutSecrets(name, input) }))
  return createHash('sha256').update(JSON.stringify(open)).digest('base64url')
}

/** Properties that the contract marks as `writeOnly`, by operation. */
const secrets: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.values(operations).map(({ id, input }) => [id, findSecrets(input)]),
)

function findSecrets(input: z.ZodType): ReadonlySet<string> {
  const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  const isSecret = ([, property]: [string, unknown]) =>
    typeof property === 'object' && property !== null && 'writeOnly' in property
  return new Set(
    Object.entries(properties)
      .filter(isSecret)
      .map(([name]) => name),
  )
}

function withoutSecrets(name: string, input: unknown): unknown {
  const hidden = secrets.get(name)
  if (!hidden || hidden.size === 0 || typeof input !== 'object' || input === null) return input
  return Object.fromEntries(Object.entries(input).filter(([property]) => !hidden.has(property)))
}
