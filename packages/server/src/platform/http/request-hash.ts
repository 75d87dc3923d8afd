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

/** Properties that the contract marks as `writeOnly`, of the operations that were asked for so far. */
const secrets = new Map<string, ReadonlySet<string>>()
const inputs: ReadonlyMap<string, z.ZodType> = new Map(
  Object.values(operations).map(({ id, input }) => [id, input]),
)

/** Describing all operations takes longer than anything else in a start, and most of them nobody asks for. */
function secretsOf(name: string): ReadonlySet<string> {
  const input = inputs.get(name)
  const found = secrets.get(name) ?? (input ? findSecrets(input) : new Set())
  secrets.set(name, found)
  return found
}

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
  const hidden = secretsOf(name)
  if (hidden.size === 0 || typeof input !== 'object' || input === null) return input
  return Object.fromEntries(Object.entries(input).filter(([property]) => !hidden.has(property)))
}
