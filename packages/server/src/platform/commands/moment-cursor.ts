import { type Id, type Instant, isId } from '@millrace/core/kernel'
import { refuse } from './refused.ts'

/** Where a list by moment and id goes on. */
export type MomentCursor = { readonly at: Instant; readonly id: Id<string> }

/** The last moment that there is a date for. */
const MOMENT_MAX = 8.64e15

/** Writes a cursor. */
export function encodeMomentCursor({ at, id }: MomentCursor): string {
  return `${at} ${id}`
}

/**
 * Reads a cursor.
 *
 * @throws Refused with `platform.cursor_wrong` for text that is none
 */
export function decodeMomentCursor(cursor: string): MomentCursor {
  const [moment = '', id = ''] = cursor.split(' ')
  const at = moment === '' ? Number.NaN : Number(moment)
  return Number.isInteger(at) && Math.abs(at) <= MOMENT_MAX && isId(id)
    ? { at, id }
    : refuse('platform.cursor_wrong')
}
