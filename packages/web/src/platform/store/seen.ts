import type { Input } from '../api.ts'
import { type Call, callOf } from './calls.ts'
import type { Pool } from './pool.ts'

type Patch = Input<'work.changeItem'>['patch']

/**
 * The change with the values that were on screen when it was made, so that the server refuses it if
 * somebody else changed them since. The manual order is left out: two people may sort at once.
 */
export function seenBy(call: Call, pool: Pool): Call {
  if (call.name !== 'work.changeItem' || call.input.seen) return call
  const item = pool.read('item', call.input.id)
  if (!item) return call
  const { rank: _rank, fields, ...plain } = call.input.patch
  const shown: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(item))
  // The values come from the item's own fields of the same names.
  const seen = Object.fromEntries(Object.keys(plain).map((name) => [name, shown[name]])) as Patch
  const values = Object.keys(fields ?? {}).map((id) => [id, item.fields[id] ?? null] as const)
  return callOf('work.changeItem', {
    ...call.input,
    seen: values.length === 0 ? seen : { ...seen, fields: Object.fromEntries(values) },
  })
}
