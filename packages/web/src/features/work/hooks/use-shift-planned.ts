import type { PlannedDatesView } from '@millrace/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../../platform/api.ts'
import { useCommands, useStore } from '../../../platform/store/index.ts'
import { writeOf } from '../../../platform/store/kinds.ts'
import { addForecasts } from '../../../platform/store/predict.ts'
import { planForecasts } from '../../../platform/store/predict-plan.ts'
import { notifications } from '../../../ui/index.ts'
import type { Lookup } from '../model/lookup.ts'
import { whyNotShifted } from '../model/planned-item.ts'
import type { Edge } from '../model/shift.ts'
import { textsShift } from '../texts-shift.ts'
import type { Planned } from './use-planned-dates.ts'

addForecasts(planForecasts)

/** By how many days a bar is shown elsewhere, until its plan says where it is. */
export type Ghost = { readonly days: number; readonly edge: Edge; readonly before: PlannedDatesView }

export type PlannedShift = {
  readonly itemId: string
  readonly days: number
  readonly edge: Edge
  /** By days that are worked, as the keys do it. */
  readonly isStep: boolean
}

/** A plan that is calculated anew says so within this time. */
const GHOST_MS = 4_000
/** Steps that follow each other as fast as this are one. */
const STEPS_MS = 350

/**
 * Moves planned bars as their project's Gantt does: what is said about the time of the item is changed in its plan, and
 * its dates follow. Until then the bar stays where it was put, and is not moved again.
 */
export function useShiftPlanned(planned: Planned, lookup: Lookup) {
  const store = useStore()
  const carryOut = useCarryOut()
  const [ghosts, setGhosts] = useState<ReadonlyMap<string, Ghost>>(new Map())
  /** Bars that keys still move, and when that is said to their plans. */
  const steps = useRef(new Map<string, ReturnType<typeof setTimeout>>())
  const drop = useCallback((ghost: Ghost) => {
    setGhosts((all) => new Map([...all].filter(([, each]) => each !== ghost)))
  }, [])
  const shift = useCallback(
    ({ itemId, days, edge, isStep }: PlannedShift) => {
      const before = planned.datesOf.get(itemId)
      const key = store.pool.read('item', itemId)?.key
      if (!before || key === undefined || days === 0) return
      const reason = whyNotShifted(before, lookup)
      if (reason !== null) {
        notifications.show({ message: reason })
        return
      }
      const moved = ghosts.get(itemId)
      if (moved && (!steps.current.has(itemId) || moved.edge !== edge)) return
      clearTimeout(steps.current.get(itemId))
      const ghost = { days: (moved?.days ?? 0) + days, edge, before }
      setGhosts((all) => new Map(all).set(itemId, ghost))
      const send = () => {
        steps.current.delete(itemId)
        if (ghost.days === 0) {
          drop(ghost)
          return
        }
        setTimeout(() => drop(ghost), GHOST_MS)
        void carryOut({ itemId, edge, isStep, days: ghost.days }, { before, key }).then((isDone) => {
          if (!isDone) drop(ghost)
        })
      }
      if (isStep) steps.current.set(itemId, setTimeout(send, STEPS_MS))
      else send()
    },
    [planned, lookup, store, ghosts, carryOut, drop],
  )
  useEffect(() => {
    for (const [itemId, ghost] of ghosts) {
      const now = planned.datesOf.get(itemId)
      const { startAt, finishAt } = ghost.before
      if (now?.startAt !== startAt || now.finishAt !== finishAt) drop(ghost)
    }
  }, [planned, ghosts, drop])
  return { shift, ghosts }
}

/** Asks what a move says about the time of an item, and says that to its plan; false when it stays where it was. */
function useCarryOut() {
  const store = useStore()
  const { run } = useCommands()
  return useCallback(
    async (
      { itemId, days, edge, isStep }: PlannedShift,
      { before, key }: { readonly before: PlannedDatesView; readonly key: string },
    ): Promise<boolean> => {
      const { containerId } = before
      const end = edge === 'both' ? 'both' : 'finish'
      const asked = { containerId, itemId, days, end, step: isStep ? 'workingDays' : 'days' } as const // Some of the words.
      const { seq, organisationId, pool } = store
      // An answer from before, as is kept for when there is no line, would move it from where it was then.
      const isReached = ['live', 'polling'].includes(store.connection().state)
      const answer = isReached
        ? await call('schedule.getShift', asked, { organisationId }).catch(() => null)
        : null
      if (!answer?.patch) {
        notifications.show({ message: answer ? textsShift.nothing : textsShift.failed })
        return false
      }
      // What takes it back is found from what stands before.
      pool.change(() => pool.confirm(writeOf('planItem', itemId, answer.plan), seq))
      const input = { containerId, itemId, patch: answer.patch }
      const outcome = await run('schedule.changePlanItem', input, { undoLabel: textsShift.moved(key) })
      return outcome.ok
    },
    [store, run],
  )
}
