import { refuse } from '../../../platform/commands/index.ts'

/**
 * The number below which a list goes on; null: from its beginning.
 *
 * @throws Refused with `platform.cursor_wrong`
 */
export function numberCursor(cursor: string | undefined): number | null {
  if (cursor === undefined) return null
  const below = Number(cursor)
  return Number.isInteger(below) && below > 0 && below < 2 ** 31 ? below : refuse('platform.cursor_wrong')
}
