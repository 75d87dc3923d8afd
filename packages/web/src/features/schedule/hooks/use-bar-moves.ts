import type { PlanView } from '@millrace/contract'
import { type RefObject, useMemo } from 'react'
import type { BarMoves } from '../components/bar-moves.ts'
import type { Trial } from '../model/scenario.ts'
import { type DrawnLink, useDrawLink } from './use-draw-link.ts'
import { useLinkItems } from './use-link-items.ts'
import type { ScenarioMoves } from './use-scenario.ts'
import { useShiftBar } from './use-shift-bar.ts'

type Around = {
  readonly plan: PlanView
  readonly containerId: string
  readonly canvas: RefObject<HTMLElement | null>
  readonly scenario: ScenarioMoves | null
  readonly onTrial: (trial: Trial | null) => void
}

/** What is done to bars by hand, and the link that is being drawn. */
export function useBarMoves({ plan, containerId, canvas, scenario, onTrial }: Around): {
  readonly moves: BarMoves
  readonly drawn: DrawnLink | null
} {
  const { canShift, shift, trialOf } = useShiftBar(plan, { containerId, scenario })
  const linkItems = useLinkItems()
  const { drawn, begin } = useDrawLink(canvas, scenario?.link ?? linkItems)
  const moves = useMemo<BarMoves>(
    () => ({ canShift, shift, tryOut: (row, by) => onTrial(trialOf(row, by)), beginLink: begin }),
    [canShift, shift, trialOf, onTrial, begin],
  )
  return { moves, drawn }
}
