import { createHash } from 'node:crypto'
import { type Id, uuidV7 } from '@millrace/core/kernel'
import type { RunRow } from './import-run.ts'

/**
 * The id of what a run makes, the same however often it is asked: a run that was interrupted goes
 * on without a list of what it had made so far, and nothing can be made twice.
 */
export function stableId<Entity extends string>(
  run: Pick<RunRow, 'id' | 'created_at'>,
  kind: string,
  what: string | number,
): Id<Entity> {
  const hash = createHash('sha256').update(`${run.id} ${kind} ${what}`).digest()
  return uuidV7(run.created_at, hash.subarray(0, 10))
}
