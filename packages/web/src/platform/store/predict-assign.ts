import { ok } from '@millrace/core/kernel'
import { callOf } from './calls.ts'
import type { Forecasts } from './forecast.ts'
import { writeOf } from './kinds.ts'

/** Who is on an item is shown at once; how much work that is the server finds. */
export const assignForecasts = {
  'schedule.assign': (draft, { id, itemId, resourceId, units = 1, workMin, alternatives = null }) => {
    const said = { id, itemId, resourceId, units, workMin: workMin ?? 0, alternatives }
    const unknown = { actualWorkMin: 0, startAt: null, finishAt: null, costMinor: null }
    draft.write(writeOf('assignment', id, { ...said, ...unknown }))
    return ok([callOf('schedule.unassign', { id })])
  },
  'schedule.changeAssignment': (draft, { id, patch }) => {
    const before = draft.read('assignment', id)
    if (!before) return ok([])
    const { units = before.units, workMin = before.workMin } = patch
    const { resourceId = before.resourceId, alternatives = before.alternatives } = patch
    draft.write(writeOf('assignment', id, { ...before, resourceId, units, workMin, alternatives }))
    return ok([
      callOf('schedule.changeAssignment', {
        id,
        patch: {
          ...(patch.resourceId === undefined ? {} : { resourceId: before.resourceId }),
          ...(patch.units === undefined ? {} : { units: before.units }),
          ...(patch.workMin === undefined ? {} : { workMin: before.workMin }),
          ...(patch.alternatives === undefined ? {} : { alternatives: before.alternatives }),
        },
      }),
    ])
  },
  'schedule.unassign': (draft, { id }) => {
    const before = draft.read('assignment', id)
    const plan = before && draft.read('planItem', before.itemId)
    if (!before || !plan) return ok([])
    draft.write(writeOf('assignment', id, null))
    const { itemId, resourceId, units, workMin, alternatives } = before
    const who = alternatives === null ? { resourceId } : { resourceId, alternatives }
    const back = { id, containerId: plan.containerId, itemId, ...who, units }
    // Whoever comes back to work that is shared gets a share again, others the work that they brought.
    const isShared = plan.isEffortDriven || plan.taskType === 'work'
    return ok([callOf('schedule.assign', isShared ? back : { ...back, workMin })])
  },
} satisfies Forecasts
