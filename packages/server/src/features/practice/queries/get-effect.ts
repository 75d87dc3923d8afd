import { operations } from '@millrace/contract'
import { practiceEffect } from '@millrace/core/practice'
import { query, refuse } from '../../../platform/commands/index.ts'
import { readPractices } from './find-practices.ts'
import { readFlowPieces, readMoments } from './read-effect.ts'

/** Everybody is told the same interval. */
const SEED = 20_260

/** What a change of a practice did to the flow of its work. */
export const getEffect = query(operations['practice.getEffect'], async (context, { id, since: asked }) => {
  const { tx, organisationId } = context
  const [practice] = await readPractices(tx, organisationId, [id])
  if (!practice) refuse('platform.not_found', { what: 'practice' })
  const moments = await readMoments(tx, organisationId, id)
  const since = asked ?? moments[0]?.at ?? null
  if (since === null) return { moments, since, effect: null }
  const pieces = await readFlowPieces(tx, organisationId, { practiceId: id, since })
  return { moments, since, effect: practiceEffect(pieces, SEED) }
})
