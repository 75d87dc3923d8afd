import { getRandomValues } from 'node:crypto'
import { type Id, uuidV7 } from '@millrace/core/kernel'

const ID_BYTES = 10
/** Asking for random bytes takes longer than making an id of them, however few they are: enough for 100 at once. */
const pool = new Uint8Array(100 * ID_BYTES)
let used = pool.length

/** A fresh identifier, ordered by the time of its making. */
export function newId<Entity extends string>(unixMs = Date.now()): Id<Entity> {
  if (used === pool.length) {
    getRandomValues(pool)
    used = 0
  }
  used += ID_BYTES
  return uuidV7(unixMs, pool.subarray(used - ID_BYTES, used))
}
