import { checkMoves, type PhasePlace } from '@millrace/core/schedule'
import { Refused, type Unit } from '../../platform/commands/index.ts'
import { holdPhasePlaces } from './queries/find-packages.ts'

/** An item that was put somewhere else, and where it was before. */
export type MovedItem = {
  readonly itemId: string
  readonly title: string
  readonly from: PhasePlace | null
}

/**
 * Goes on only if no package of a later phase has come out of it; asked after items were moved.
 *
 * @throws Refused with `schedule.package_leaves`
 */
export async function demandStay(unit: Unit, moved: readonly MovedItem[]): Promise<void> {
  const leaving = moved.filter(({ from }) => from?.isLater === true)
  if (leaving.length === 0) return
  const ids = leaving.map(({ itemId }) => itemId)
  const places = await holdPhasePlaces(unit.tx, unit.organisationId, ids)
  const refusal = checkMoves(leaving.map((move) => ({ ...move, to: places.get(move.itemId) ?? null })))
  if (refusal) throw new Refused(refusal)
}
