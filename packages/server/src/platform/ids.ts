import { getRandomValues } from 'node:crypto'
import { type Id, uuidV7 } from '@millrace/core/kernel'

/** A fresh identifier, ordered by the time of its making. */
export function newId<Entity extends string>(unixMs = Date.now()): Id<Entity> {
  return uuidV7(unixMs, getRandomValues(new Uint8Array(10)))
}
