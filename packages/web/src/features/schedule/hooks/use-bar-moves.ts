import type { PlanView } from '@millrace/contract'
import { type RefObject, useCallback, useMemo } from 'react'
import { newId } from '../../../platform/new-id.ts'
import { callOf } from '../../../platform/store/index.ts'
import type { BarMoves } from '../components/bar-moves.ts'
import type { Trial } from '../model/scenario/trial.ts'
import { texts } from '../texts.ts'
import { type DrawnLink, type NewLink, useDrawLink } from './use-draw-link.ts'
import { usePlanDoor } from './use-plan-door.ts'
import { useShiftBar } from './use-shift-bar.ts'

type Around = {
  readonly plan: PlanView
  readonly containerId: string
  readonly canvas: RefObject<HTMLElement | null>
  readonly onTrial: (trial: Trial | null) => void
  readonly movePart: BarMoves['movePart']
}

/** What is done to bars by hand, and the link that is being drawn. */
export function useBarMoves({ plan, containerId, canvas, onTrial, movePart }: Around): {
  readonly moves: BarMoves
  readonly drawn: DrawnLink | null
} {
  const { canShift, shift, trialOf } = useShiftBar(plan, containerId)
  const { write } = usePlanDoor(containerId)
  const link = useCallback(
    (drawn: NewLink) => {
      const call = callOf('work.relateItems', { id: newId(), kind: 'precedes', ...drawn })
      void write([call], { undoLabel: texts.linked })
    },
    [write],
  )
  const { drawn, begin } = useDrawLink(canvas, link)
  const moves = useMemo<BarMoves>(
    () => ({ canShift, shift, tryOut: (row, by) => onTrial(trialOf(row, by)), movePart, beginLink: begin }),
    [canShift, shift, trialOf, onTrial, movePart, begin],
  )
  return { moves, drawn }
}
