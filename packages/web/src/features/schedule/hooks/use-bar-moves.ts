import type { PlanView } from '@millrace/contract'
import { type RefObject, useMemo } from 'react'
import type { BarMoves } from '../components/bar-moves.ts'
import { type DrawnLink, useDrawLink } from './use-draw-link.ts'
import { useLinkItems } from './use-link-items.ts'
import { useShiftBar } from './use-shift-bar.ts'
import type { Trial } from './use-shown-plan.ts'

type Around = {
  readonly plan: PlanView
  readonly containerId: string
  readonly canvas: RefObject<HTMLElement | null>
  readonly onTrial: (trial: Trial | null) => void
}

/** What is done to bars by hand, and the link that is being drawn. */
export function useBarMoves({ plan, containerId, canvas, onTrial }: Around): {
  readonly moves: BarMoves
  readonly drawn: DrawnLink | null
} {
  const { canShift, shift, trialOf } = useShiftBar(plan, containerId)
  const linkItems = useLinkItems()
  const { drawn, begin } = useDrawLink(canvas, linkItems)
  const moves = useMemo<BarMoves>(
    () => ({ canShift, shift, tryOut: (row, by) => onTrial(trialOf(row, by)), beginLink: begin }),
    [canShift, shift, trialOf, onTrial, begin],
  )
  return { moves, drawn }
}
