import type { PlanRowView } from '@millrace/contract'
import type { Shift } from '@millrace/core/schedule'
import type { PointerEvent } from 'react'
import type { LinkEnd } from '../model/link-type.ts'

/** What can be done to bars by hand. It stays the same, so that rows that do not change are not drawn anew. */
export type BarMoves = {
  readonly canShift: (row: PlanRowView) => boolean
  readonly shift: (row: PlanRowView, shift: Shift) => void
  /** Shows what moving it would do, with all that follows; by no days: shows it as it is. */
  readonly tryOut: (row: PlanRowView, shift: Shift) => void
  /** Lets the part behind a gap of its work begin some days later. */
  readonly movePart: (row: PlanRowView, gap: number, days: number) => void
  /** Begins to draw a link from an end of a bar to another one. */
  readonly beginLink: (event: PointerEvent<HTMLElement>, row: PlanRowView, end: LinkEnd) => void
}
