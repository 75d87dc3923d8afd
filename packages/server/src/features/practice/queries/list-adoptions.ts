import { operations } from '@millrace/contract'
import { query, refuse } from '../../../platform/commands/index.ts'
import { readAdoptionSteps, readAdoptions } from './find-adoptions.ts'

/** The method sets of all units. */
export const listAdoptions = query(operations['practice.listAdoptions'], async ({ tx, organisationId }) => ({
  adoptions: await readAdoptions(tx, organisationId, null),
}))

/** How a practice came to where it is in a unit. */
export const listAdoptionSteps = query(
  operations['practice.listAdoptionSteps'],
  async ({ tx, organisationId }, { id }) => {
    const [adoption] = await readAdoptions(tx, organisationId, [id])
    if (!adoption) return refuse('platform.not_found', { what: 'method set' })
    return { steps: await readAdoptionSteps(tx, organisationId, id) }
  },
)
