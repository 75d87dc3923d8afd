import { ok } from '@millrace/core/kernel'
import { checkRelation } from '@millrace/core/work'
import { callOf } from './calls.ts'
import type { Forecasts } from './forecast.ts'
import { writeOf } from './kinds.ts'

/** Relations appear and go at once. Circles are found by the server, which knows all relations. */
export const relationForecasts = {
  'work.relateItems': (draft, input) => {
    const { linkType = 'FS', lag = 0, lagUnit = 'workingMin', ...ends } = input
    const relation = { ...ends, linkType, lag, lagUnit }
    const checked = checkRelation(relation, [])
    if (!checked.ok) return checked
    draft.write(writeOf('relation', relation.id, relation))
    return ok([callOf('work.unrelateItems', { id: relation.id })])
  },
  'work.unrelateItems': (draft, { id }, context) => {
    const relation = draft.read('relation', id)
    if (!relation) return ok([])
    draft.write(writeOf('relation', id, null))
    return ok([callOf('work.relateItems', { ...relation, id: context.newId() })])
  },
} satisfies Forecasts
